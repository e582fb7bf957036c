/**
 * Revocation lists 憑證廢止清冊 (RFC 5280, section 5). A list is checked against its issuer once, when it is read; the
 * chain check then only looks serial numbers up.
 */
import { webcrypto, type X509Certificate } from 'node:crypto';
import { CertificateError } from './certificate-error.ts';
import { KeyUsageFlags, KeyUsagesExtension, X509Certificate as Parsed, X509Crl, X509CrlGenerator } from './peculiar.ts';
import type { Issued } from './x509.ts';

export interface RevocationList {
  readonly issuer: X509Certificate;
  readonly thisUpdate: Date;
  /** After it the list says nothing any more. */
  readonly nextUpdate: Date;
  /** As `serialOf` writes them. */
  readonly revoked: ReadonlySet<string>;
}

const crypto = webcrypto as unknown as Crypto;
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const block = /-----BEGIN X509 CRL-----[\sA-Za-z0-9+/=]*-----END X509 CRL-----/g;
const authorityKey = '2.5.29.35';

/** → the serial number in capitals without zeros before it, so that lists and certificates can be compared */
export const serialOf = (hex: string): string => hex.toUpperCase().replace(/^0+(?=.)/, '');

/** → PEM */
export async function issueCrl(
  issuer: Issued,
  wish: { readonly revoked: readonly X509Certificate[]; readonly thisUpdate: Date; readonly nextUpdate: Date },
): Promise<string> {
  const der = issuer.privateKey.export({ type: 'pkcs8', format: 'der' });
  const crl = await X509CrlGenerator.create(
    {
      issuer: new Parsed(new Uint8Array(issuer.certificate.raw)).subjectName,
      thisUpdate: wish.thisUpdate,
      nextUpdate: wish.nextUpdate,
      entries: wish.revoked.map(({ serialNumber }) => ({ serialNumber, revocationDate: wish.thisUpdate })),
      signingAlgorithm: algorithm,
      signingKey: (await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])) as unknown as CryptoKey,
    },
    crypto,
  );
  const base64 = Buffer.from(crl.rawData)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN X509 CRL-----\n${base64}\n-----END X509 CRL-----\n`;
}

/**
 * All lists of a PEM bundle. Throws `CertificateError` `crl-unreadable` for one that none of the anchors signed, that ends
 * nowhere, or that is partial: what is not understood must not look like "nothing revoked".
 */
export async function readCrls(pem: string, anchors: readonly X509Certificate[]): Promise<RevocationList[]> {
  const blocks = pem.match(block);
  if (!blocks) throw unreadable('The file holds no revocation list in PEM form.');
  return Promise.all(blocks.map((text) => readCrl(text, anchors)));
}

async function readCrl(text: string, anchors: readonly X509Certificate[]): Promise<RevocationList> {
  const crl = parsed(text);
  if (crl.extensions.some(({ critical, type }) => critical && type !== authorityKey))
    throw unreadable('A revocation list is partial.');
  if (!crl.nextUpdate) throw unreadable('A revocation list has no end.');
  for (const issuer of anchors) {
    const certificate = new Parsed(new Uint8Array(issuer.raw));
    const usages = certificate.getExtension(KeyUsagesExtension)?.usages;
    if (usages !== undefined && (usages & KeyUsageFlags.cRLSign) === 0) continue;
    if (certificate.subject !== crl.issuer || !(await signedBy(crl, certificate))) continue;
    return {
      issuer,
      thisUpdate: crl.thisUpdate,
      nextUpdate: crl.nextUpdate,
      revoked: new Set(crl.entries.map(({ serialNumber }) => serialOf(serialNumber))),
    };
  }
  throw unreadable('A revocation list is signed by no trusted authority.');
}

function parsed(text: string): X509Crl {
  try {
    return new X509Crl(Buffer.from(text.replace(/-----[^-]*-----|\s/g, ''), 'base64'));
  } catch (error) {
    throw unreadable('A revocation list cannot be read.', error);
  }
}

const signedBy = (crl: X509Crl, issuer: Parsed): Promise<boolean> =>
  crl.verify({ publicKey: issuer }, crypto).catch(() => false);

const unreadable = (message: string, cause?: unknown): CertificateError =>
  new CertificateError('crl-unreadable', message, { cause });
