/** A provider in another language and our own conform, asked by the same command; and what is wrong is told by its check. */
import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { ownReach } from '../../calls/reach/reach.ts';
import { systemFetch } from '../../calls/system-fetch.ts';
import { readConfig } from '../../config.ts';
import { silentLog, systemClock, type Fetch } from '../../context.ts';
import { packageRoot } from '../../package-root.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { startProvider } from '../../start/provider.ts';
import { freePorts } from '../../testing/free-ports.ts';
import { conform } from '../command.ts';

const example = join(packageRoot, 'demo', 'providers', 'python');
const lowIncome = 'API.AbAYGIjoYw';
const secret = 'secret-of-the-agency';

let folder: string;
let port: number;
let ownPort: number;
let fetch: Fetch;
let resident: SandboxResident;
let foreign: ChildProcess;
let foreignUrl: string;
let own: Server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conform-dp-'));
  [port, ownPort] = (await freePorts(2)) as [number, number];
  const reach = ownReach({ networks: [] });
  fetch = await systemFetch({ connectMs: 5_000, reach: { partner: reach, stranger: reach } });
  const residents = await loadResidents();
  resident = residents.find(({ slug }) => slug === 'wu-yao-jung')!;
  await promisify(execFile)(join(example, 'make-keys.sh'), [join(folder, 'keys')]);
  const records = join(folder, 'records', resident.nationalId);
  await mkdir(records, { recursive: true });
  await writeFile(join(records, `${lowIncome}.json`), JSON.stringify(resident.records[lowIncome]));
  foreign = spawn(
    'python3',
    [
      join(example, 'provider.py'),
      ...['--port', '0', '--resource', lowIncome, '--secret', secret, '--platform', `http://localhost:${port}`],
      ...['--keys', join(folder, 'keys'), '--records', join(folder, 'records'), '--prepare', '1'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(foreign.stdout!, 'data')) as [Buffer];
  foreignUrl = String(line).trim();
  const config = readConfig(
    {
      MYDATA_DATA: join(folder, 'data'),
      MYDATA_PROVIDER_PORT: String(ownPort),
      MYDATA_PLATFORM_URL: `http://localhost:${port}`,
    },
    packageRoot,
  );
  const party = await startProvider({
    config,
    counties: [],
    root: packageRoot,
    residents,
    clock: systemClock,
    log: silentLog,
    fetch,
  });
  own = await new Promise<Server>((ready) => {
    const made = serve({ fetch: party.fetch, port: ownPort, hostname: '127.0.0.1' }, () => ready(made as Server));
  });
});
after(async () => {
  foreign.kill();
  own.closeAllConnections();
  own.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  const code = await conform({
    args: [
      'dp',
      '--resource',
      lowIncome,
      '--person',
      resident.nationalId,
      '--port',
      String(port),
      '--lang',
      'en',
      ...args,
    ],
    fetch,
    now: () => systemClock.now(),
    write: (line) => (said += `${line}\n`),
  });
  return { code, said };
}

const notPassed = (said: string): readonly string[] =>
  said.split('\n').filter((line) => /dp\.\w/.test(line) && !line.startsWith('passed'));

const skippedHere = /^skipped +dp\.(parameters|person|preparing)/;

test('a provider in Python conforms', async () => {
  const { code, said } = await run(['--url', foreignUrl, '--secret', secret, '--ca', join(folder, 'keys', 'ca.pem')]);
  assert.equal(code, 0, said);
  assert.deepEqual(
    notPassed(said).filter((line) => !skippedHere.test(line)),
    [],
  );
  assert.match(said, /passed +dp\.preparing/);
});

test('so does our own', async () => {
  const keys = join(folder, 'data', 'provider');
  const rows = JSON.parse(await readFile(join(keys, 'resources.json'), 'utf8')) as readonly {
    readonly resource_id: string;
    readonly resource_secret: string;
  }[];
  const { resource_secret } = rows.find(({ resource_id }) => resource_id === lowIncome)!;
  const url = `http://localhost:${ownPort}/dp/${lowIncome}`;
  const { code, said } = await run(['--url', url, '--secret', resource_secret, '--ca', join(keys, 'ca.pem')]);
  assert.equal(code, 0, said);
  assert.deepEqual(
    notPassed(said).filter((line) => !skippedHere.test(line)),
    [],
  );
});

test('what is wrong is told by its check', async () => {
  const ca = join(folder, 'keys', 'ca.pem');
  const other = join(folder, 'data', 'provider', 'ca.pem');
  const stranger = await run(['--url', foreignUrl, '--secret', secret, '--ca', other, '--only', 'dp.package']);
  assert.equal(stranger.code, 1);
  assert.match(stranger.said, /step 1, certificate \(no-issuer\)/);
  const secretless = await run(['--url', foreignUrl, '--secret', 'another', '--ca', ca, '--only', 'dp.introspect']);
  assert.equal(secretless.code, 1);
  assert.match(secretless.said, /another resource_id or resource_secret/);
});

test('nobody at the address, a dataset that is none: said once, before the checks', async () => {
  const ca = join(folder, 'keys', 'ca.pem');
  const [free] = (await freePorts(1)) as [number];
  const nobody = await run(['--url', `http://localhost:${free}/dp`, '--secret', secret, '--ca', ca]);
  assert.equal(nobody.code, 2, nobody.said);
  assert.match(nobody.said, new RegExp(`^--url: http://localhost:${free}: nobody there`, 'm'));
  assert.doesNotMatch(nobody.said, /dp\.\w/);
  for (const id of ['KvvyRZSc5K', 'API.XXXXXXXXXX']) {
    const { code, said } = await run(['--url', foreignUrl, '--secret', secret, '--ca', ca, '--resource', id]);
    assert.equal(code, 2, said);
    assert.match(said, /^--resource: there is no dataset/m);
  }
});

test('a server that asks another platform is told the address to ask', async () => {
  const ca = join(folder, 'keys', 'ca.pem');
  const [other] = (await freePorts(1)) as [number];
  const elsewhere = ['--url', foreignUrl, '--secret', secret, '--ca', ca, '--port', String(other)];
  const { code, said } = await run([...elsewhere, '--only', 'dp.data']);
  assert.equal(code, 1, said);
  assert.match(
    said,
    new RegExp(`never asked the platform .* set the platform’s address in it to http://localhost:${other}`),
  );
});
