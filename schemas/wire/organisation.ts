/** What a site shows of the organisation 機關 it works for: `GET /api/organisation`, and inside each page that is served. */
import { Type } from 'typebox';
import { told, type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
export const Emblem = Type.Enum(['hills', 'coast', 'fields', 'ponds'], {
  title: 'Emblem',
  description: 'The drawing behind the name: 山 (hills), 海岸 (coast), 田 (fields), 埤塘 (ponds).',
});
export type Emblem = Of<typeof Emblem>;

export const SiteContact = Type.Object(
  {
    phone: Type.String({ description: 'As dialled.' }),
    line: told(Text, 'Whose line that is, e.g. 縣內直撥 1999 縣民服務專線.'),
    counter: told(Text, 'Where there is a counter.'),
  },
  { title: 'SiteContact', description: 'Whom residents turn to when no service’s own office is meant.' },
);
export type SiteContact = Of<typeof SiteContact>;

export const OrganisationView = Type.Object(
  {
    id: Type.String(),
    name: told(Text, 'As it calls itself: 某某縣政府.'),
    environment: Type.Enum(['test', 'live']),
    site: Type.Object({
      name: Text,
      emblem: Emblem,
      badge: Type.Optional(Text),
      notice: Type.Optional(Text),
      disclaimer: Type.Optional(Text),
    }),
    contact: Type.Optional(SiteContact),
  },
  { title: 'OrganisationView' },
);
export type OrganisationView = Of<typeof OrganisationView>;
