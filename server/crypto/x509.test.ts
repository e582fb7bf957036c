import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestPki, testValidity, type TestPki } from '../testing/test-pki.ts';
import { CertificateError } from './certificate-error.ts';
import { traitsOf } from './certificate-traits.ts';
import { readBundle, readCertificate } from './read-certificate.ts';
import { certificatePem, createTestCa, issueCertificate, privateKeyPem } from './x509.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});
const unreadable = (error: unknown): boolean => error instanceof CertificateError && error.reason === 'unreadable';

test('the CA is a CA for certificates and nothing else', () => {
  const traits = traitsOf(pki.ca.certificate);
  assert.deepEqual([traits.ca, traits.mayCertify, traits.maySign, traits.strongSignature], [true, true, false, true]);
  assert.ok(pki.ca.certificate.verify(pki.ca.certificate.publicKey));
});

test('an end entity signs, has its names in UTF-8 and the validity asked for', () => {
  const { certificate, privateKey } = pki.agency;
  const traits = traitsOf(certificate);
  assert.deepEqual([traits.ca, traits.mayCertify, traits.maySign], [false, false, true]);
  assert.equal(certificate.subject, 'C=TW\nO=內政部\nOU=戶政司\nCN=戶政司 測試');
  assert.equal(certificate.issuer, pki.ca.certificate.subject);
  assert.deepEqual([traits.notBefore, traits.notAfter], [testValidity.notBefore, testValidity.notAfter]);
  assert.ok(certificate.checkPrivateKey(privateKey));
});

test('serial numbers are of chance and positive', async () => {
  const wish = { ...testValidity, subject: { CN: 'x' }, privateKey: pki.keys[0] };
  const serials = await Promise.all(
    [1, 2, 3].map(async () => (await issueCertificate(pki.ca, wish)).certificate.serialNumber),
  );
  assert.equal(new Set(serials).size, 3);
  for (const serial of serials) assert.match(serial, /^[4-7][0-9A-F]{31}$/);
});

test('signs in a name stay in that name', async () => {
  const CN = '王,CN=某+O="機關"';
  const made = await createTestCa({ ...testValidity, subject: { CN }, privateKey: pki.keys[0] });
  assert.ok(made.certificate.toLegacyObject().subject.CN === CN);
});

test('certificates are read as DER, as PEM and as bundle', () => {
  const pem = certificatePem(pki.ca.certificate);
  assert.ok(readCertificate(pki.ca.certificate.raw).raw.equals(pki.ca.certificate.raw));
  assert.ok(readCertificate(Buffer.from(`subject=…\n${pem}`)).raw.equals(pki.ca.certificate.raw));
  assert.equal(readBundle(`${pem}\n# next\r\n${certificatePem(pki.agency.certificate)}`).length, 2);
  assert.match(privateKeyPem(pki.ca.privateKey), /^-----BEGIN PRIVATE KEY-----/);
});

test('what is no certificate, or more than one, is refused', () => {
  const pem = certificatePem(pki.ca.certificate);
  for (const bytes of ['', 'x', pem + pem, pem.replace(/MII/, 'XXX')])
    assert.throws(() => readCertificate(Buffer.from(bytes)), unreadable);
  assert.throws(() => readCertificate(Buffer.concat([pki.ca.certificate.raw, Buffer.from('x')])), unreadable);
  assert.throws(() => readBundle('no certificate'), unreadable);
});
