/** An agency's own server, in another language, stands beside the reference provider: the resident's data of both arrive. */
import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { packageRoot } from '../package-root.ts';
import { loadResidents } from '../sandbox/load-residents.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { Browser } from './browser.ts';
import { land, landForm, landService, propertyStatement } from './land-service.ts';
import { processes, type Processes } from './processes.ts';
import { leave, received, step, type Card } from './way.ts';

const example = join(packageRoot, 'demo', 'providers', 'python');
const secret = 'secret-of-the-agency';
const parcel = '7777-0001';

let folder: string;
let all: Processes;
let foreign: ChildProcess;
let resident: SandboxResident;
let card: Card;
let api: string;
/** Of its DP-API. */
let url: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foreign-'));
  const file = join(folder, 'providers.json');
  all = await processes([{ service: landService, form: landForm }], { MYDATA_PROVIDERS: file });
  await promisify(execFile)(join(example, 'make-keys.sh'), [join(folder, 'keys')]);
  resident = (await loadResidents()).find(({ slug }) => slug === 'yeh-shu-chuan')!;
  // As our own provider has it, but for one number: so it is seen whose it is.
  const table = String(resident.records[land]).replaceAll('0123-0000', parcel);
  assert.ok(table.includes(parcel));
  await mkdir(join(folder, 'records', resident.nationalId), { recursive: true });
  await writeFile(join(folder, 'records', resident.nationalId, `${land}.csv`), table);

  url = await startForeign();
  await writeFile(
    file,
    JSON.stringify([
      { resource_id: land, url, method: 'POST', token: 'bare', resource_secret: secret, ca: 'keys/ca.pem' },
    ]),
  );
  for (const name of ['provider', 'county', 'platform'] as const) await all.start(name);
  const answer = await fetch(`${all.urls.platform}/sandbox/residents`, { headers: { accept: 'application/json' } });
  card = ((await answer.json()) as readonly Card[]).find(({ slug }) => slug === resident.slug)!;
  api = `${all.urls.county}/api/services/${landService.id}`;
});
after(async () => {
  foreign.kill();
  await all.close();
  await rm(folder, { recursive: true, force: true });
});

async function startForeign(): Promise<string> {
  const [keys, records] = [join(folder, 'keys'), join(folder, 'records')];
  foreign = spawn(
    'python3',
    [
      join(example, 'provider.py'),
      ...['--port', '0', '--resource', land, '--secret', secret, '--platform', all.urls.platform],
      ...['--keys', keys, '--records', records, '--prepare', '1'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(foreign.stdout!, 'data')) as [Buffer];
  return String(line).trim();
}

test('the data of both arrive: of the foreign one after it was prepared, signed by its own authority', async () => {
  const browser = new Browser((url, init) => fetch(url, init));
  let page = await leave(browser, api, resident.nationalId);
  for (let steps = 0; steps < 3000 && new URL(page.url).origin !== all.urls.county; steps += 1)
    page = await step(browser, page, { resident, card });
  const draft = await received(browser, api);
  assert.deepEqual([draft.transfer.status, draft.transfer.code], ['filled', undefined]);
  assert.match(JSON.stringify(draft), new RegExp(parcel));
  assert.ok(JSON.stringify(draft).includes(propertyStatement), 'and that of our own');
  const records = (await (await fetch(`${all.urls.platform}/sandbox/records`)).json()) as readonly {
    readonly events: readonly { readonly number: number; readonly resourceId?: string }[];
  }[];
  const ofLand = records[0]!.events.filter(({ resourceId }) => resourceId === land).map(({ number }) => number);
  assert.deepEqual([...new Set(ofLand)].sort(), [250, 260, 270, 280]);
});

test('its heartbeat needs no token, and without one there is nothing else', async () => {
  const status = async (address: string, init?: RequestInit) => {
    const answer = await fetch(address, init);
    return [answer.status, await answer.text()];
  };
  assert.deepEqual(await status(`${url}?heartbeat=true`), [200, '']);
  assert.deepEqual(await status(url), [401, '']);
  assert.deepEqual(await status(url, { headers: { authorization: `test::${'a'.repeat(64)}` } }), [401, '']);
});
