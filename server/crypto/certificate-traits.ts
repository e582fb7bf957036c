/** What `node:crypto` does not tell of a certificate: its extensions and the hash of its signature. */
import type { X509Certificate } from 'node:crypto';
import { CertificateError } from './certificate-error.ts';
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, X509Certificate as Parsed } from './peculiar.ts';

export interface CertificateTraits {
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Absent in CA certificates of version 1, which are none for us. */
  readonly ca: boolean;
  readonly pathLength?: number;
  /** undefined where the certificate does not restrict its key. */
  readonly mayCertify?: boolean;
  readonly maySign?: boolean;
  /** Extensions that must be understood and are not. */
  readonly unknownCritical: readonly string[];
  readonly strongSignature: boolean;
}

/** Key usage, basic constraints, extended key usage, alternative name, policies, key identifiers. */
const known = ['2.5.29.15', '2.5.29.19', '2.5.29.37', '2.5.29.17', '2.5.29.32', '2.5.29.35', '2.5.29.14'];

/**
 * Believes nothing and checks no signature. Throws `CertificateError` `unreadable`, also where an extension stands
 * twice (RFC 5280, 4.2).
 */
export function traitsOf(certificate: X509Certificate): CertificateTraits {
  try {
    const parsed = new Parsed(new Uint8Array(certificate.raw));
    const types = parsed.extensions.map(({ type }) => type);
    if (new Set(types).size !== types.length) throw new Error('an extension stands twice');
    const constraints = parsed.getExtension(BasicConstraintsExtension);
    const usages = parsed.getExtension(KeyUsagesExtension)?.usages;
    return {
      notBefore: parsed.notBefore,
      notAfter: parsed.notAfter,
      ca: constraints?.ca ?? false,
      pathLength: constraints?.pathLength,
      mayCertify: usages === undefined ? undefined : (usages & KeyUsageFlags.keyCertSign) !== 0,
      maySign: usages === undefined ? undefined : (usages & KeyUsageFlags.digitalSignature) !== 0,
      unknownCritical: parsed.extensions
        .filter(({ type, critical }) => critical && !known.includes(type))
        .map(({ type }) => type),
      strongSignature: isStrong(parsed.signatureAlgorithm),
    };
  } catch (error) {
    throw new CertificateError('unreadable', 'The certificate cannot be read.', { cause: error });
  }
}

function isStrong(algorithm: { readonly name?: string; readonly hash?: { readonly name: string } | string }): boolean {
  const hash = typeof algorithm.hash === 'string' ? algorithm.hash : algorithm.hash?.name;
  return algorithm.name === 'Ed25519' || ['SHA-256', 'SHA-384', 'SHA-512'].includes(hash ?? '');
}
