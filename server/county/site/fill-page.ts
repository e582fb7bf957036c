/**
 * Writes the organisation into a page or drawing of the built site: no page shows another's name, not even for the moment
 * until its script runs, and none without script. `{{site}}` and its like are escaped text; `{{organisation-data}}` is the
 * whole view as JSON for a data block, which no policy takes for script.
 */
import type { OrganisationView } from '#schemas/wire/organisation.ts';
import { organisationView, plainLooks, type Looks } from './looks.ts';
import type { CountyConfig } from '../config.ts';
import { escapeMarkup } from '#schemas/markup.ts';

/** Within `<script type="application/json">` nothing may end the element or begin a comment. */
const asData = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @param page as built, HTML or SVG; a name in double braces that is none of ours stays */
export function fillPage(page: string, config: Pick<CountyConfig, 'organisation' | 'environment' | 'looks'>): string {
  const values = valuesOf(organisationView(config), config.looks ?? plainLooks);
  // What is none of ours stays as it is.
  return page.replace(/\{\{([a-z-]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

function valuesOf(view: OrganisationView, { emblem }: Looks): Readonly<Record<string, string>> {
  const { site, contact, name } = view;
  const { badge } = site;
  const full = `${site.name['zh-Hant']}${badge ? `（${badge['zh-Hant']}）` : ''}`;
  const plain: Readonly<Record<string, string>> = {
    site: full,
    organisation: name['zh-Hant'],
    phone: contact?.phone ?? '',
    line: contact?.line['zh-Hant'] ?? '請洽承辦單位',
    counter: contact?.counter['zh-Hant'] ?? '請到承辦單位的櫃檯辦理',
    'line-en': contact?.line.en ?? 'Call the office in charge',
    'emblem-ground': emblem.ground,
    'emblem-sun': emblem.sun,
  };
  return {
    ...Object.fromEntries(Object.entries(plain).map(([key, text]) => [key, escapeMarkup(text)])),
    'organisation-data': asData(view),
  };
}
