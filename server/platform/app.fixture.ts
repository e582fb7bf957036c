/** A platform in memory for tests, with invented residents, a provider that answers as told, and a browser of sorts. */
import { createCipheriv, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { memoryPlatformStorage } from '../adapters/memory/platform/storage.ts';
import { silentLog, type Fetch, type Log } from '../context.ts';
import type { EpochKeys } from '../crypto/epochs.ts';
import type { Issued } from '../crypto/x509.ts';
import type { PackageTrust } from '../packages/open-package.ts';
import { decryptField } from '../protocol/mydata-1/fields.ts';
import { packInner } from '../protocol/mydata-1/inner-zip.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { createApp, type PlatformApp } from './app.ts';
import { makePlatformKeys, type PlatformKeys } from './keys.ts';
import type { PlatformOptions } from './platform.ts';
import type { LimitStorage } from '../limits/storage.ts';
import { parseClients } from './registry/read-register.ts';
import { createTestPki, type TestPki } from '../testing/test-pki.ts';
import { compactRocDate } from '#schemas/taiwan/roc-date.ts';
import { seedPlatform } from './sandbox/seed.ts';
import type { PlatformStorage } from './storage.ts';
import { catalogue } from '#schemas/datasets/catalogue.ts';

export const publicUrl = 'http://localhost:8701';
export const household = 'API.7QovE2Gev6';
export const lowIncome = 'API.AbAYGIjoYw';
export const vehicle = 'API.60GGfgGX1A';

export const residents: readonly SandboxResident[] = [
  resident('lin', 'A123456789', '林小美', '1980-01-01', '1'),
  resident('wang', 'B123456780', '王大明', '1955-12-31', '2'),
];

function resident(slug: string, nationalId: string, name: string, birthDate: string, digit: string): SandboxResident {
  return {
    slug,
    note: { 'zh-Hant': '虛構人物', en: 'invented' },
    nationalId,
    name,
    birthDate,
    gender: 'F',
    email: `${slug}@example.test`,
    mobile: '0912345678',
    account: slug,
    card: { number: `AB${digit.repeat(14)}`, pin: '123456' },
    nhi: { number: digit.repeat(12), password: `nhi-${slug}` },
    householdNumber: `F123456${digit}`,
    records: {},
  };
}

export const client = {
  client_id: 'CLI.abcdefghij',
  client_secret: '0123456789abcdef',
  cbc_iv: 'fedcba9876543210',
  name: '嘉義縣急難救助',
  return_url: 'http://localhost:8702/mydata/return/emergency-relief',
  sp_api_url: 'http://localhost:8702/mydata/sp-api/emergency-relief',
  resources: [household, lowIncome],
};

/** Written out here and not taken from the product: the test speaks the interface for itself. */
export function encrypt(text: string, { client_secret, cbc_iv } = client): string {
  const cipher = createCipheriv('aes-256-cbc', client_secret + client_secret, cbc_iv);
  return Buffer.concat([cipher.update(text), cipher.final()]).toString('base64');
}

/** What a service provider asks about a person by. @param said `secret_key` as the SP-API was told it */
export function uidFor(said: string | undefined, nationalId: string, { client_secret, cbc_iv } = client): string {
  const secretKey = decryptField({ clientSecret: client_secret, cbcIv: cbc_iv }, said ?? '');
  const cipher = createCipheriv('aes-192-ecb', Buffer.from(secretKey, 'base64'), null);
  return Buffer.concat([cipher.update(nationalId), cipher.final()]).toString('base64url');
}

export interface DpAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
}
export interface SpCall {
  readonly tx_id: string;
  readonly permission_ticket: string;
  readonly secret_key?: string;
  readonly unable_to_deliver?: string[];
  readonly apiKey?: string;
}

let madePki: Promise<TestPki> | undefined;
let pki: TestPki | undefined;

/** The agency behind every package of a world, and its authority. */
export function agencyPki(): TestPki {
  if (!pki) throw new Error('a world comes first: it makes the keys');
  return pki;
}

