import assert from 'node:assert/strict';
import { createHash, sign } from 'node:crypto';
import { before, test } from 'node:test';
import { zipSync } from 'fflate';
import { createTestCa, issueCertificate, newRsaKey } from '../../crypto/x509.ts';
import { createTestPki, testNow, testValidity, type TestPki } from '../../testing/test-pki.ts';
import { PackageError } from './errors.ts';
import { packInner, verifyInner } from './inner-zip.ts';
import { writeManifest } from './manifest-xml.ts';
import { readZip } from './zip.ts';

const name = 'API.7QovE2Gev6.json';
const files = [
  { name, bytes: Buffer.from('{"person_name":"測試"}') },
  { name: '附件.pdf', bytes: Buffer.from('%PDF-1.7') },
];
let pki: TestPki;
let good: Uint8Array;
before(async () => {
  pki = await createTestPki();
  good = packInner(files, { privateKey: pki.agency.privateKey, certificateDer: pki.agency.certificate.raw });
});

const trust = () => ({ anchors: [pki.ca.certificate], now: testNow });
const parts = (): Record<string, Uint8Array> => Object.fromEntries(readZip(good));
const signed = (manifest: Uint8Array): Record<string, Uint8Array> => ({
  'META-INFO/manifest.xml': manifest,
  'META-INFO/manifest.sha256withrsa': sign('RSA-SHA256', manifest, pki.agency.privateKey),
  'META-INFO/certificate.cer': pki.agency.certificate.raw,
});
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function refused(zip: Uint8Array, step: string, reason?: string, anchors = [pki.ca.certificate], now = testNow): void {
  assert.throws(
    () => verifyInner(zip, { anchors, now }),
    (error: unknown) => {
      assert.ok(error instanceof PackageError, String(error));
      assert.equal(error.step, step, error.message);
      assert.equal(error.code, `package-${step}`);
      if (reason) assert.equal(error.reason, reason);
      return true;
    },
  );
}

test('a package as it was signed is believed', () => {
  const read = verifyInner(good, trust());
  assert.deepEqual(
    read.files.map((file) => [file.name, Buffer.from(file.bytes)]),
    files.map((file) => [file.name, file.bytes]),
  );
  assert.equal(read.digest, sha256(good));
  assert.match(read.certificateSubject, /內政部/);
});

test('the certificate may be DER or PEM', () => {
  const pem = zipSync({ ...parts(), 'META-INFO/certificate.cer': Buffer.from(pki.agency.certificate.toString()) });
  assert.equal(verifyInner(pem, trust()).files.length, 2);
});

test('step 1: a certificate of a CA that we do not know', async () => {
  const otherCa = await createTestCa({ ...testValidity, subject: { CN: 'Other CA' }, privateKey: pki.keys[0] });
  const other = await issueCertificate(otherCa, {
    ...testValidity,
    subject: { CN: '戶政司 測試' },
    privateKey: pki.keys[1],
  });
  refused(
    packInner(files, { privateKey: other.privateKey, certificateDer: other.certificate.raw }),
    'certificate',
    'no-issuer',
  );
});

test('step 1: a certificate out of date, or not valid yet', () => {
  refused(good, 'certificate', 'expired', undefined, new Date('2030-01-02T00:00:00Z'));
  refused(good, 'certificate', 'not-yet-valid', undefined, new Date('2025-12-31T00:00:00Z'));
});

test('step 1: a certificate changed in one byte, or none at all', () => {
  const changed = Buffer.from(pki.agency.certificate.raw);
  changed[changed.length - 5]! ^= 1;
  refused(zipSync({ ...parts(), 'META-INFO/certificate.cer': changed }), 'certificate', 'bad-signature');
  refused(
    zipSync({ ...parts(), 'META-INFO/certificate.cer': Buffer.from('no certificate') }),
    'certificate',
    'unreadable',
  );
  refused(
    zipSync({ ...parts(), 'META-INFO/certificate.cer': Buffer.concat([pki.agency.certificate.raw, Buffer.from([0])]) }),
    'certificate',
    'unreadable',
  );
});

test('step 1: the CA itself cannot be the agency', () => {
  refused(
    packInner(files, { privateKey: pki.ca.privateKey, certificateDer: pki.ca.certificate.raw }),
    'certificate',
    'leaf-is-anchor',
  );
});

