/**
 * Platform, county and provider as they are started, joined by a fetch instead of ports: only for tests that follow data
 * through all three. A temporary data folder, a frozen clock, and the county's services as given.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import type { DraftView } from '#schemas/wire/county-api.ts';
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
import { Browser } from './browser.ts';
import { leave, received, step, type Card } from './way.ts';

export const joinedNow = new Date('2026-11-23T02:00:00Z');

const root = join(import.meta.dirname, '..', '..');

interface Provided {
  readonly dataset: string;
  /** Those that it may sign alone. */
  readonly fields: readonly string[];
}

export interface Joined {
  readonly urls: Readonly<Record<Party['name'], string>>;
  /** Everything that the county logged, as text. */
  readonly countyLog: readonly string[];
  readonly resident: SandboxResident;
  readonly fetch: Fetch;
  /** What the platform asked of the provider, in order. */
  readonly provided: readonly Provided[];
  /** A browser that goes the whole way and comes back to the form. @param seen each of the platform's screens */
  journey(service: string, seen?: (screen: string, text: string) => void): Promise<DraftView>;
  browser(): Browser;
  /** The clock goes on. */
  pass(ms: number): void;
  close(): Promise<void>;
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

  let now = joinedNow;
  const provided: Provided[] = [];
  const parties = new Map<string, Party>();
  const fetch: Fetch = async (url, init) => {
    const { origin, pathname, searchParams } = new URL(url);
    const party = parties.get(origin);
    if (!party) throw new Error(`nobody at ${origin}`);
    if (pathname.startsWith('/dp/') && !searchParams.has('heartbeat')) {
      const fields = new Headers(init.headers).get('fields')?.split(',') ?? [];
      provided.push({ dataset: pathname.slice('/dp/'.length), fields });
    }
    return party.fetch(new Request(url, init));
  };
  const countyLog: string[] = [];
  const write = (fields: object, message: string): number => countyLog.push(`${message} ${JSON.stringify(fields)}`);
  const quiet: Log = { info() {}, warn() {}, error() {} };
  const given = { config, counties, root, residents, clock: { now: () => now }, log: quiet, fetch };
  const log: Log = { info: write, warn: write, error: write };
  for (const start of [startProvider, startPlatform, () => startCounty({ ...given, log }, county)]) {
    const party = await start(given);
    parties.set(party.url, party);
    await party.begin?.();
  }

  const urls = { ...config.urls, county: county.url };
  const answer = await fetch(`${config.urls.platform}/sandbox/residents`, {
    to: 'partner',
    headers: { accept: 'application/json' },
  });
  const card = ((await answer.json()) as readonly Card[]).find((one) => one.slug === slug)!;
  return {
    urls,
    countyLog,
    resident,
    fetch,
    provided,
    journey: (service, seen) => goThrough({ fetch, county: county.url, resident, card, service, seen }),
    browser: () => new Browser(fetch),
    pass(ms) {
      now = new Date(now.getTime() + ms);
    },
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
  readonly seen?: ((screen: string, text: string) => void) | undefined;
}

async function goThrough({ fetch, county, resident, card, service, seen }: Way): Promise<DraftView> {
  const browser = new Browser(fetch);
  const api = `${county}/api/services/${service}`;
  let page = await leave(browser, api, resident.nationalId);
  for (let screens = 0; screens < 60 && new URL(page.url).pathname.startsWith('/journey/'); screens += 1) {
    seen?.(new URL(page.url).pathname.split('/').at(-1)!, page.text);
    page = await step(browser, page, { resident, card });
  }
  if (new URL(page.url).origin !== county)
    throw new Error(
      `the way ended at ${new URL(page.url).pathname} ${page.text
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .slice(0, 400)}`,
    );
  return received(browser, api);
}