/** A package as an agency signs it. */
export const innerZip = (payload: unknown): Uint8Array => signedZip([{ name: 'data.json', payload }]);

export function signedZip(
  files: readonly { readonly name: string; readonly payload: unknown }[],
  { certificate, privateKey }: Issued = agencyPki().agency,
): Uint8Array {
  const entries = files.map(({ name, payload }) => ({
    name,
    bytes: new TextEncoder().encode(JSON.stringify(payload)),
  }));
  return packInner(entries, { privateKey, certificateDer: certificate.raw });
}

export interface World {
  readonly app: PlatformApp;
  readonly options: PlatformOptions;
  /** A new process over the same storage, keys and clock. */
  restart(): PlatformApp;
  readonly storage: PlatformStorage;
  readonly keys: PlatformKeys;
  readonly clock: { now(): Date; pass(ms: number): void };
  /** By dataset; a function to look at the request. */
  readonly dp: Record<string, DpAnswer | ((request: Request) => DpAnswer | Promise<DpAnswer>)>;
  readonly dpRequests: Request[];
  readonly spCalls: SpCall[];
  sp: (call: SpCall) => number | Promise<number>;
  readonly log: { readonly level: string; readonly fields: unknown; readonly message: string }[];
}

let sharedKeys: Promise<PlatformKeys> | undefined;

export async function world(
  options: {
    clients?: readonly object[];
    storage?: PlatformStorage;
    environment?: 'test' | 'live';
    epochs?: EpochKeys;
    trust?: Partial<PackageTrust>;
    limits?: LimitStorage;
  } = {},
): Promise<World> {
  const { clients = [client], storage = memoryPlatformStorage(), environment = 'test' } = options;
  pki = await (madePki ??= createTestPki());
  const trust = { anchors: [pki.ca.certificate], ...options.trust };
  let now = new Date('2026-11-23T01:00:00Z').getTime();
  const clock = { now: () => new Date(now), pass: (ms: number) => void (now += ms) };
  // RSA keys take long to make; epochs are per world, or one world's sweep would take another's keys.
  const keys = {
    ...(await (sharedKeys ??= makePlatformKeys(residents, clock))),
    epochs: options.epochs ?? (await makePlatformKeys([], clock)).epochs,
  };
  const lines: World['log'][number][] = [];
  const write = (level: string) => (fields: unknown, message: string) => void lines.push({ level, fields, message });
  const log: Log = { ...silentLog, info: write('info'), warn: write('warn'), error: write('error') };
  const dp: World['dp'] = {};
  const state = { dp, dpRequests: [] as Request[], spCalls: [] as SpCall[], sp: (() => 200) as World['sp'] };
  const fetch: Fetch = async (address, init) => {
    const request = new Request(address, init);
    const url = new URL(request.url);
    if (url.pathname.startsWith('/dp/')) {
      state.dpRequests.push(request);
      const told = dp[url.pathname.slice(4)] ?? { status: 500 };
      const answer = typeof told === 'function' ? await told(request) : told;
      return new Response(answer.body ? Buffer.from(answer.body) : null, {
        status: answer.status,
        headers: { ...(answer.status === 200 ? { 'content-type': 'application/zip' } : {}), ...answer.headers },
      });
    }
    const call = (await request.json()) as SpCall;
    state.spCalls.push(call);
    return new Response(null, { status: await made.sp(call) });
  };
  const secrets = Object.fromEntries([...catalogue.keys()].map((id) => [id, `secret-of-${id}`]));
  const config = {
    environment,
    publicUrl,
    clients: parseClients(clients, 'clients.json', new Set(catalogue.keys())),
    residents,
    provider: { url: 'http://localhost:8703', secrets },
    scriptsFolder: '/nowhere',
    counterAnswerMs: 0,
  } as const;
  await seedPlatform({ storage, keys, residents, clock });
  const given: PlatformOptions = {
    storage,
    ...(options.limits && { limits: options.limits }),
    clock,
    keys,
    config,
    log,
    fetch,
    trust,
  };
  const restart = (): PlatformApp => createApp(given);
  const app = restart();
  const made: World = Object.assign(state, { app, options: given, restart, storage, keys, clock, log: lines });
  return made;
}

