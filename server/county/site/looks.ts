/** How an organisation shows itself: what its pages, whoever drew them, say and wear. */
import type { OrganisationView, SiteContact } from '#schemas/wire/organisation.ts';
import type { Text } from '#schemas/text.ts';
import type { OrganisationSetting } from '../organisation.ts';

export interface Looks {
  readonly site: OrganisationView['site'];
  readonly contact?: SiteContact;
  /** The theme as a style sheet; empty: the pages' own colours. */
  readonly themeCss: string;
  /** `#rrggbb` of the emblem's ground and of the sun in it. */
  readonly emblem: { readonly ground: string; readonly sun: string };
}

const somewhere: Text = { 'zh-Hant': '線上申辦', en: 'Online services' };

/** What is shown where nothing is set: no county's name. */
export const plainLooks: Looks = {
  site: { name: somewhere, emblem: 'hills' },
  themeCss: '',
  emblem: { ground: '#0b5d57', sun: '#ffd98a' },
};

/** What anybody may read, at `/api/organisation` and in every page. Without settings: `county`, in plain looks. */
export function organisationView({
  organisation,
  environment,
  looks = plainLooks,
}: {
  readonly organisation?: OrganisationSetting;
  readonly environment: 'test' | 'live';
  readonly looks?: Looks;
}): OrganisationView {
  const { site, contact } = looks;
  return {
    id: organisation?.id ?? 'county',
    name: organisation?.name ?? site.name,
    environment,
    site,
    ...(contact && { contact }),
  };
}
