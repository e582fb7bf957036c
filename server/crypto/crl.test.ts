import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createTestPki, testNow, testValidity, type TestPki } from '../testing/test-pki.ts';
import { verifyChain } from './chain.ts';
import { issueCrl, readCrls } from './crl.ts';
import { createTestCa, issueCertificate } from './x509.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});
const thisUpdate = new Date(testNow.getTime() - 3_600_000);
const nextUpdate = new Date(testNow.getTime() + 24 * 3_600_000);
const list = (revoked: TestPki['agency']['certificate'][]) => issueCrl(pki.ca, { revoked, thisUpdate, nextUpdate });
const anchors = () => [pki.ca.certificate];

test('a certificate on the list is not believed, one beside it is', async () => {
  const other = await issueCertificate(pki.ca, {
    ...testValidity,
    subject: { CN: '別的機關' },
    privateKey: pki.keys[0],
  });
  const crls = await readCrls(await list([pki.agency.certificate]), anchors());
  assert.throws(() => verifyChain(pki.agency.certificate, anchors(), testNow, crls), { reason: 'revoked' });
  assert.equal(verifyChain(other.certificate, anchors(), testNow, crls).length, 2);
  assert.equal(
    verifyChain(pki.agency.certificate, anchors(), testNow, await readCrls(await list([]), anchors())).length,
    2,
  );
});

test('a list that is out of date, not yet valid, or of another authority only, says nothing', async () => {
  const crls = await readCrls(await list([]), anchors());
  const check = (now: Date, lists = crls) => verifyChain(pki.agency.certificate, anchors(), now, lists);
  assert.throws(() => check(new Date(nextUpdate.getTime() + 1000)), { reason: 'crl-stale' });
  assert.throws(() => check(new Date(thisUpdate.getTime() - 1000)), { reason: 'crl-stale' });
  const otherCa = await createTestCa({ ...testValidity, subject: { CN: 'Other CA' }, privateKey: pki.keys[1] });
  const others = await readCrls(await issueCrl(otherCa, { revoked: [], thisUpdate, nextUpdate }), [
    otherCa.certificate,
  ]);
  assert.throws(() => check(testNow, others), { reason: 'crl-missing' });
  assert.equal(check(testNow, []).length, 2, 'no lists, no check');
});

test('a list that no trusted authority signed is not read, nor what is none', async () => {
  const twin = await createTestCa({ ...testValidity, subject: { CN: 'Test CA' }, privateKey: pki.keys[1] });
  const pem = await list([]);
  for (const [text, trusted] of [
    [pem, [twin.certificate]],
    [pem, []],
    ['nothing', anchors()],
    ['-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----', anchors()],
  ] as const)
    await assert.rejects(readCrls(text, trusted), { reason: 'crl-unreadable' });
});
