import assert from 'node:assert/strict';
import { X509Certificate, createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { verifyChain } from '../crypto/chain.ts';
import { readCrls } from '../crypto/crl.ts';
import { openKeys } from './keys.ts';

const now = new Date('2026-11-23T02:00:00Z');
const clock = { now: () => now };
const datasets = [
  { id: 'API.7QovE2Gev6', ministry: '內政部', unit: '戶政司' },
  { id: 'API.UDauDOLyZg', ministry: '內政部', unit: '戶政司' },
  { id: 'API.AbAYGIjoYw', ministry: '衛生福利部', unit: '社會救助及社工司/社會保險司' },
];
let root: string;
let folder: string;
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'provider-keys-'));
  folder = join(root, 'provider');
  await openKeys(folder, datasets, clock);
});
after(() => rm(root, { recursive: true }));

test('every dataset is signed by the certificate of its agency, under the CA', async () => {
  const keys = await openKeys(folder, datasets, clock);
  const ca = new X509Certificate(keys.caPem);
  const certificates = datasets.map(({ id }) => new X509Certificate(keys.signerOf(id)!.certificateDer));
  for (const [i, certificate] of certificates.entries()) {
    assert.equal(verifyChain(certificate, [ca], now).length, 2);
    assert.ok(certificate.checkPrivateKey(keys.signerOf(datasets[i]!.id)!.privateKey));
    assert.ok(certificate.subject.includes(`O=${datasets[i]!.ministry}`));
  }
  assert.ok(certificates[0]!.raw.equals(certificates[1]!.raw));
  assert.ok(!certificates[0]!.raw.equals(certificates[2]!.raw));
  assert.equal(keys.signerOf('API.0000000000'), undefined);
});

test('a later start finds the same keys', async () => {
  const [one, two] = await Promise.all([openKeys(folder, datasets, clock), openKeys(folder, datasets, clock)]);
  assert.equal(one.caPem, two.caPem);
  for (const { id } of datasets) {
    assert.deepEqual(one.signerOf(id)!.certificateDer, two.signerOf(id)!.certificateDer);
    assert.equal(one.secretOf(id), two.secretOf(id));
  }
  assert.equal(one.personHash('A123456789'), two.personHash('A123456789'));
  assert.notEqual(one.personHash('A123456789'), one.personHash('A800000014'));
});

test('only the CA’s certificate, its revocation list and the agencies’ names are for others to read, and nothing else is left behind', async () => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const modes = Object.fromEntries(
    await Promise.all(
      files.map(async ({ name, parentPath }) => [name, (await stat(join(parentPath, name))).mode & 0o777] as const),
    ),
  );
  assert.deepEqual(modes, {
    'agencies.json': 0o644,
    'ca.key': 0o600,
    'ca.pem': 0o644,
    'crl.pem': 0o644,
    'expired.pem': 0o600,
    'record.key': 0o600,
    'resources.json': 0o600,
    'revoked.pem': 0o600,
    'wrong-agency.pem': 0o600,
    '內政部-戶政司.pem': 0o600,
    '衛生福利部-社會救助及社工司_社會保險司.pem': 0o600,
  });
});

test('resources.json tells the platform each dataset’s secret', async () => {
  const rows = JSON.parse(await readFile(join(folder, 'resources.json'), 'utf8')) as {
    resource_id: string;
    resource_secret: string;
  }[];
  assert.deepEqual(
    rows.map(({ resource_id }) => resource_id),
    datasets.map(({ id }) => id),
  );
  const keys = await openKeys(folder, datasets, clock);
  for (const row of rows) {
    assert.match(row.resource_secret, /^[\w-]{32}$/);
    assert.equal(keys.secretOf(row.resource_id), row.resource_secret);
  }
  assert.equal(new Set(rows.map(({ resource_secret }) => resource_secret)).size, 3);
});

