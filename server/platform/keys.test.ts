import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CertificateError } from '../crypto/certificate-error.ts';
import { verifyChain } from '../crypto/chain.ts';
import { readCertificate } from '../crypto/read-certificate.ts';
import { residents } from './app.fixture.ts';
import { makePlatformKeys } from './keys.ts';

const now = new Date('2026-11-23T08:00:00+08:00');

test('an expired card has a real certificate of the CA whose time is over', async () => {
  const [one, other] = residents;
  assert.ok(one && other);
  const keys = await makePlatformKeys([one, { ...other, card: { ...other.card, expired: true } }], { now: () => now });
  const believed = (slug: string): void => {
    const { certificatePem } = keys.residents.get(slug) ?? assert.fail(slug);
    verifyChain(readCertificate(Buffer.from(certificatePem, 'latin1')), keys.citizenCa, now);
  };
  believed(one.slug);
  assert.throws(
    () => believed(other.slug),
    (error: unknown) => error instanceof CertificateError && error.reason === 'expired',
  );
});

test('a revoked card is on the list that its own authority signed, and no other card is', async () => {
  const [one, other] = residents;
  assert.ok(one && other);
  const keys = await makePlatformKeys([one, { ...other, card: { ...other.card, revoked: true } }], { now: () => now });
  const check = (slug: string): void => {
    const { certificatePem } = keys.residents.get(slug) ?? assert.fail(slug);
    verifyChain(readCertificate(Buffer.from(certificatePem, 'latin1')), keys.citizenCa, now, keys.citizenCrls);
  };
  check(one.slug);
  assert.throws(
    () => check(other.slug),
    (error: unknown) => error instanceof CertificateError && error.reason === 'revoked',
  );
});
