/** The kit itself: a right service provider passes, and each wrong one fails the check that is about what is wrong. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { freePorts } from '../../testing/free-ports.ts';
import { littleSp, type Fault } from '../testing/little-sp.ts';
import { runKit, type Ran } from '../testing/run-kit.ts';
import { readAuthority } from './trust.ts';
import { spSuite } from './suite.ts';

const registered = {
  clientId: 'CLI.little0001',
  clientSecret: 'secretsecret1234',
  cbcIv: 'iviviviviviv1234',
  resources: ['API.7QovE2Gev6', 'API.UDauDOLyZg'],
  suspended: false,
};

let folder: string;
let person: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conform-mutants-'));
  const residents = await loadResidents();
  person = residents.find(({ records }) => registered.resources.every((id) => records[id]))!.nationalId;
});
after(() => rm(folder, { recursive: true }));

async function check(only: string, fault?: Fault): Promise<Ran> {
  const [port, kit] = (await freePorts(2)) as [number, number];
  const { ca } = await readAuthority(join(folder, 'pki'), new Date());
  const sp = await littleSp(port, registered, {
    platform: `http://localhost:${kit}`,
    person,
    anchor: ca.certificate,
    fault,
  });
  const file = join(folder, `client-${port}.json`);
  await writeFile(
    file,
    JSON.stringify({
      client_id: registered.clientId,
      client_secret: registered.clientSecret,
      cbc_iv: registered.cbcIv,
      return_url: `http://localhost:${port}/back`,
      sp_api_url: `http://localhost:${port}/sp`,
      resources: registered.resources,
    }),
  );
  const own = ['--url', sp.url, '--client', file, '--listen', String(kit), '--pki', join(folder, 'pki')];
  const quick = ['--patience', '3', '--quiet', '250', ...(only ? ['--only', only] : [])];
  try {
    return await runKit(['sp', ...own, ...quick], join(folder, `report-${port}.json`));
  } finally {
    await sp.close();
  }
}

test('a right one passes', async () => {
  const ran = await check('');
  assert.equal(ran.results.size, spSuite.checks.length);
  assert.deepEqual(
    [...ran.results].filter(([, result]) => result === 'failed'),
    [],
    ran.said,
  );
  assert.equal(ran.code, 0);
});

const mutants: readonly (readonly [fault: Fault, check: string])[] = [
  ['client-id-other', 'sp.entry-address'],
  ['resources-plain', 'sp.entry-resources'],
  ['resources-more', 'sp.entry-resources'],
  ['tx-id-reused', 'sp.entry-tx-id'],
  ['pid-plain', 'sp.entry-pid'],
  ['return-url-other', 'sp.entry-return-url'],
  ['slow', 'sp.sp-api-at-once'],
  ['fetches-first', 'sp.sp-api-at-once'],
  ['answers-201', 'sp.sp-api-status'],
  ['breaks-at-garbage', 'sp.sp-api-not-json'],
  ['takes-any-transaction', 'sp.sp-api-unknown-tx'],
  ['takes-any-key', 'sp.sp-api-secret-key'],
  ['needs-no-ticket', 'sp.sp-api-no-ticket'],
  ['fetches-the-undeliverable', 'sp.unable-to-deliver'],
  ['refuses-all', 'sp.accepts-package'],
  ['alnum-unread', 'sp.accepts-secret-key-alnum'],
  ['believes-all', 'sp.refuses-changed-file'],
  ['asks-no-authority', 'sp.refuses-stranger'],
  ['asks-no-person', 'sp.refuses-other-person'],
  ['no-ticket', 'sp.data-ticket'],
  ['other-tx-id', 'sp.data-ticket'],
  ['gives-up-at-403', 'sp.data-403-once'],
  ['hurries', 'sp.data-429'],
  ['loops-at-201', 'sp.data-201'],
  ['breaks-at-unknown-code', 'sp.return-599'],
  ['begins-again', 'sp.return-205'],
  ['fetches-at-any-return', 'sp.return-stranger'],
  ['plus-is-space', 'sp.return-space'],
  ['asks-no-status', 'sp.return-without-call'],
];

for (const [fault, id] of mutants)
  test(`${fault} fails ${id}`, async () => {
    const ran = await check(id, fault);
    assert.ok(['failed', 'advice'].includes(ran.results.get(id) ?? ''), ran.said);
  });
