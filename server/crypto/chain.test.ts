import assert from 'node:assert/strict';
import { X509Certificate, type KeyObject } from 'node:crypto';
import { before, test } from 'node:test';
import { createTestPki, testNow, testValidity, type TestPki } from '../testing/test-pki.ts';
import { CertificateError, type CertificateReason } from './certificate-error.ts';
import { verifyChain } from './chain.ts';
import { KeyUsageFlags } from './peculiar.ts';
import { createTestCa, issueCertificate, newRsaKey, type CertificateWish, type Issued } from './x509.ts';

let pki: TestPki;
let middle: Issued;
/** A leaf under the intermediate. */
let leaf: Issued;
before(async () => {
  pki = await createTestPki();
  middle = await issueCertificate(pki.ca, wish('Middle CA', { privateKey: pki.keys[0], ca: {} }));
  leaf = await issueCertificate(middle, wish('Leaf', { privateKey: pki.keys[1] }));
});

const wish = (CN: string, rest: Partial<CertificateWish> = {}): CertificateWish => ({
  ...testValidity,
  subject: { CN },
  ...rest,
});
const spare = (): { privateKey: KeyObject } => ({ privateKey: pki.keys[1] });

function refused(
  reason: CertificateReason,
  certificate: X509Certificate,
  anchors: readonly X509Certificate[],
  now = testNow,
): void {
  assert.throws(
    () => verifyChain(certificate, anchors, now),
    (error: unknown) => {
      assert.ok(error instanceof CertificateError, String(error));
      assert.equal(error.reason, reason);
      return true;
    },
  );
}

test('a leaf under a root, and under an intermediate in whatever order the bundle has', () => {
  assert.equal(verifyChain(pki.agency.certificate, [pki.ca.certificate], testNow).length, 2);
  const path = verifyChain(leaf.certificate, [middle.certificate, pki.ca.certificate], testNow);
  assert.deepEqual(path, [leaf.certificate, middle.certificate, pki.ca.certificate]);
  assert.equal(verifyChain(leaf.certificate, [pki.ca.certificate, middle.certificate], testNow).length, 3);
});

test('the first and the last moment count as valid', () => {
  for (const now of [testValidity.notBefore, testValidity.notAfter]) {
    assert.equal(verifyChain(pki.agency.certificate, [pki.ca.certificate], now).length, 2);
  }
});

test('no root, no intermediate, nothing: no issuer', () => {
  refused('no-issuer', leaf.certificate, [middle.certificate]);
  refused('no-issuer', leaf.certificate, [pki.ca.certificate]);
  refused('no-issuer', leaf.certificate, []);
});

test('an impostor with the name of the CA does not count, and does not stand in the way of the true one', async () => {
  const impostor = await createTestCa(wish('x', { subject: { C: 'TW', O: '測試', CN: 'Test CA' }, ...spare() }));
  refused('bad-signature', pki.agency.certificate, [impostor.certificate]);
  assert.equal(verifyChain(pki.agency.certificate, [impostor.certificate, pki.ca.certificate], testNow).length, 2);
});

test('time is checked on every certificate of the path', async () => {
  const shortLived = { notBefore: testValidity.notBefore, notAfter: new Date('2026-02-01T00:00:00Z') };
  const oldMiddle = await issueCertificate(pki.ca, wish('Old CA', { ...shortLived, privateKey: pki.keys[0], ca: {} }));
  const underOld = await issueCertificate(oldMiddle, wish('Leaf', spare()));
  refused('expired', underOld.certificate, [oldMiddle.certificate, pki.ca.certificate]);
  const oldRoot = await createTestCa(wish('Old root', { ...shortLived, privateKey: pki.keys[0] }));
  refused('expired', (await issueCertificate(oldRoot, wish('Leaf', spare()))).certificate, [oldRoot.certificate]);
  refused(
    'not-yet-valid',
    pki.agency.certificate,
    [pki.ca.certificate],
    new Date(testValidity.notBefore.getTime() - 1000),
  );
});

test('an end entity issues nothing', async () => {
  const forged = await issueCertificate(
    { certificate: leaf.certificate, privateKey: pki.keys[1] },
    wish('Forged', { privateKey: pki.keys[0] }),
  );
  refused('issuer-not-ca', forged.certificate, [leaf.certificate, middle.certificate, pki.ca.certificate]);
});

test('a CA that may not sign certificates issues nothing', async () => {
  const mute = await createTestCa(wish('Mute', { privateKey: pki.keys[0], keyUsage: KeyUsageFlags.digitalSignature }));
  refused('key-usage', (await issueCertificate(mute, wish('Leaf', spare()))).certificate, [mute.certificate]);
});

