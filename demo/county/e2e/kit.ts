/**
 * The parties on free ports with a data folder of their own, as `npm start` runs them, the demo's four counties side by
 * side, and a browser to meet them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { freePorts } from '#server/testing/free-ports.ts';
import { findChrome } from '#scripts/chrome.mjs';

export interface TestResident {
  readonly slug: string;
  readonly name: string;
  readonly nationalId: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly rocBirthday: string;
  readonly card: { readonly number: string; readonly pin: string };
  readonly nhi: { readonly number: string; readonly password: string };
  readonly householdNumber: string;
  readonly passkey: {
    readonly credentialId: string;
    readonly privateKeyPkcs8: string;
    readonly userHandle: string;
    readonly rpId: string;
    readonly signCount: number;
  };
}

/** Beside Chiayi. */
export const otherCounties = ['taoyuan', 'yunlin', 'hualien'] as const;
export type OtherCounty = (typeof otherCounties)[number];

export interface Kit {
  readonly browser: Browser;
  /** `county` is the first one, Chiayi. */
  readonly urls: { readonly [party in 'platform' | 'county' | 'provider' | OtherCounty]: string };
  /** Where the databases lie. */
  readonly folder: string;
  folderOf(party: keyof Kit['urls']): string;
  resident(slug: string): TestResident;
  /** All that the process wrote. */
  printed(): string;
  /** JSON at one of the parties' doors for trying things out. */
  read<T>(party: keyof Kit['urls'], path: string): Promise<T>;
  stop(): Promise<void>;
}

const root = new URL('../../../', import.meta.url).pathname;

/** Resolves when the line `ready` is printed; throws with what was printed when the process ends before. */
function ready(server: ChildProcess, printed: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const read = (chunk: Buffer): void => {
      printed.push(chunk.toString());
      if (/^ready$/m.test(printed.join(''))) {
        done();
        server.stdout!.off('data', read).on('data', keep);
        server.stderr!.off('data', read).on('data', keep);
      }
    };
    const keep = (chunk: Buffer): void => void printed.push(chunk.toString());
    server.stdout!.on('data', read);
    server.stderr!.on('data', read);
    server.once('close', (status) => fail(new Error(`the server ended with ${status}:\n${printed.join('')}`)));
  });
}

/**
 * The keys of the agencies and of the residents' cards take most of a first start, so the test run makes them once and
 * each kit begins with a copy. They name no port; databases and registrations do, and are always new.
 */
const keyFolders = ['platform/keys', 'provider'];
const shared = process.env['MYDATA_E2E_KEYS'];
const madeBefore = shared && join(shared, 'made');

async function copyKeys(from: string, to: string): Promise<void> {
  for (const folder of keyFolders) {
    await cp(join(from, folder), join(to, folder), {
      recursive: true,
      filter: (path) => !/\.db|^folder\.json$|^running\.lock$/.test(basename(path)),
    });
  }
}

/** Whole or not at all: another file's kit may begin at the same moment. */
async function keepKeys(folder: string): Promise<void> {
  if (!madeBefore || existsSync(madeBefore)) return;
  const mine = join(shared, basename(folder));
  await copyKeys(folder, mine);
  await rename(mine, madeBefore).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

const making = (party: string): string =>
  JSON.stringify({ id: randomUUID(), party, state: 'making', since: new Date().toISOString(), keys: {} });

export async function startKit(settings: Readonly<Record<string, string>> = {}): Promise<Kit> {
  const folder = await mkdtemp(join(tmpdir(), 'mydata-kit-'));
  if (madeBefore && existsSync(madeBefore)) {
    await copyKeys(madeBefore, folder);
    // Keys without a database are refused, unless the folder is still being made.
    for (const party of ['platform', 'provider']) await writeFile(join(folder, party, 'folder.json'), making(party));
  }
  const [platform, county, provider, ...others] = (await freePorts(3 + otherCounties.length)) as [
    number,
    number,
    number,
    ...number[],
  ];
  const server = spawn(process.execPath, ['dist/server/server/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      MYDATA_PLATFORM_PORT: String(platform),
      MYDATA_COUNTY_PORT: String(county),
      MYDATA_PROVIDER_PORT: String(provider),
      ...Object.fromEntries(
        otherCounties.map((id, index) => [`MYDATA_COUNTY_${id.toUpperCase()}_PORT`, String(others[index])]),
      ),
      MYDATA_DATA: folder,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const launched = findChrome().then((chrome) => chromium.launch({ ...chrome, headless: true }));
  const stop = async (): Promise<void> => {
    await launched.then((browser) => browser.close()).catch(() => undefined);
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'close');
      server.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([launched, ready(server, printed)]);
    await keepKeys(folder);
  } catch (error) {
    // What is left running would keep the test file from ending.
    await stop();
    throw error;
  }
  const browser = await launched;
  const urls = {
    platform: `http://localhost:${platform}`,
    county: `http://localhost:${county}`,
    provider: `http://localhost:${provider}`,
    ...(Object.fromEntries(otherCounties.map((id, index) => [id, `http://localhost:${others[index]}`])) as Record<
      OtherCounty,
      string
    >),
  };
  const read = async <T>(party: keyof Kit['urls'], path: string): Promise<T> => {
    const response = await fetch(`${urls[party]}${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  };
  // The county registers its services at the platform by itself, a moment after it is ready.
  for (let tries = 0; tries < 60; tries += 1) {
    const { services } = await read<{
      services: readonly { readonly mydata?: { readonly state: string } }[];
    }>('county', '/api/services').catch(() => ({ services: [] }));
    if (services.every(({ mydata }) => mydata?.state !== 'not-registered')) break;
    await new Promise((done) => setTimeout(done, 500));
  }
  const residents = await read<TestResident[]>('platform', '/sandbox/residents');
  return {
    browser,
    urls,
    folder,
    folderOf: (party) =>
      party === 'platform' || party === 'provider'
        ? join(folder, party)
        : join(folder, 'counties', party === 'county' ? 'chiayi' : party),
    read,
    resident(slug) {
      const found = residents.find((resident) => resident.slug === slug);
      if (!found) throw new Error(`no resident ${slug}: ${residents.map((one) => one.slug).join(', ')}`);
      return found;
    },
    printed: () => printed.join(''),
    stop,
  };
}

/** The same parties, with another county in the place of Chiayi. */
export const at = (kit: Kit, county: OtherCounty): Kit => ({
  ...kit,
  urls: { ...kit.urls, county: kit.urls[county] },
  folderOf: (party) => kit.folderOf(party === 'county' ? county : party),
  read: (party, path) => kit.read(party === 'county' ? county : party, path),
});
