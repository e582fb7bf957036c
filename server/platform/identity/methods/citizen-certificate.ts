/**
 * 自然人憑證: the card signs a challenge. Believed when the certificate leads to the platform's citizen CA, its key made
 * the signature, and its serial number is bound to the person who is claimed (the certificate itself names no id).
 */
import { verify, type X509Certificate } from 'node:crypto';
import { verifyChain } from '#server/crypto/chain.ts';
import { CertificateError } from '#server/crypto/certificate-error.ts';
import { readCertificate } from '#server/crypto/read-certificate.ts';
import { proofOfStranger } from '#server/limits/proof-turns.ts';
import type { Platform } from '../../platform.ts';
import type { CardProblem, ProveMethod } from './prove-method.ts';

/**
 * Form fields: `challenge` as the page gave it, `certificate` PEM or Base64 of DER, `signature` Base64 of RSA-SHA256 over
 * the challenge's text in UTF-8.
 */
export const proveCitizenCertificate: ProveMethod = async (platform, { owner, form, personHash }) => {
  const challenge = form['challenge'] ?? '';
  const now = platform.clock.now();
  try {
    const { certificate, problem, signed } = await proofOfStranger(() => {
      const certificate = readCertificate(certificateBytes(form['certificate'] ?? ''));
      const problem = problemOf(platform, certificate, now);
      const signature = Buffer.from(form['signature'] ?? '', 'base64');
      const signed =
        certificate.publicKey.asymmetricKeyType === 'rsa' &&
        verify('sha256', Buffer.from(challenge, 'utf8'), certificate.publicKey, signature);
      return { certificate, problem, signed };
    });
    if (!signed) return undefined;
    if ((await platform.storage.certificateOwner(certificate.serialNumber)) !== personHash) return undefined;
    if (problem) return problem;
  } catch (error) {
    if (error instanceof CertificateError) return undefined;
    throw error;
  }
  return [{ step: 'use-challenge', id: challenge, journeyId: owner, purpose: 'citizen-certificate', at: now }];
};

/**
 * A card that was good once and is the person's own, but not any more: that may be said, where everything else holds.
 * Throws `CertificateError` for any other fault.
 */
function problemOf({ keys }: Platform, certificate: X509Certificate, now: Date): CardProblem | undefined {
  try {
    verifyChain(certificate, keys.citizenCa, now, keys.citizenCrls);
    return undefined;
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    if (error.reason === 'revoked') return 'card-revoked';
    if (error.reason !== 'expired') throw error;
    // Its time is looked at before its issuer is: only a card of our own authority is an expired one.
    if (!keys.citizenCa.some((ca) => certificate.checkIssued(ca) && certificate.verify(ca.publicKey))) throw error;
    return 'card-expired';
  }
}

const certificateBytes = (text: string): Buffer =>
  text.includes('-----BEGIN') ? Buffer.from(text, 'latin1') : Buffer.from(text, 'base64');
