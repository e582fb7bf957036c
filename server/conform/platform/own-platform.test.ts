/**
 * Our own platform conforms: it is asked by the same command that others are. And the kit itself: made wrong in one place by a
 * door that stands before it, the platform fails the check that is about what is wrong.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readConfig } from '../../config.ts';
import { readCounties } from '../../counties/read-counties.ts';
import { certificatePem, createTestCa, newRsaKey } from '../../crypto/x509.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { startPlatform } from '../../start/platform.ts';
import { freePorts } from '../../testing/free-ports.ts';
import { openDoor, type Change, type Door, type Passed } from '../testing/door.ts';
import { littleDp, type LittleDp } from '../testing/little-dp.ts';
import { runKit, type Ran } from '../testing/run-kit.ts';
import { root, serveParty, type Serving } from '../testing/serve-party.ts';

let folder: string;
let platform: Serving;
let provider: LittleDp;
let door: Door;

const resources = ['API.7QovE2Gev6', 'API.UDauDOLyZg'];
const secret = 'secret-of-the-test';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conform-platform-'));
  const [doorPort, port, providerPort, kit] = (await freePorts(4)) as [number, number, number, number];
  const client = (n: number, more: object): object => ({
    client_id: `CLI.conform00${n}`,
    client_secret: `secretsecret000${n}`,
    cbc_iv: `iviviviviviv000${n}`,
    name: '相容性檢測',
    return_url: `http://localhost:${kit}/back`,
    sp_api_url: `http://localhost:${kit}/sp`,
    resources,
    ...more,
  });
  const residents = (await loadResidents())
    .filter(({ records, card }) => resources.every((id) => records[id]) && !card.expired && !card.revoked)
    .slice(0, 2);
  provider = await littleDp(providerPort, `http://localhost:${doorPort}`, residents);
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  await mkdir(join(folder, 'data'), { recursive: true });
  const config = readConfig(
    {
      MYDATA_DATA: join(folder, 'data'),
      MYDATA_SERVICES: 'schemas/services/hualien',
      MYDATA_PLATFORM_PORT: String(port),
      MYDATA_PLATFORM_URL: `http://localhost:${doorPort}`,
      MYDATA_PROVIDER_URL: `http://localhost:${providerPort}`,
      MYDATA_CA: await write('ca.pem', provider.caPem),
      MYDATA_RESOURCES: await write(
        'resources.json',
        JSON.stringify(resources.map((resource_id) => ({ resource_id, resource_secret: secret }))),
      ),
      MYDATA_CLIENTS: await write(
        'clients.json',
        JSON.stringify([
          client(1, { api_key: 'key-of-the-kit', modes: ['online', 'counter'] }),
          client(2, { suspended: true }),
          client(3, { resources: [] }),
        ]),
      ),
    },
    root,
  );
  door = await openDoor(doorPort, port);
  platform = await serveParty(startPlatform, { config, counties: await readCounties(config), residents });
});
after(async () => {
  await platform.close();
  await door.close();
  await provider.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (only = '', ca = 'ca.pem'): Promise<Ran> =>
  runKit(
    [
      'platform',
      ...['--url', platform.party.url],
      ...['--client', join(folder, 'clients.json')],
      ...['--ca', join(folder, ca)],
      ...['--provider', `${resources[0]}:${secret}`],
      ...['--patience', '10'],
      ...(only ? ['--only', only] : []),
    ],
    join(folder, `report-${only}.json`),
  );

test('our platform conforms, and only what needs another machine is left out', async () => {
  const ran = await ask();
  assert.equal(ran.code, 0, ran.said);
  const left = [...ran.results].filter(([, result]) => result !== 'passed').map(([id]) => id);
  assert.deepEqual(left, ['platform.data-address'], ran.said);
});

const locationOf = ({ headers }: Passed): string =>
  headers[headers.findIndex((name) => /^location$/i.test(name)) + 1] ?? '';

/** Of redirects only. */
const relocated =
  (change: (location: string) => string): Change =>
  (_, passed) => {
    const location = passed.status === 302 || passed.status === 303 ? locationOf(passed) : '';
    return location ? { ...passed, headers: ['location', change(location)] } : passed;
  };
const of =
  (path: string, change: (passed: Passed) => Partial<Passed>): Change =>
  (passing, passed) =>
    passing.path.startsWith(path) ? { ...passed, ...change(passed) } : passed;
const rewritten =
  (path: string, change: (text: string) => string): Change =>
  (passing, passed) =>
    passing.path.startsWith(path) ? { ...passed, body: Buffer.from(change(passed.body.toString('utf8'))) } : passed;

