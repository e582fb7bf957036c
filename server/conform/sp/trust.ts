/** The kit's own authority, kept in a folder so that a service provider can be told once to believe it, and what it issues. */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  certificatePem,
  createTestCa,
  issueCertificate,
  newRsaKey,
  privateKeyPem,
  type Issued,
  type Validity,
} from '../../crypto/x509.ts';
import { CannotRun } from '../check.ts';

export interface Signer {
  readonly key: KeyObject;
  /** Bytes of `certificate.cer`. */
  readonly certificate: Uint8Array;
}

/** Who can have signed a package. */
export interface Signers {
  readonly good: Signer;
  /** As `good`, in PEM. */
  readonly pem: Signer;
  /** Through an intermediate, in PEM: signer first, and signer last. */
  readonly chain: Signer;
  readonly chainReversed: Signer;
  readonly expired: Signer;
  readonly notYet: Signer;
  /** Of an authority that nobody knows. */
  readonly stranger: Signer;
  /** Signs with another key than the certificate's. */
  readonly otherKey: Signer;
}

const day = 24 * 60 * 60 * 1000;

export interface Authority {
  readonly ca: Issued;
  /** To be trusted by who is checked. */
  readonly caFile: string;
  /** Of agencies. */
  readonly keys: readonly [KeyObject, KeyObject];
}

/** What the folder holds; made where it has none. @throws CannotRun */
export async function readAuthority(folder: string, now: Date): Promise<Authority> {
  const caFile = join(folder, 'ca.pem');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const [caKey, ...keys] = await Promise.all(
      ['ca-key.pem', 'agency-key.pem', 'other-key.pem'].map((name) => readOrMakeKey(join(folder, name))),
    );
    const pem = await readFile(caFile, 'utf8').catch(() => undefined);
    const ca =
      pem === undefined
        ? await createTestCa({
            subject: { C: 'TW', O: 'MyData 相容性檢測', CN: 'Conformance Test CA' },
            notBefore: new Date(now.getTime() - day),
            notAfter: new Date(now.getTime() + 3650 * day),
            privateKey: caKey!,
          })
        : { certificate: new X509Certificate(pem), privateKey: caKey! };
    if (pem === undefined) await writeFile(caFile, certificatePem(ca.certificate));
    return { ca, caFile, keys: [keys[0]!, keys[1]!] };
  } catch (error) {
    const { message } = error as Error;
    throw new CannotRun(
      { 'zh-Hant': `無法使用資料夾 ${folder}:${message}`, en: `cannot use ${folder}: ${message}` },
      'pki',
    );
  }
}

async function readOrMakeKey(file: string): Promise<KeyObject> {
  const pem = await readFile(file, 'utf8').catch(() => undefined);
  if (pem !== undefined) return createPrivateKey(pem);
  const key = await newRsaKey();
  await writeFile(file, privateKeyPem(key), { mode: 0o600 });
  return key;
}

/**
 * Issues all of them anew with the folder's keys; valid from an hour before `now` to 30 days after, save those that
 * must not be.
 */
export async function makeSigners({ ca, keys: [key, other] }: Authority, now: Date): Promise<Signers> {
  const at = (days: number): Date => new Date(now.getTime() + days * day);
  const usual: Validity = { notBefore: at(-1 / 24), notAfter: at(30) };
  const subject = { C: 'TW', O: '測試機關', CN: '相容性檢測 資料提供者' };
  const agency = (issuer: Issued, validity: Validity = usual): Promise<Issued> =>
    issueCertificate(issuer, { ...validity, subject, privateKey: key });
  const intermediate = await issueCertificate(ca, {
    ...usual,
    subject: { C: 'TW', O: 'MyData 相容性檢測', CN: 'Conformance Intermediate CA' },
    privateKey: other,
    ca: { pathLength: 0 },
  });
  const stranger = await createTestCa({ ...usual, subject: { C: 'TW', CN: 'Unknown CA' }, privateKey: other });
  const [good, below, expired, notYet, strange] = await Promise.all([
    agency(ca),
    agency(intermediate),
    agency(ca, { notBefore: at(-1 / 24), notAfter: new Date(now.getTime() - 60_000) }),
    agency(ca, { notBefore: at(2), notAfter: at(30) }),
    agency(stranger),
  ]);
  const der = ({ certificate }: Issued): Signer => ({ key, certificate: certificate.raw });
  const pem = (...chain: readonly Issued[]): Signer => ({
    key,
    certificate: Buffer.from(chain.map(({ certificate }) => certificatePem(certificate)).join('')),
  });
  return {
    good: der(good),
    pem: pem(good),
    chain: pem(below, intermediate),
    chainReversed: pem(intermediate, below),
    expired: der(expired),
    notYet: der(notYet),
    stranger: der(strange),
    otherKey: { key: other, certificate: good.certificate.raw },
  };
}
