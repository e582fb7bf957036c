/**
 * Platform, county and provider as they are started, joined by a fetch instead of ports: only for tests that follow data
 * through all three. A temporary data folder, a frozen clock, and the county's services as given.
 */
import { sign } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FormDefinition } from '../../schemas/form/definition.ts';
import type { Service } from '../../schemas/services/types.ts';
import type { DraftView } from '../../schemas/wire/county-api.ts';
import { readConfig } from '../config.ts';
import { readCounties } from '../counties/read-counties.ts';
import type { CountySetting } from '../counties/setting.ts';
import type { Fetch, Log } from '../context.ts';
import { loadResidents } from '../sandbox/load-residents.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { prepareCounty, startCounty } from '../start/county.ts';
import type { Party } from '../start/party.ts';
import { startPlatform } from '../start/platform.ts';
import { startProvider } from '../start/provider.ts';

export const joinedNow = new Date('2026-11-23T02:00:00Z');

const root = join(import.meta.dirname, '..', '..');

export interface Joined {
  readonly urls: Readonly<Record<Party['name'], string>>;
  /** Everything that the county logged, as text. */
  readonly countyLog: readonly string[];
  readonly resident: SandboxResident;
  readonly fetch: Fetch;
  /** A browser that goes the whole way and comes back to the form. */
  journey(service: string): Promise<DraftView>;
  close(): Promise<void>;
}

interface Card {
  readonly slug: string;
  readonly rocBirthday: string;
  readonly card: { readonly certificatePem: string; readonly privateKeyPem: string };
}

export async function joined(
  slug: string,
  services: readonly { readonly service: Service; readonly form: FormDefinition }[],
): Promise<Joined> {
  const folder = await mkdtemp(join(tmpdir(), 'joined-'));
  const servicesFolder = join(folder, 'services');
  for (const { service, form } of services) {
    await mkdir(join(servicesFolder, service.id), { recursive: true });
    await writeFile(join(servicesFolder, service.id, 'service.json'), JSON.stringify(service));
    await writeFile(join(servicesFolder, service.id, 'form.json'), JSON.stringify(form));
  }
  const config = readConfig(
    { MYDATA_DATA: join(folder, 'data'), MYDATA_SERVICES: servicesFolder, MYDATA_MINUTE_SECONDS: '0' },
    root,
  );
  await mkdir(join(folder, 'data'), { recursive: true });
  const counties = await readCounties(config);
  const [county] = counties as readonly [CountySetting];
  await prepareCounty(config, county);
  const residents = (await loadResidents()).filter((one) => one.slug === slug);
  const [resident] = residents;
  if (!resident) throw new Error(`no resident ${slug}`);

  const parties = new Map<string, Party>();
  const fetch: Fetch = async (url, init) => {
    const { origin } = new URL(url);
    const party = parties.get(origin);
    if (!party) throw new Error(`nobody at ${origin}`);
    return party.fetch(new Request(url, init));
  };
  const countyLog: string[] = [];
  const write = (fields: object, message: string): number => countyLog.push(`${message} ${JSON.stringify(fields)}`);
  const quiet: Log = { info() {}, warn() {}, error() {} };
  const given = { config, counties, root, residents, clock: { now: () => joinedNow }, log: quiet, fetch };
  const log: Log = { info: write, warn: write, error: write };
  for (const start of [startProvider, startPlatform, () => startCounty({ ...given, log }, county)]) {
    const party = await start(given);
    parties.set(party.url, party);
  }

  const urls = { ...config.urls, county: county.url };
  const answer = await fetch(`${config.urls.platform}/sandbox/residents`, { headers: { accept: 'application/json' } });
  const card = ((await answer.json()) as readonly Card[]).find((one) => one.slug === slug)!;
  return {
    urls,
    countyLog,
    resident,
    fetch,
    journey: (service) => goThrough({ fetch, county: county.url, resident, card, service }),
    async close() {
      for (const party of parties.values()) await party.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Way {
  readonly fetch: Fetch;
  readonly county: string;
  readonly resident: SandboxResident;
  readonly card: Card;
  readonly service: string;
}

async function goThrough({ fetch, county, resident, card, service }: Way): Promise<DraftView> {
  const browser = new Browser(fetch);
  const api = `${county}/api/services/${service}`;
  await browser.json(`${api}/draft`);
  const start = { nationalId: resident.nationalId, chosen: [] };
  const { location } = await browser.json<{ location: string }>(`${api}/journeys`, 'POST', start);
  let page = await browser.visit(location);
  for (let screens = 0; screens < 60 && new URL(page.url).pathname.startsWith('/journey/'); screens += 1) {
    const name = page.url.slice(page.url.lastIndexOf('/') + 1);
    if (name === 'fetching' || name === 'delivering') {
      await pause(10);
      page = await browser.visit(page.url);
      continue;
    }
    const form = hiddenFields(page.text);
    const challenge = Buffer.from(form['challenge'] ?? '');
    page = await browser.visit(page.url, {
      ...form,
      ...(name === 'terms' ? { agree: 'yes' } : {}),
      ...(name === 'consent' ? { decision: 'agree' } : {}),
      ...(name === 'identity'
        ? {
            nationalId: resident.nationalId,
            birthday: card.rocBirthday,
            certificate: card.card.certificatePem,
            signature: sign('sha256', challenge, card.card.privateKeyPem).toString('base64'),
          }
        : {}),
    });
  }
  if (new URL(page.url).origin !== county)
    throw new Error(
      `the way ended at ${new URL(page.url).pathname} ${page.text
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .slice(0, 400)}`,
    );
  for (let tries = 0; tries < 500; tries += 1) {
    const draft = await browser.json<DraftView>(`${api}/draft`);
    if (['filled', 'failed'].includes(draft.transfer.status)) return draft;
    await pause(10);
  }
  throw new Error('nothing arrived');
}

/** Cookies per origin, redirects followed by hand, forms read from the pages. */
class Browser {
  readonly #fetch: Fetch;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async visit(url: string, form?: Readonly<Record<string, string>>): Promise<{ url: string; text: string }> {
    let at = url;
    let response = await this.#send(
      at,
      form && { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(url).origin } },
    );
    for (let hops = 0; hops < 10 && response.status >= 300 && response.status < 400; hops += 1) {
      at = new URL(response.headers.get('location')!, at).href;
      response = await this.#send(at);
    }
    return { url: at, text: await response.text() };
  }

  async json<T>(url: string, method = 'GET', body?: unknown): Promise<T> {
    const response = await this.#send(url, {
      method,
      headers: { 'x-mydata-request': '1', origin: new URL(url).origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status}`);
    return (await response.json()) as T;
  }

  async #send(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }
}

function hiddenFields(page: string): Record<string, string> {
  const [, form = ''] = /<form[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    inputs.map((tag) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']),
  );
}
