/** A package that fails any step is refused, nothing of it is kept, and the log names the step and nobody. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { CompactEncrypt } from 'jose';
import { packInner } from '../../protocol/mydata-1/inner-zip.ts';
import { openingWords } from '../../protocol/mydata-1/opening-words.ts';
import { packOuter, type OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { newSecretKey, sealPayload } from '../../protocol/mydata-1/payload.ts';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import { issueCrl, readCrls } from '../../crypto/crl.ts';
import { issueCertificate } from '../../crypto/x509.ts';
import { openWorld, type World } from '../testing/county-under-test.ts';
import { householdPayload, personalPayload, resident, stranger } from '../testing/payloads.ts';
import { household, lowIncome, personal } from '../testing/test-service.ts';

let pki: TestPki;
let other: TestPki;
before(async () => {
  [pki, other] = await Promise.all([createTestPki(), createTestPki()]);
});

const words: ReadonlySet<string> = new Set(openingWords.flatMap((one) => one.words));
const manifest = 'META-INFO/manifest.xml';
const signature = 'META-INFO/manifest.sha256withrsa';

const changed = (zip: Uint8Array, change: (files: Unzipped) => void): Uint8Array => {
  const files = unzipSync(zip);
  change(files);
  return zipSync(files);
};
const good = (world: World, id: string): OuterEntry => ({
  resourceId: id,
  resourceName: id,
  code: 200,
  zip: world.signed(id === personal ? personalPayload() : householdPayload()),
});

interface Refusal {
  readonly what: string;
  readonly step: string;
  readonly resource?: string;
  readonly entries: (world: World) => Promise<readonly OuterEntry[]> | readonly OuterEntry[];
}

const tampered =
  (make: (world: World) => Uint8Array | Promise<Uint8Array>): Refusal['entries'] =>
  async (world) => [good(world, personal), { ...good(world, household), zip: await make(world) }];

const refusals: readonly Refusal[] = [
  {
    what: 'a certificate of an authority that is not trusted',
    step: 'certificate',
    resource: household,
    entries: tampered((world) => world.signed(householdPayload(), other)),
  },
  {
    what: 'a certificate whose time is over',
    step: 'certificate',
    resource: household,
    entries: tampered(async () => {
      const old = await issueCertificate(pki.ca, {
        subject: { CN: 'old' },
        privateKey: pki.keys[0],
        notBefore: new Date('2020-01-01'),
        notAfter: new Date('2021-01-01'),
      });
      return packInner([{ name: 'data.json', bytes: Buffer.from('{}') }], {
        privateKey: old.privateKey,
        certificateDer: old.certificate.raw,
      });
    }),
  },
  {
    what: 'a key too weak',
    step: 'public-key',
    resource: household,
    entries: tampered(async () => {
      const { newRsaKey } = await import('../../crypto/x509.ts');
      const weak = await issueCertificate(pki.ca, {
        subject: { CN: 'weak' },
        privateKey: await newRsaKey({ bits: 1024 }),
        notBefore: new Date('2026-01-01'),
        notAfter: new Date('2030-01-01'),
      });
      return packInner([{ name: 'data.json', bytes: Buffer.from('{}') }], {
        privateKey: weak.privateKey,
        certificateDer: weak.certificate.raw,
      });
    }),
  },
  {
    what: 'a manifest that was not the one signed',
    step: 'manifest-signature',
    resource: household,
    entries: tampered((world) =>
      changed(world.signed(householdPayload()), (files) => {
        files[manifest] = Buffer.concat([files[manifest]!, Buffer.from(' ')]);
      }),
    ),
  },
  {
    what: 'a signature of another key',
    step: 'manifest-signature',
    resource: household,
    entries: tampered((world) =>
      changed(world.signed(householdPayload()), (files) => {
        files[signature] = unzipSync(world.signed(householdPayload(), other))[signature]!;
      }),
    ),
  },
  {
    what: 'a file that was changed',
    step: 'digest',
    resource: household,
    entries: tampered((world) =>
      changed(world.signed(householdPayload()), (files) => {
        files['data.json'] = Buffer.from(JSON.stringify({ ...householdPayload(), x: 1 }));
      }),
    ),
  },
  {
    what: 'a file that the manifest does not know',
    step: 'digest',
    resource: household,
    entries: tampered((world) =>
      changed(world.signed(householdPayload()), (files) => {
        files['more.json'] = Buffer.from('{}');
      }),
    ),
  },
  {
    what: 'a file that unpacks to more than 50 MB',
    step: 'shape',
    resource: household,
    entries: tampered((world) =>
      changed(world.signed(householdPayload()), (files) => {
        files['oversized.pdf'] = new Uint8Array(51 * 1024 * 1024);
      }),
    ),
  },
  { what: 'no zip at all', step: 'shape', resource: household, entries: tampered(() => Buffer.from('not a zip')) },
  {
    what: 'a payload that is no such dataset',
    step: 'normalise',
    resource: household,
    entries: tampered((world) => world.signed({ hello: 'world' })),
  },
  {
    what: 'data of another person',
    step: 'wrong-person',
    resource: personal,
    entries: (world) => [
      { ...good(world, personal), zip: world.signed(personalPayload(stranger.nationalId, stranger.name)) },
      good(world, household),
    ],
  },
  { what: 'a dataset less than asked', step: 'resources', entries: (world) => [good(world, personal)] },
  {
    what: 'another dataset than asked',
    step: 'resources',
    entries: (world) => [good(world, personal), { resourceId: lowIncome, resourceName: 'x', code: 204 }],
  },
];

for (const { what, step, resource, entries } of refusals) {
  test(`refused: ${what}`, async () => {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    assert.equal((await world.deliver(sent.txId, await entries(world))).status, 200);
    await world.idle();

    const draft = await browser.draft();
    assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 'package']);
    assert.deepEqual([draft.official, draft.evidence], [{}, []]);
    const { draftId } = (await world.storage.transfer(sent.txId))!;
    assert.equal(await world.storage.official(draftId), undefined);

    const line = world.lines.find(({ message }) => message === 'package refused');
    assert.equal(line?.level, 'warn');
    assert.ok(words.has(String(line?.fields.code)), String(line?.fields.code));
    assert.deepEqual([line?.fields.tx, line?.fields.resource, line?.fields.step], [sent.txId, resource, step]);
    const record = (await world.storage.transferRecords()).at(-1);
    assert.deepEqual([record?.event, record?.ok, record?.resource], [310, false, resource]);
    assert.ok(record?.detail?.startsWith(step));
    const text = JSON.stringify([world.lines, await world.storage.transferRecords()]);
    for (const value of [resident.nationalId, resident.name, stranger.nationalId, stranger.name])
      assert.equal(text.includes(value), false);
  });
}

const seal = (plain: unknown, key: string, header: object = { alg: 'A256KW', enc: 'A256CBC-HS512' }): Promise<string> =>
  new CompactEncrypt(Buffer.from(typeof plain === 'string' ? plain : JSON.stringify(plain)))
    .setProtectedHeader(header as { alg: string; enc: string })
    .encrypt(Buffer.from(key));
const filename = 'CLI.abcdefghij.zip';
const dataOf = (zip: Uint8Array): string => `application/zip;data:${Buffer.from(zip).toString('base64url')}`;
const secret = 'MARKER-OF-CONTENT';

/** What the platform answers, sealed or not, and the one word that the log has for it. */
const sealings: readonly (readonly [code: string, jwe: (key: string) => Promise<string> | string])[] = [
  ['jwe-empty', () => ''],
  ['jwe-shape', () => `{"data":"${secret}"}`],
  ['jwe-header', () => 'AAAA.BBBB.CCCC.DDDD.EEEE'],
  ['jwe-algorithm', (key) => seal({}, key, { alg: 'A256KW', enc: 'A256GCM' })],
  ['jwe-compressed', (key) => seal({}, key, { alg: 'A256KW', enc: 'A256CBC-HS512', zip: 'DEF' })],
  ['jwe-key', () => seal({}, newSecretKey())],
  ['jwe-decrypt', async (key) => (await seal({}, key)).replace(/.{4}$/, 'AAAA')],
  ['envelope-json', (key) => seal(secret, key)],
  ['envelope-object', (key) => seal([secret], key)],
  ['envelope-filename', (key) => seal({ filename: `${secret}.exe`, data: dataOf(Buffer.from('x')) }, key)],
  ['envelope-data', (key) => seal({ filename }, key)],
  ['envelope-prefix', (key) => seal({ filename, data: `data:application/zip;base64,${secret}` }, key)],
  ['envelope-empty', (key) => seal({ filename, data: 'application/zip;data:' }, key)],
  ['envelope-base64', (key) => seal({ filename, data: `application/zip;data:${secret}*` }, key)],
  ['outer-no-zip', (key) => seal({ filename, data: dataOf(Buffer.from(secret)) }, key)],
  ['outer-no-manifest', (key) => seal({ filename, data: dataOf(zipSync({ 'API.a.zip': Buffer.from('x') })) }, key)],
  ['outer-unexpected-name', (key) => seal({ filename, data: dataOf(zipSync({ 'a.txt': Buffer.from('x') })) }, key)],
  ['outer-manifest-root', (key) => seal({ filename, data: dataOf(zipSync({ [manifest]: Buffer.from('<x/>') })) }, key)],
];

