/** The builder's interface over a county of its own, with staff who are who they say. */
import { Hono } from 'hono';
import { fileURLToPath } from 'node:url';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { errorHandler } from '../../http/errors.ts';
import { HttpError } from '../../http/errors.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { mayAnywhere } from '../access/may.ts';
import { clientsOf, registrationsFor, wantedClients } from '../client-registration.ts';
import type { CountyDependencies } from '../config.ts';
import { renderCountyError } from '../errors.ts';
import { loadServices } from '../services/load-services.ts';
import { officesOf } from '../offices/tree.ts';
import { builderRoutes } from './routes.ts';
import type { StaffRole } from '../staff/role.ts';
import type { CountyStorage } from '../storage.ts';
import { countyUrl, openWorld, platformUrl, type World } from '../testing/county-under-test.ts';
import type { Designer } from './staff.ts';

/** All of the whole county. */
const people = {
  ann: { id: 'ann', name: '王怡君', roles: ['designer'] },
  ben: { id: 'ben', name: '蔡宗翰', roles: ['designer', 'approver'] },
  cai: { id: 'cai', name: '黃國棟', roles: ['approver'] },
  dan: { id: 'dan', name: '吳佩珊', roles: ['publisher'] },
  /** Who may do all of it may still not do all of it with one piece of work. */
  fay: { id: 'fay', name: '何美玲', roles: ['designer', 'approver', 'publisher'] },
  eve: { id: 'eve', name: '林小萍', roles: ['clerk'] },
} as const satisfies Record<
  string,
  { readonly id: string; readonly name: string; readonly roles: readonly StaffRole[] }
>;

export type Person = keyof typeof people;

interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

export interface FormsWorld {
  readonly world: World;
  as(person: Person | undefined): (method: string, path: string, body?: unknown) => Promise<Answer>;
}

const services = await loadServices(fileURLToPath(new URL('../../../schemas/services/chiayi', import.meta.url)));
const residents = (await loadResidents()).slice(0, 6);
let pki: TestPki | undefined;

/** Chiayi's services; `live` is without invented residents. */
export async function openForms({
  storage = memoryCountyStorage(),
  environment = 'test',
  space,
}: {
  readonly storage?: CountyStorage;
  readonly environment?: 'test' | 'live';
  readonly space?: CountyDependencies['space'];
} = {}): Promise<FormsWorld> {
  pki ??= await createTestPki();
  const world = await openWorld(pki, {
    storage,
    ...(space && { space }),
    keys: { clients: clientsOf(registrationsFor(wantedClients(services), [], countyUrl)) } as never,
    config: { publicUrl: countyUrl, platformUrl, environment, services, residents },
  });
  const app = new Hono();
  app.onError(errorHandler({ log: world.county.log, render: renderCountyError }));
  app.route(
    '/api/builder',
    builderRoutes(world.county, async (c, verb) => {
      const person = people[c.req.header('x-person') as Person];
      if (!person) throw new HttpError(401, 'staff-sign-in', { 'zh-Hant': '請先登入。', en: 'Please sign in.' });
      const { id, name, roles } = person;
      const memberships = roles.map((role) => ({ office: world.county.organisation.id, role }));
      const staff: Designer = { id, name, memberships, offices: officesOf(await storage.offices()) };
      if (!mayAnywhere(staff, verb))
        throw new HttpError(403, 'staff-role', { 'zh-Hant': '沒有權限。', en: 'Not yours.' });
      return staff;
    }),
  );
  return {
    world,
    as: (person) => async (method, path, body) => {
      const response = await app.request(`/api/builder${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(person && { 'x-person': person }) },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json') && text;
      return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
    },
  };
}
