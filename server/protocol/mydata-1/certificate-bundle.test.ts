/** `certificate.cer` with the authorities that stand between the agency and the root, as other signers write it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { zipSync } from 'fflate';
import { certificatePem, createTestCa, issueCertificate, type Issued } from '../../crypto/x509.ts';
import { createTestPki, testNow, testValidity, type TestPki } from '../../testing/test-pki.ts';
import { PackageError } from './errors.ts';
import { verifyInner } from './inner-zip.ts';
import { writeManifest } from './manifest-xml.ts';

const data = Buffer.from('{"person_name":"測試"}');
const manifest = writeManifest([{ filename: 'data.json', digest: createHash('sha256').update(data).digest('hex') }]);

const packageOf = (certificate: Uint8Array | string, key: KeyObject): Uint8Array =>
  zipSync({
    'data.json': data,
    'META-INFO/manifest.xml': manifest,
    'META-INFO/manifest.sha256withrsa': sign('RSA-SHA256', manifest, key),
    'META-INFO/certificate.cer': Buffer.from(certificate as string),
  });

let pki: TestPki;
let upper: Issued;
let lower: Issued;
let agency: Issued;
before(async () => {
  pki = await createTestPki();
  const [one, two] = pki.keys;
  upper = await issueCertificate(pki.ca, { ...testValidity, subject: { CN: 'Upper' }, privateKey: one, ca: {} });
  lower = await issueCertificate(upper, { ...testValidity, subject: { CN: 'Lower' }, privateKey: two, ca: {} });
  agency = await issueCertificate(lower, { ...testValidity, subject: { O: '內政部', CN: '戶政司' } });
});

const open = (certificate: Uint8Array | string, key = agency.privateKey, anchors = [pki.ca.certificate]) =>
  verifyInner(packageOf(certificate, key), { anchors, now: testNow });

function refused(word: string, ...given: Parameters<typeof open>): void {
  assert.throws(
    () => open(...given),
    (error) => {
      assert.ok(error instanceof PackageError, String(error));
      assert.equal(`${error.step} ${error.reason}`, word);
      return true;
    },
  );
}

const pem = (...all: readonly Issued[]): string => all.map(({ certificate }) => certificatePem(certificate)).join('');

test('the authorities may come along, in any order, with the root or without', () => {
  const root = pki.ca;
  for (const all of [
    [agency, lower, upper],
    [upper, lower, agency],
    [lower, agency, upper],
    [agency, lower, upper, root],
    [root, upper, lower, agency],
    [agency, agency, lower, upper, lower],
  ])
    assert.match(open(pem(...all)).certificateSubject, /戶政司/);
});

test('whatever stands beside the certificates is passed over', () => {
  const text = `Bag Attributes\r\n    friendlyName: 戶政司\r\nsubject=CN = x\r\n${pem(agency)}\r\nkey 1: none\r\n${pem(lower, upper)}end`;
  open(text);
  open(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'));
  open(`\uFEFF${pem(lower, upper, agency)}`);
});

test('DER, and a trusted bundle that has the authorities itself', () => {
  const anchors = [pki.ca, upper, lower].map(({ certificate }) => certificate);
  open(agency.certificate.raw, agency.privateKey, anchors);
  open(pem(agency), agency.privateKey, anchors);
  open(pem(upper, lower, agency), agency.privateKey, anchors);
});

test('an authority that is missing, or another root, is no way to ours', async () => {
  refused('certificate no-issuer', pem(agency));
  refused('certificate no-issuer', pem(agency, upper));
  const foreign = await createTestCa({ ...testValidity, subject: { CN: 'Foreign' }, privateKey: pki.keys[0] });
  refused('certificate no-issuer', pem(agency, lower, upper), agency.privateKey, [foreign.certificate]);
  // The root that came along ends no path.
  refused('certificate no-issuer', pem(agency, lower, upper, pki.ca), agency.privateKey, [foreign.certificate]);
});

test('the signer is who has signed: not an authority, and not whoever stands first', async () => {
  refused('certificate leaf-is-ca', pem(lower, upper, agency), lower.privateKey);
  refused('certificate leaf-is-anchor', pem(agency, lower, upper, pki.ca), pki.ca.privateKey);
  refused('manifest-signature differs', pem(agency, lower, upper), pki.agency.privateKey);
  // Beside a good one, of another key.
  const other = pki.agency;
  assert.match(open(pem(other, agency, lower, upper)).certificateSubject, /^.*戶政司$/m);
  assert.match(open(pem(other, agency, lower, upper), other.privateKey).certificateSubject, /戶政司 測試/);
  const self = await createTestCa({ ...testValidity, subject: { CN: 'x' }, privateKey: pki.keys[0] });
  refused('certificate self-signed', pem(agency, lower, self), self.privateKey);
});

test('what an authority may not do, one that came along may not either', async () => {
  const { privateKey } = agency;
  const below = async (wish: Partial<Parameters<typeof issueCertificate>[1]>): Promise<string> => {
    const middle = await issueCertificate(pki.ca, {
      ...testValidity,
      subject: { CN: 'Middle' },
      privateKey: pki.keys[0],
      ca: {},
      ...wish,
    });
    return pem(await issueCertificate(middle, { ...testValidity, subject: { CN: 'x' }, privateKey }), middle);
  };
  open(await below({}));
  refused('certificate issuer-not-ca', await below({ ca: undefined }));
  refused('certificate expired', await below({ notAfter: new Date('2026-02-01T00:00:00Z') }));
  refused('certificate weak-signature', await below({ hash: 'SHA-1' }));
});

test('a renewed certificate of one key may stand beside the one that is out of date', async () => {
  const { privateKey } = agency;
  const subject = { O: '內政部', CN: '戶政司' };
  const [notBefore, notAfter] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')];
  const old = await issueCertificate(lower, { subject, privateKey, notBefore, notAfter });
  open(pem(old, agency, lower, upper));
  refused('certificate expired', pem(old, lower, upper));
});

test('too many certificates, or bytes behind one, are refused', () => {
  refused('certificate unreadable', pem(...Array.from({ length: 9 }, () => agency)));
  refused('certificate unreadable', Buffer.concat([agency.certificate.raw, lower.certificate.raw]));
});

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'chain-'));
});
after(() => rmSync(folder, { recursive: true }));

test('a chain that openssl has made, as it prints and exports it', () => {
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  writeFileSync(at('ca.ext'), 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n');
  writeFileSync(at('leaf.ext'), 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n');
  const request = (name: string, subject: string): string =>
    openssl(
      'req',
      '-new',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      subject,
    );
  const issue = (name: string, by: readonly string[], extensions: string): string =>
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...by,
      '-days',
      '30',
      '-sha256',
      '-extfile',
      extensions,
      '-out',
      `${name}.pem`,
    );
  request('root', '/C=TW/O=Test/CN=Root');
  issue('root', ['-signkey', 'root.key'], 'ca.ext');
  request('middle', '/C=TW/O=Test/CN=Middle');
  issue('middle', ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial'], 'ca.ext');
  request('leaf', '/C=TW/O=MOI/CN=Agency');
  issue('leaf', ['-CA', 'middle.pem', '-CAkey', 'middle.key', '-CAcreateserial'], 'leaf.ext');
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  const anchors = [new X509Certificate(read('root.pem'))];
  const key = createPrivateKey(read('leaf.key'));
  const now = new Date(anchors[0]!.validFrom);
  now.setMinutes(now.getMinutes() + 1);
  const printed = ['middle', 'leaf'].map((name) => openssl('x509', '-in', `${name}.pem`, '-text')).join('');
  const pkcs12 = ['-export', '-inkey', 'leaf.key', '-in', 'leaf.pem', '-certfile', 'middle.pem', '-name', 'agency'];
  openssl('pkcs12', ...pkcs12, '-passout', 'pass:x', '-out', 'all.p12');
  const exported = openssl('pkcs12', '-in', 'all.p12', '-passin', 'pass:x', '-nokeys');
  assert.match(exported, /Bag Attributes/);
  for (const certificate of [printed, exported, read('leaf.pem') + read('middle.pem')])
    assert.match(verifyInner(packageOf(certificate, key), { anchors, now }).certificateSubject, /CN=Agency/);
});