test('a dataset that is new gets its secret and certificate, the others keep theirs', async () => {
  const before = await openKeys(folder, datasets, clock);
  const more = await openKeys(
    folder,
    [...datasets, { id: 'API.60GGfgGX1A', ministry: '交通部', unit: '公路局' }],
    clock,
  );
  assert.ok(more.secretOf('API.60GGfgGX1A') && more.signerOf('API.60GGfgGX1A'));
  assert.equal(more.secretOf(datasets[0]!.id), before.secretOf(datasets[0]!.id));
  assert.deepEqual(more.signerOf(datasets[0]!.id)!.certificateDer, before.signerOf(datasets[0]!.id)!.certificateDer);
});

test('where time goes on without a start, it is renewed all the same', async () => {
  const own = join(root, 'renewed');
  const keys = await openKeys(own, datasets.slice(0, 1), clock);
  const { id } = datasets[0]!;
  const before = keys.signerOf(id)!.certificateDer;
  await keys.renew!(new Date(now.getTime() + 600 * 24 * 3_600_000));
  assert.deepEqual(keys.signerOf(id)!.certificateDer, before);
  const soon = new Date(now.getTime() + 700 * 24 * 3_600_000);
  await Promise.all([keys.renew!(soon), keys.renew!(soon)]);
  const ca = new X509Certificate(keys.caPem);
  assert.equal(verifyChain(new X509Certificate(keys.signerOf(id)!.certificateDer), [ca], soon).length, 2);
  assert.notDeepEqual(keys.signerOf(id)!.certificateDer, before);
  assert.equal((await readCrls(keys.crlPem, [ca]))[0]!.nextUpdate.getTime(), Date.parse(ca.validTo));
});

test('an agency’s certificate is renewed before it ends', async () => {
  const soon = new Date(now.getTime() + 700 * 24 * 3_600_000);
  const before = (await openKeys(folder, datasets, clock)).signerOf(datasets[0]!.id)!;
  const keys = await openKeys(folder, datasets, { now: () => soon });
  const renewed = keys.signerOf(datasets[0]!.id)!;
  assert.notDeepEqual(renewed.certificateDer, before.certificateDer);
  assert.equal(
    verifyChain(new X509Certificate(renewed.certificateDer), [new X509Certificate(keys.caPem)], soon).length,
    2,
  );
  assert.ok(createPublicKey(renewed.privateKey).equals(new X509Certificate(renewed.certificateDer).publicKey));
});

test('a CA whose key and certificate do not match, or that is at its end, stops the start', async () => {
  await assert.rejects(openKeys(folder, datasets, { now: () => new Date('2036-06-01T00:00:00Z') }), /begin anew/);
  const other = join(root, 'other');
  await openKeys(other, [], clock);
  await writeFile(join(other, 'ca.pem'), await readFile(join(folder, 'ca.pem')));
  await assert.rejects(openKeys(other, [], clock), /do not belong together/);
});

test('bad certificates are what they are called', async () => {
  const keys = await openKeys(folder, datasets, clock);
  const ca = new X509Certificate(keys.caPem);
  const crls = await readCrls(keys.crlPem, [ca]);
  const check = (kind: 'expired' | 'revoked' | 'wrong-agency') =>
    verifyChain(new X509Certificate(keys.badSigner(kind).certificateDer), [ca], now, crls);
  assert.throws(() => check('expired'), { reason: 'expired' });
  assert.throws(() => check('revoked'), { reason: 'revoked' });
  assert.equal(check('wrong-agency').length, 2, 'good in itself: only whose it is, is wrong');
  const good = new X509Certificate(keys.signerOf(datasets[0]!.id)!.certificateDer);
  assert.equal(verifyChain(good, [ca], now, crls).length, 2);
  const pins = JSON.parse(await readFile(join(folder, 'agencies.json'), 'utf8')) as Record<
    string,
    { O: string; OU: string }
  >;
  assert.deepEqual(pins[datasets[0]!.id], { O: '內政部', OU: '戶政司' });
});