/** Answers about the person who asks, as an agency finds them: by the token. */
export const aboutWhoAsks =
  (made: Pick<World, 'app'>, payloadOf: (nationalId: string) => unknown) =>
  async (request: Request): Promise<DpAnswer> => {
    const authorization = request.headers.get('authorization') ?? '';
    const answer = await made.app.request('/connect/userinfo', { headers: { authorization } });
    const { uid } = (await answer.json()) as { readonly uid: string };
    return { status: 200, body: innerZip(payloadOf(uid)) };
  };

export interface Start {
  resources?: string;
  txId?: string;
  returnUrl?: string | null;
  pid?: string | null;
  clientId?: string;
}

export function entryUrl({
  resources = [household, lowIncome].join(':'),
  txId = randomUUID(),
  returnUrl = `${client.return_url}?draft=7`,
  pid = encrypt('A123456789'),
  clientId = client.client_id,
}: Start = {}): string {
  const query = new URLSearchParams();
  if (returnUrl !== null) query.set('returnUrl', returnUrl);
  if (pid !== null) query.set('pid', pid);
  return `/service/${clientId}/${Buffer.from(resources).toString('base64')}/${txId}?${query}`;
}

/** Keeps cookies, follows redirects inside the platform, reads forms from pages. */
export class Browser {
  readonly #app: PlatformApp;
  readonly #cookies = new Map<string, string>();
  readonly #env: object | undefined;

  /** @param address of the network, where it matters */
  constructor(app: PlatformApp, address?: string) {
    this.#app = app;
    this.#env = address === undefined ? undefined : { incoming: { socket: { remoteAddress: address } } };
  }

  /** As if an answer had set it. */
  keep(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  cookieHeader(): { readonly cookie: string } {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  async open(path: string, init: RequestInit = {}): Promise<Page> {
    const headers = new Headers(init.headers);
    headers.set('cookie', this.cookies());
    const response = await this.#app.request(path, { ...init, headers }, this.#env);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location?.startsWith('/')) return this.open(location);
    return { path, response, location, text: await response.text() };
  }

  /** Posts the page's form for `action` with its hidden fields and what is given. */
  async post(
    page: Page,
    action: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const form = [...page.text.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(([, to]) =>
      to?.endsWith(`/${action}`),
    );
    if (!form) throw new Error(`no form for ${action} on ${page.path}: ${page.response.status}`);
    const body = new URLSearchParams();
    for (const [input] of (form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      body.set(/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '');
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.open(form[1] ?? '', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  async toIdentity(start: Start = {}, method?: string): Promise<Page> {
    const facts = await this.open(entryUrl(start));
    const terms = await this.post(facts, 'facts');
    const identity = await this.post(terms, 'terms', { agree: 'yes' });
    return method ? this.open(`${identity.path}?method=${method}`) : identity;
  }

  /** Signs the page's challenge with the card of an invented resident. */
  async prove(
    world: World,
    page: Page,
    who = 'lin',
    action = 'identity',
    change: Record<string, string> = {},
  ): Promise<Page> {
    const person = residents.find(({ slug }) => slug === who);
    const held = world.keys.residents.get(who);
    if (!person || !held) throw new Error(who);
    const challenge = /name="challenge" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const signature = sign('sha256', Buffer.from(challenge), createPrivateKey(held.privateKeyPem)).toString('base64');
    return this.post(page, action, {
      nationalId: person.nationalId,
      birthday: compactRocDate(person.birthDate) ?? '',
      certificate: held.certificatePem,
      signature,
      ...change,
    });
  }

  async toConsent(world: World, start: Start = {}): Promise<Page> {
    const preview = await this.prove(world, await this.toIdentity(start));
    return this.post(preview, 'preview');
  }
}

export interface Page {
  readonly path: string;
  readonly response: Response;
  readonly location: string | null;
  readonly text: string;
}
