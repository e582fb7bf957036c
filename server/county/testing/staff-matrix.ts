/**
 * Every role at every place of the tree, as callers of the county's staff routes, and what each may: the rows that
 * `access/matrix.test.ts` holds the app to. A new route of the staff needs a row here.
 */
import type { Allowed, Route } from '../../testing/route-matrix.ts';
import type { OrganisationSetting } from '../organisation.ts';
import { everyRole } from '../staff/session.ts';
import type { StaffRole } from '../staff/role.ts';

const say = (text: string) => ({ 'zh-Hant': text, en: text });

/** The test service belongs to `relief`. */
export const organisation: OrganisationSetting = {
  id: 'county',
  name: say('嘉義縣政府'),
  area: '嘉義縣',
  offices: [
    { id: 'social', name: say('社會局') },
    { id: 'relief', name: say('社會救助科'), parent: 'social', services: ['test-relief'] },
    { id: 'window', name: say('救助窗口'), parent: 'relief' },
    { id: 'elderly', name: say('長青福利科'), parent: 'social' },
    { id: 'health', name: say('衛生局') },
  ],
};

/** Where a role is held. Of the last one the session is another county's, with the same people and the same offices. */
export const places = {
  'own office': 'relief',
  'parent office': 'social',
  'whole county': 'county',
  'office below': 'window',
  'office beside': 'elderly',
  'other office': 'health',
  'other county': 'relief',
} as const;
export type Place = keyof typeof places;

const everyPlace = Object.keys(places) as readonly Place[];

export interface Holder {
  readonly role: StaffRole;
  readonly place: Place;
}
export type StaffCaller = `${StaffRole} of ${Place}`;

export const staffCallers = everyRole.flatMap((role) => everyPlace.map((place): StaffCaller => `${role} of ${place}`));

export function holderOf(caller: StaffCaller): Holder {
  const [role, place] = caller.split(' of ') as [StaffRole, Place];
  return { role, place };
}

/** Where the service's office lies: the office itself and those above. */
export const hereAndAbove: readonly Place[] = ['own office', 'parent office', 'whole county'];
/** What no single office has: a list of one's own, a page of one's own. */
const inThisCounty = everyPlace.filter((place) => place !== 'other county');
const above = hereAndAbove.filter((place) => place !== 'own office');

const at = (where: readonly Place[], ...roles: readonly StaffRole[]): readonly StaffCaller[] =>
  roles.flatMap((role) => where.map((place): StaffCaller => `${role} of ${place}`));

const seeing: readonly StaffRole[] = ['designer', 'approver', 'publisher', 'administrator'];
const designing: readonly StaffRole[] = ['designer', 'administrator'];
const ofCase = '/api/counter/cases/:case';
const forms = '/api/builder/forms';
const ofForm = `${forms}/:form`;