let jwe: Passed | undefined;

const mutants: readonly (readonly [fault: string, check: string, change: Change])[] = [
  [
    'sends residents wherever returnUrl says',
    'platform.entry-return-url-other',
    ({ path }, passed) => {
      const to = new URL(path, 'http://door').searchParams.get('returnUrl');
      return to?.includes('elsewhere') ? { status: 302, headers: ['location', to], body: Buffer.alloc(0) } : passed;
    },
  ],
  ...(['entry-no-pid', 'entry-pid-unreadable', 'entry-tx-id-twice', 'entry-resources-twice'] as const).map(
    (name): readonly [string, string, Change] => [
      'opens whatever comes',
      `platform.${name}`,
      (_, passed) =>
        /code=400/.test(locationOf(passed)) ? { status: 200, headers: [], body: Buffer.from('ok') } : passed,
    ],
  ),
  [
    'takes datasets that nobody allowed',
    'platform.entry-resources-foreign',
    relocated((to) => to.replace('code=401', 'code=200')),
  ],
  ['tells failures without tx_id', 'platform.entry-back-tx-id', relocated((to) => to.replace(/tx_id=[^&]*/, ''))],
  ['opens without a signature', 'platform.signature-none', relocated((to) => to.replace('code=401', 'code=200'))],
  ['believes any signature', 'platform.signature-wrong', of('/service/spsignature/', () => ({ status: 200 }))],
  ['loses the query', 'platform.back-200', relocated((to) => to.replace(/&case=.*/, ''))],
  ['calls a refusal a delivery', 'platform.back-declined', relocated((to) => to.replace('code=205', 'code=200'))],
  [
    'calls another person the same',
    'platform.back-other-person',
    relocated((to) => to.replace('code=409', 'code=200')),
  ],
  [
    'calls a refused SP-API a delivery',
    'platform.back-not-accepted',
    relocated((to) => to.replace('code=410', 'code=200')),
  ],
  ['says 403 without a ticket', 'platform.data-no-ticket', of('/service/data', () => ({ status: 403 }))],
  ['explains a 403', 'platform.data-unknown-ticket', of('/service/data', () => ({ body: Buffer.from('no') }))],
  [
    'calls a JWE JSON',
    'platform.data-jwe',
    of('/service/data', () => ({ headers: ['content-type', 'application/json'] })),
  ],
  [
    'gives data twice',
    'platform.data-once',
    of('/service/data', (passed) => {
      if (passed.status === 200) jwe = passed;
      return jwe ?? passed;
    }),
  ],
  [
    'says the status as a number',
    'platform.txid-status-fetched',
    rewritten('/service/txid_status', (text) => text.replace(/"(\d{3})"/, '$1')),
  ],
  ['knows every tx_id', 'platform.txid-status-unknown', of('/service/txid_status', () => ({ status: 200 }))],
  ['invents a proof', 'platform.type-valid', rewritten('/service/type_valid', () => '{"verification":"NONE"}')],
  ['takes everybody for the person', 'platform.uid-valid', rewritten('/service/uid_valid', () => '{"code":true}')],
  ['lists nothing', 'platform.resources', rewritten('/find_all_resources', () => '[]')],
  ['knows every token', 'platform.introspect', rewritten('/connect/introspect', () => '{"active":true}')],
  ['tells of anybody', 'platform.userinfo', of('/connect/userinfo', () => ({ status: 200 }))],
];

for (const [fault, id, change] of mutants)
  test(`one that ${fault} fails ${id}`, async () => {
    door.change = change;
    try {
      const ran = await ask(id);
      assert.ok(['failed', 'advice'].includes(ran.results.get(id) ?? ''), ran.said);
    } finally {
      door.change = undefined;
    }
  });

test('packages of an authority that is not trusted fail platform.data-inner', async () => {
  const [notBefore, notAfter] = [new Date(Date.now() - 1000), new Date(Date.now() + 86_400_000)];
  // A key of the usual size for an authority takes long to make.
  const privateKey = await newRsaKey();
  const { certificate } = await createTestCa({ subject: { C: 'TW', CN: 'Other CA' }, notBefore, notAfter, privateKey });
  await writeFile(join(folder, 'other.pem'), certificatePem(certificate));
  const ran = await ask('platform.data-inner', 'other.pem');
  assert.equal(ran.results.get('platform.data-inner'), 'failed', ran.said);
  assert.match(ran.whys.get('platform.data-inner') ?? '', /certificate/);
});