test('without key usage a CA and a leaf are not restricted', async () => {
  const plain = await createTestCa(wish('Plain', { privateKey: pki.keys[0], keyUsage: 'none' }));
  const plainLeaf = await issueCertificate(plain, wish('Leaf', { ...spare(), keyUsage: 'none' }));
  assert.equal(verifyChain(plainLeaf.certificate, [plain.certificate], testNow).length, 2);
});

test('a leaf for encryption only does not sign', async () => {
  const other = await issueCertificate(pki.ca, wish('Leaf', { ...spare(), keyUsage: KeyUsageFlags.keyEncipherment }));
  refused('key-usage', other.certificate, [pki.ca.certificate]);
});

test('the path length of every CA is kept', async () => {
  const root = await createTestCa(wish('Short root', { privateKey: pki.keys[0], ca: { pathLength: 0 } }));
  assert.equal(
    verifyChain((await issueCertificate(root, wish('Leaf', spare()))).certificate, [root.certificate], testNow).length,
    2,
  );
  const under = await issueCertificate(root, wish('Under', { ...spare(), ca: {} }));
  const deep = await issueCertificate(under, wish('Leaf', { privateKey: pki.agency.privateKey }));
  refused('path-too-long', deep.certificate, [under.certificate, root.certificate]);
});

test('SHA-1 is refused on the leaf and on intermediates, and says nothing on a root', async () => {
  const sha1Leaf = await issueCertificate(pki.ca, wish('Leaf', { ...spare(), hash: 'SHA-1' }));
  refused('weak-signature', sha1Leaf.certificate, [pki.ca.certificate]);
  const sha1Middle = await issueCertificate(
    pki.ca,
    wish('Weak CA', { privateKey: pki.keys[0], ca: {}, hash: 'SHA-1' }),
  );
  const underWeak = await issueCertificate(sha1Middle, wish('Leaf', spare()));
  refused('weak-signature', underWeak.certificate, [sha1Middle.certificate, pki.ca.certificate]);
  const sha1Root = await createTestCa(wish('Old root', { privateKey: pki.keys[0], hash: 'SHA-1' }));
  const underRoot = await issueCertificate(sha1Root, wish('Leaf', spare()));
  assert.equal(verifyChain(underRoot.certificate, [sha1Root.certificate], testNow).length, 2);
});

test('weak keys are refused, of the leaf and of the CA', async () => {
  const weakKey = await newRsaKey({ bits: 1024 });
  const weakLeaf = await issueCertificate(pki.ca, wish('Leaf', { privateKey: weakKey }));
  refused('weak-key', weakLeaf.certificate, [pki.ca.certificate]);
  const weakCa = await createTestCa(wish('Weak CA', { privateKey: weakKey }));
  refused('weak-issuer-key', (await issueCertificate(weakCa, wish('Leaf', spare()))).certificate, [weakCa.certificate]);
});

test('a self-signed certificate, a CA and an anchor do not sign data', async () => {
  const self = await createTestCa(wish('Self', { ...spare(), ca: undefined }));
  refused('self-signed', self.certificate, [pki.ca.certificate]);
  refused('leaf-is-anchor', self.certificate, [self.certificate]);
  refused('leaf-is-anchor', pki.agency.certificate, [pki.agency.certificate, pki.ca.certificate]);
  refused('leaf-is-ca', middle.certificate, [pki.ca.certificate]);
});

test('two CAs that issue each other lead nowhere', async () => {
  const a = await createTestCa(wish('A', { privateKey: pki.keys[0] }));
  const b = await createTestCa(wish('B', { privateKey: pki.keys[1] }));
  const aByB = await issueCertificate(b, wish('A', { privateKey: pki.keys[0], ca: {} }));
  const bByA = await issueCertificate(a, wish('B', { privateKey: pki.keys[1], ca: {} }));
  const under = await issueCertificate(aByB, wish('Leaf', { privateKey: pki.agency.privateKey }));
  refused('no-issuer', under.certificate, [aByB.certificate, bByA.certificate]);
  assert.equal(
    verifyChain(under.certificate, [aByB.certificate, bByA.certificate, b.certificate], testNow).at(-1)!.subject,
    'CN=B',
  );
});

test('a changed byte anywhere in the signed part is noticed', () => {
  for (let at = 60; at < pki.agency.certificate.raw.length - 256; at += 37) {
    const raw = Buffer.from(pki.agency.certificate.raw);
    raw[at]! ^= 1;
    assert.throws(() => verifyChain(new X509Certificate(raw), [pki.ca.certificate], testNow), `byte ${at}`);
  }
});