/** By `METHOD path` with the path's parameters as the app names them. */
export const staffTable: { readonly [route: string]: Allowed<StaffCaller> } = {
  'GET /staff': at(inThisCounty, ...everyRole),
  'POST /staff/sign-out': at(inThisCounty, ...everyRole),
  'GET /staff/password': at(inThisCounty, ...everyRole),
  'POST /staff/password': at(inThisCounty, ...everyRole),
  'GET /staff/desk': at(inThisCounty, 'clerk'),
  'POST /staff/desk': at(inThisCounty, 'clerk'),

  'GET /desk': at(inThisCounty, 'clerk'),
  'GET /api/counter': at(inThisCounty, 'clerk'),
  'POST /api/counter/present': at(hereAndAbove, 'clerk'),
  'POST /api/counter/resend': at(hereAndAbove, 'clerk'),
  'POST /api/counter/code': at(hereAndAbove, 'clerk'),
  'GET /api/counter/cases': at(inThisCounty, 'clerk'),
  [`GET ${ofCase}`]: at(hereAndAbove, 'clerk'),
  [`DELETE ${ofCase}`]: at(hereAndAbove, 'clerk'),
  [`GET ${ofCase}/files/:dataset/:name`]: at(hereAndAbove, 'clerk'),
  [`POST ${ofCase}/datasets`]: at(hereAndAbove, 'clerk'),
  [`GET ${ofCase}/towns.json`]: at(hereAndAbove, 'clerk'),
  [`GET ${ofCase}/services/:service/draft`]: at(hereAndAbove, 'clerk'),
  [`GET ${ofCase}/services/:service/draft/events`]: at(hereAndAbove, 'clerk'),
  [`PUT ${ofCase}/services/:service/draft`]: at(hereAndAbove, 'clerk'),
  [`POST ${ofCase}/services/:service/draft/files`]: at(hereAndAbove, 'clerk'),
  [`DELETE ${ofCase}/services/:service/draft/files/:file`]: at(hereAndAbove, 'clerk'),
  [`POST ${ofCase}/services/:service/applications`]: at(hereAndAbove, 'clerk'),

  'GET /builder': at(inThisCounty, ...seeing),
  'GET /builder/:form': at(hereAndAbove, ...seeing),
  'GET /api/builder/me': at(inThisCounty, ...seeing),
  'GET /api/builder/catalogue': at(inThisCounty, ...seeing),
  'GET /api/builder/residents': at(inThisCounty, ...seeing),
  'POST /api/builder/check': at(hereAndAbove, ...seeing),
  'POST /api/builder/mapped': at(inThisCounty, ...seeing),
  'POST /api/builder/validator': at(inThisCounty, ...seeing),
  // Its name is the digest of what it holds.
  'GET /api/builder/validators/:name{[0-9a-f]{64}\\.js}': at(inThisCounty, ...seeing),
  'POST /api/builder/import': at(inThisCounty, ...designing),
  [`GET ${forms}`]: at(inThisCounty, ...seeing),
  // In the service's office; elsewhere they make forms of their own.
  [`POST ${forms}`]: at(hereAndAbove, ...designing),
  [`GET ${ofForm}/draft`]: at(hereAndAbove, ...seeing),
  [`PUT ${ofForm}/draft`]: at(hereAndAbove, ...designing),
  [`DELETE ${ofForm}/draft`]: at(hereAndAbove, ...designing),
  [`GET ${ofForm}/kept`]: at(hereAndAbove, ...seeing),
  [`GET ${ofForm}/kept/:kept`]: at(hereAndAbove, ...seeing),
  [`POST ${ofForm}/check`]: at(hereAndAbove, ...seeing),
  [`POST ${ofForm}/sent`]: at(hereAndAbove, ...designing),
  [`DELETE ${ofForm}/sent`]: at(hereAndAbove, ...designing),
  [`GET ${ofForm}/review`]: at(hereAndAbove, ...seeing),
  'GET /api/builder/approvals': at(inThisCounty, 'approver'),
  'GET /api/builder/publications': at(inThisCounty, 'publisher'),
  'GET /api/builder/notices': at(inThisCounty, ...seeing),
  'POST /api/builder/notices/read': at(inThisCounty, ...seeing),
  [`POST ${ofForm}/approval`]: at(hereAndAbove, 'approver'),
  [`DELETE ${ofForm}/approval`]: at(hereAndAbove, 'approver'),
  [`POST ${ofForm}/publish`]: at(hereAndAbove, 'publisher'),
  [`PUT ${ofForm}/schedule`]: at(hereAndAbove, 'publisher'),
  [`GET ${ofForm}/versions`]: at(hereAndAbove, ...seeing),
  [`GET ${ofForm}/versions/:version`]: at(hereAndAbove, ...seeing),
  [`GET ${ofForm}/versions/:version/diff/:other`]: at(hereAndAbove, ...seeing),
  [`POST ${ofForm}/versions/:version/restore`]: at(hereAndAbove, ...designing),
  [`GET ${ofForm}/export`]: at(hereAndAbove, ...seeing),

  'GET /staff/offices': at(inThisCounty, 'administrator'),
  'POST /staff/offices': at(hereAndAbove, 'administrator'),
  'GET /staff/offices/:office': at(hereAndAbove, 'administrator'),
  'POST /staff/offices/:office/name': at(hereAndAbove, 'administrator'),
  'POST /staff/offices/:office/parent': at(above, 'administrator'),
  'POST /staff/offices/:office/close': at(above, 'administrator'),
  'POST /staff/offices/:office/roles': at(hereAndAbove, 'administrator'),
  'POST /staff/offices/:office/roles/take': at(hereAndAbove, 'administrator'),
  'GET /staff/desks': at(inThisCounty, 'administrator'),
  'POST /staff/desks': at(hereAndAbove, 'administrator'),
  'POST /staff/desks/:desk/place': at(hereAndAbove, 'administrator'),
  'POST /staff/desks/:desk/free': at(hereAndAbove, 'administrator'),
  'POST /staff/desks/:desk/close': at(hereAndAbove, 'administrator'),
  'GET /staff/registrations': at(inThisCounty, 'administrator'),
  'GET /staff/registrations/:service': at(hereAndAbove, 'administrator'),
  'POST /staff/registrations/:service/decision': at(hereAndAbove, 'administrator'),
  'GET /staff/registrations/:service/:version/application.odt': at(hereAndAbove, 'administrator'),
  'GET /staff/registrations/:service/:version/application.pdf': at(hereAndAbove, 'administrator'),
  'GET /staff/services': at(inThisCounty, 'administrator'),
  'POST /staff/services/:service/office': at(hereAndAbove, 'administrator'),
  'GET /staff/people': at(inThisCounty, 'administrator'),
  'POST /staff/people/invite': at(hereAndAbove, 'administrator'),
  'POST /staff/people/:person/renew': at(hereAndAbove, 'administrator'),
  'POST /staff/people/:person/close': at(hereAndAbove, 'administrator'),
  'GET /staff/looks': at(inThisCounty, 'auditor', 'administrator'),
  'GET /staff/records': at(inThisCounty, 'auditor', 'administrator'),
  'GET /staff/applications': at(inThisCounty, 'case-officer'),
};

/** Of the staff's paths those are everybody's; `matrix.test.ts` has them. */
const doors = /^\/staff\/(assets\/|sign-in$|join\/)/;

export const isStaffRoute = ({ path }: Route): boolean =>
  /^\/(staff|desk|builder|api\/counter|api\/builder)(\/|$)/.test(path) && !doors.test(path);
