/** Keys and certificates for tests, made once per test file: an RSA key costs a tenth of a second. */
import type { KeyObject } from 'node:crypto';
import { createTestCa, issueCertificate, newRsaKey, type Issued, type Validity } from '../crypto/x509.ts';

export const testNow = new Date('2026-11-23T02:00:00Z');

export const testValidity: Validity = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2030-01-01T00:00:00Z'),
};

export interface TestPki {
  readonly ca: Issued;
  readonly agency: Issued;
  /** Spare keys, for certificates whose key does not matter. */
  readonly keys: readonly [KeyObject, KeyObject];
}

export async function createTestPki(): Promise<TestPki> {
  const [caKey, agencyKey, ...keys] = await Promise.all([newRsaKey(), newRsaKey(), newRsaKey(), newRsaKey()]);
  const ca = await createTestCa({ ...testValidity, subject: { C: 'TW', O: '測試', CN: 'Test CA' }, privateKey: caKey });
  const agency = await issueCertificate(ca, {
    ...testValidity,
    subject: { C: 'TW', O: '內政部', OU: '戶政司', CN: '戶政司 測試' },
    privateKey: agencyKey,
  });
  return { ca, agency, keys: [keys[0]!, keys[1]!] };
}