for (const [code, jwe] of sealings)
  test(`each thing that can be wrong with what the platform sends has a word: ${code}`, async () => {
    const world = await openWorld(pki);
    const browser = world.browser();
    const sent = await browser.leave(resident.nationalId, [household]);
    const key = newSecretKey();
    const answer = await jwe(key);
    world.answers.push(() => new Response(answer));
    await world.tell(sent.txId, { permission_ticket: randomUUID(), secret_key: encryptField(world.client, key) });
    await world.idle();
    assert.equal((await browser.draft()).transfer.code, 'package');
    const fields = world.lines.find(({ message }) => message === 'package refused')?.fields;
    assert.equal(fields?.code, code);
    assert.ok(words.has(code));
    assert.equal(typeof fields.bytes, 'number');
    if (!['jwe-empty', 'jwe-shape', 'jwe-header'].includes(code))
      assert.deepEqual([fields.alg, fields.enc], ['A256KW', code === 'jwe-algorithm' ? 'A256GCM' : 'A256CBC-HS512']);
    const records = await world.storage.transferRecords();
    assert.ok(records.at(-1)?.detail?.endsWith(code), records.at(-1)?.detail);
    assert.equal(JSON.stringify([world.lines, records]).includes(secret), false);
  });

test('each thing that can be wrong with the key has a word, and one answer', async () => {
  const world = await openWorld(pki);
  const sent = await world.browser().leave(resident.nationalId, [household]);
  const other = { ...world.client, clientSecret: 'x'.repeat(16) };
  for (const [code, secret_key] of [
    ['secret-key-missing', undefined],
    ['secret-key-missing', 7],
    ['secret-key-base64', '*'],
    ['secret-key-undecryptable', 'AAAA'],
    ['secret-key-undecryptable', encryptField(other, newSecretKey())],
    ['secret-key-malformed', encryptField(world.client, 'not a key')],
    ['secret-key-malformed', encryptField(world.client, `${newSecretKey()}0`)],
  ] as const) {
    world.lines.length = 0;
    const said = await world.tell(sent.txId, { permission_ticket: randomUUID(), secret_key });
    assert.deepEqual([said.status, await said.json()], [400, { code: 'delivery-malformed' }]);
    assert.equal(world.lines.find(({ message }) => message === 'delivery refused')?.fields.code, code);
    assert.ok(words.has(code));
  }
  assert.equal(
    (await world.tell(sent.txId, { permission_ticket: 'x', secret_key: encryptField(world.client, newSecretKey()) }))
      .status,
    400,
  );
  assert.equal(world.lines.findLast(({ message }) => message === 'delivery refused')?.fields.code, 'ticket-malformed');
});

