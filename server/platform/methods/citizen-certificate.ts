/**
 * 自然人憑證: the card signs a challenge. Believed when the certificate leads to the platform's citizen CA, its key made
 * the signature, and its serial number is bound to the person who is claimed (the certificate itself names no id).
 */
import { verify } from 'node:crypto';
import { verifyChain } from '../../crypto/chain.ts';
import { CertificateError } from '../../crypto/certificate-error.ts';
import { readCertificate } from '../../crypto/read-certificate.ts';
import type { ProveMethod } from '../services/prove-identity.ts';

/**
 * Form fields: `challenge` as the page gave it, `certificate` PEM or Base64 of DER, `signature` Base64 of RSA-SHA256 over
 * the challenge's text in UTF-8.
 */
export const proveCitizenCertificate: ProveMethod = async (platform, { owner, form, personHash }) => {
  const challenge = form['challenge'] ?? '';
  const now = platform.clock.now();
  try {
    const certificate = readCertificate(certificateBytes(form['certificate'] ?? ''));
    verifyChain(certificate, platform.keys.citizenCa, now);
    const signature = Buffer.from(form['signature'] ?? '', 'base64');
    if (certificate.publicKey.asymmetricKeyType !== 'rsa') return undefined;
    if (!verify('sha256', Buffer.from(challenge, 'utf8'), certificate.publicKey, signature)) return undefined;
    if ((await platform.storage.certificateOwner(certificate.serialNumber)) !== personHash) return undefined;
  } catch (error) {
    if (error instanceof CertificateError) return undefined;
    throw error;
  }
  return [{ step: 'use-challenge', id: challenge, journeyId: owner, purpose: 'citizen-certificate', at: now }];
};

const certificateBytes = (text: string): Buffer =>
  text.includes('-----BEGIN') ? Buffer.from(text, 'latin1') : Buffer.from(text, 'base64');
