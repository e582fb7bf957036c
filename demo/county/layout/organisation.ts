/** Whose site this is: the server writes it into each page that it serves, so nothing has to be asked before the first draw. */
import type { OrganisationView } from '#schemas/wire/organisation.ts';
import { text } from '../text/text.ts';

const nobody: OrganisationView = {
  id: 'county',
  name: text('線上申辦', 'Online services'),
  environment: 'test',
  site: { name: text('線上申辦', 'Online services'), emblem: 'hills' },
};

let known: OrganisationView | undefined;

export function organisation(): OrganisationView {
  if (known) return known;
  const written = document.getElementById('organisation')?.textContent;
  known = written ? (JSON.parse(written) as OrganisationView) : nobody;
  return known;
}