test('a package in the other mode, under a key of letters and digits, fills the form', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  const secretKey = 'aZ09'.repeat(8);
  const zip = packOuter([good(world, personal), good(world, household)]);
  const jwe = await sealPayload({ clientId: world.client.clientId, zip, secretKey, mode: 'A256GCMKW' });
  world.answers.push(() => new Response(`${jwe}\r\n`, { headers: { 'content-type': 'text/plain' } }));
  await world.tell(sent.txId, { permission_ticket: randomUUID(), secret_key: encryptField(world.client, secretKey) });
  await world.idle();
  await browser.comeBack(sent.txId, 200);
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('a dataset that failed at the platform: 504, nothing kept', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, [
    { resourceId: personal, resourceName: 'x', code: 504 },
    { resourceId: household, resourceName: 'y', code: 504 },
  ]);
  await world.idle();
  const draft = await browser.draft();
  assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 504]);
});

test('a certificate that ended between two journeys is refused the second time', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  world.now = new Date('2031-01-01T00:00:00Z');
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, [good(world, personal), good(world, household)]);
  await world.idle();
  assert.equal((await browser.draft()).transfer.code, 'package');
  assert.notEqual(world.now, testNow);
});

test('with a revocation list and the agencies named, a revoked or another agency’s certificate is refused', async () => {
  const { keys } = await openWorld(pki);
  const list = async (revoked: TestPki['agency']['certificate'][]) => {
    const day = 24 * 3_600_000;
    const [thisUpdate, nextUpdate] = [new Date(testNow.getTime() - day), new Date(testNow.getTime() + day)];
    return readCrls(await issueCrl(pki.ca, { revoked, thisUpdate, nextUpdate }), keys.anchors);
  };
  const outcome = async (trust: Partial<World['keys']>): Promise<unknown> => {
    const world = await openWorld(pki, { keys: { ...keys, ...trust } });
    const sent = await world.browser().leave(resident.nationalId, [household]);
    await world.deliver(sent.txId, [good(world, personal), good(world, household)]);
    await world.idle();
    const fields = world.lines.find(({ message }) => message === 'package refused')?.fields;
    return fields && [fields.step, fields.reason];
  };
  const of = (O: string) => new Map([[household, { O }]]);
  assert.equal(await outcome({ crls: await list([]), agencies: of('內政部') }), undefined);
  assert.deepEqual(await outcome({ crls: await list([pki.agency.certificate]) }), ['certificate', 'revoked']);
  assert.deepEqual(await outcome({ agencies: of('財政部') }), ['certificate', 'wrong-agency']);
});