test('step 2: keys that are too weak', async () => {
  for (const [bits, publicExponent] of [
    [1024, 65537],
    [2048, 3],
  ] as const) {
    const weak = await issueCertificate(pki.ca, {
      ...testValidity,
      subject: { CN: '弱' },
      privateKey: await newRsaKey({ bits, publicExponent }),
    });
    refused(
      packInner(files, { privateKey: weak.privateKey, certificateDer: weak.certificate.raw }),
      'public-key',
      'weak-key',
    );
  }
});

test('step 3: a manifest that was changed, or signed by another', () => {
  const manifest = Buffer.from(parts()['META-INFO/manifest.xml']!);
  refused(
    zipSync({ ...parts(), 'META-INFO/manifest.xml': Buffer.concat([manifest, Buffer.from('\n')]) }),
    'manifest-signature',
  );
  refused(
    zipSync({ ...parts(), 'META-INFO/manifest.sha256withrsa': sign('RSA-SHA256', manifest, pki.keys[0]) }),
    'manifest-signature',
  );
  refused(
    zipSync({ ...parts(), 'META-INFO/manifest.sha256withrsa': sign('RSA-SHA1', manifest, pki.agency.privateKey) }),
    'manifest-signature',
  );
});

test('step 3: content and digest changed together, as a forger would', () => {
  const bytes = Buffer.from('{"person_name":"別人"}');
  const forged = writeManifest([
    { filename: name, digest: sha256(bytes) },
    { filename: files[1]!.name, digest: sha256(files[1]!.bytes) },
  ]);
  refused(zipSync({ ...parts(), [name]: bytes, 'META-INFO/manifest.xml': forged }), 'manifest-signature');
});

test('step 4: a file that was changed, added, removed or renamed', () => {
  refused(zipSync({ ...parts(), [name]: Buffer.from('{"person_name":"別人"}') }), 'digest', 'differs');
  refused(zipSync({ ...parts(), 'more.json': Buffer.from('{}') }), 'digest', 'not-in-manifest');
  const { [name]: content, ...rest } = parts();
  refused(zipSync(rest), 'digest', 'missing-file');
  refused(zipSync({ ...rest, 'API.7QovE2Gev6x.json': content! }), 'digest', 'missing-file');
});

test('step 4: digests in capitals, cut short or doubled, although signed', () => {
  const digest = sha256(files[0]!.bytes);
  const only = (rows: { filename: string; digest: string }[]): Uint8Array =>
    zipSync({ [name]: files[0]!.bytes, ...signed(writeManifest(rows)) });
  assert.equal(verifyInner(only([{ filename: name, digest }]), trust()).files.length, 1);
  for (const bad of [digest.toUpperCase(), digest.slice(1), `${digest}0`, ''])
    refused(only([{ filename: name, digest: bad }]), 'digest', 'malformed');
  refused(
    only([
      { filename: name, digest },
      { filename: name, digest },
    ]),
    'digest',
    'missing-file',
  );
  refused(
    only([{ filename: 'META-INFO/certificate.cer', digest: sha256(pki.agency.certificate.raw) }]),
    'digest',
    'missing-file',
  );
});

test('shape: a missing part, a strange file, a manifest that is none', () => {
  for (const [part, reason] of [
    ['META-INFO/manifest.xml', 'no-manifest'],
    ['META-INFO/manifest.sha256withrsa', 'no-signature'],
    ['META-INFO/certificate.cer', 'no-certificate'],
  ] as const) {
    const { [part]: _, ...rest } = parts();
    refused(zipSync(rest), 'shape', reason);
    refused(zipSync({ ...rest, [part]: new Uint8Array() }), 'shape', reason);
  }
  refused(zipSync({ ...parts(), 'run.exe': Buffer.from('MZ') }), 'shape', 'unexpected-name');
  refused(zipSync({ ...parts(), 'META-INFO/more.xml': Buffer.from('x') }), 'shape', 'unexpected-name');
  refused(zipSync(signed(Buffer.from('<files/>'))), 'shape', 'empty');
  refused(
    zipSync({ [name]: files[0]!.bytes, ...signed(Buffer.from('<files><file/></files>')) }),
    'shape',
    'manifest-row',
  );
});

test('nothing but files at the root can be packed', () => {
  const signer = { privateKey: pki.agency.privateKey, certificateDer: pki.agency.certificate.raw };
  for (const wrong of [
    [],
    [{ name: 'a/b.json', bytes: Buffer.from('x') }],
    [{ name: 'a.exe', bytes: Buffer.from('x') }],
  ]) {
    assert.throws(() => packInner(wrong, signer), TypeError);
  }
});
