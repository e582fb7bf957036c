/**
 * Builds and checks the path from an end-entity certificate to a root that we were given (RFC 5280, section 6, without
 * policies and names). Owns what is believed. Revocation is checked where there are lists (`crl.ts`).
 */
import type { X509Certificate } from 'node:crypto';
import { CertificateError, type CertificateReason } from './certificate-error.ts';
import { traitsOf, type CertificateTraits } from './certificate-traits.ts';
import { serialOf, type RevocationList } from './crl.ts';
import { isStrongKey } from './rsa-key.ts';

const maxDepth = 6;

/**
 * @param anchors a bundle: roots, which end a path, and intermediates, which may stand in one
 * @param given certificates that came with the leaf: they may stand in a path, and end none
 * @param crls none: revocation is not checked. Any: the leaf's issuer must have a list; authorities above may have one
 * @returns the path, leaf first, root last. Throws `CertificateError`.
 */
export function verifyChain(
  leaf: X509Certificate,
  anchors: readonly X509Certificate[],
  now: Date,
  crls: readonly RevocationList[] = [],
  given: readonly X509Certificate[] = [],
): readonly X509Certificate[] {
  const traits = traitsOf(leaf);
  if (anchors.some((anchor) => anchor.raw.equals(leaf.raw)))
    refuse('leaf-is-anchor', 'The certificate is a trust anchor.');
  if (leaf.subject === leaf.issuer || isSelfSigned(leaf)) refuse('self-signed', 'The certificate is signed by itself.');
  if (traits.ca) refuse('leaf-is-ca', 'A CA certificate does not sign data.');
  if (traits.maySign === false) refuse('key-usage', 'The certificate is not for signing.');
  checkAnyCertificate(traits, now);
  const path = extend([leaf], [...anchors, ...given.filter((one) => !isSelfSigned(one))], now);
  if (!isStrongKey(leaf.publicKey)) refuse('weak-key', 'The public key is too weak.');
  if (crls.length) checkRevocation(path, crls, now);
  return path;
}

function checkRevocation(path: readonly X509Certificate[], crls: readonly RevocationList[], now: Date): void {
  for (const [index, issuer] of path.slice(1).entries()) {
    const lists = crls.filter((list) => list.issuer.raw.equals(issuer.raw));
    const serial = serialOf(path[index]!.serialNumber);
    if (lists.some(({ revoked }) => revoked.has(serial))) refuse('revoked', 'A certificate was revoked.');
    if (!lists.length && index > 0) continue;
    if (!lists.length) refuse('crl-missing', 'The issuer of the certificate has no revocation list.');
    if (!lists.some(({ thisUpdate, nextUpdate }) => thisUpdate <= now && now <= nextUpdate))
      refuse('crl-stale', 'The revocation list is not current.');
  }
}

/** Tries every issuer that the bundle offers: after a renewal two may have one name. */
function extend(
  path: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  now: Date,
): readonly X509Certificate[] {
  const current = path.at(-1)!;
  if (path.length > 1 && isSelfSigned(current)) return path;
  if (path.length > maxDepth) return refuse('path-too-long', 'The path is too long.');
  let failure: CertificateError | undefined;
  for (const issuer of anchors) {
    if (current.issuer !== issuer.subject || path.some(({ raw }) => raw.equals(issuer.raw))) continue;
    try {
      checkIssuer(current, issuer, path.length - 1, now);
      return extend([...path, issuer], anchors, now);
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new CertificateError('no-issuer', 'No trusted issuer of the certificate is known.');
}

/** @param below CA certificates that stand between this issuer and the leaf */
function checkIssuer(subject: X509Certificate, issuer: X509Certificate, below: number, now: Date): void {
  const traits = traitsOf(issuer);
  if (!isStrongKey(issuer.publicKey)) refuse('weak-issuer-key', 'The key of an issuer is too weak.');
  if (!signedBy(subject, issuer)) refuse('bad-signature', 'The signature on a certificate is wrong.');
  if (!traits.ca) refuse('issuer-not-ca', 'The issuer of a certificate is no CA.');
  if (traits.mayCertify === false) refuse('key-usage', 'The issuer may not sign certificates.');
  if (traits.pathLength !== undefined && below > traits.pathLength) refuse('path-too-long', 'The path is too long.');
  if (!subject.checkIssued(issuer)) refuse('issuer-mismatch', 'The issuer is another certificate of that name.');
  // The signature on a root says nothing: it is believed because it was given. Old roots still carry SHA-1 there.
  checkAnyCertificate(isSelfSigned(issuer) ? { ...traits, strongSignature: true } : traits, now);
}

function checkAnyCertificate(traits: CertificateTraits, now: Date): void {
  if (traits.unknownCritical.length)
    refuse('critical-extension', 'A certificate makes a demand that is not understood.');
  if (!traits.strongSignature) refuse('weak-signature', 'A certificate is signed by a weak method.');
  if (now < traits.notBefore) refuse('not-yet-valid', 'A certificate is not valid yet.');
  if (now > traits.notAfter) refuse('expired', 'A certificate is out of date.');
}

const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.subject === certificate.issuer && signedBy(certificate, certificate);

function signedBy(subject: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return subject.verify(issuer.publicKey);
  } catch {
    return false; // a key of another kind than the signature
  }
}

function refuse(reason: CertificateReason, message: string): never {
  throw new CertificateError(reason, message);
}
