/**
 * 自然人憑證 at the service provider (model 2): a PKCS#7 signature over the encrypted data, as it was sent. Believed as at
 * the platform itself: the chain to the citizen CA, its revocation lists, and the register of whose certificate it is.
 */
import { verifyChain } from '#server/crypto/chain.ts';
import { CertificateError } from '#server/crypto/certificate-error.ts';
import { CmsError, verifySignedData } from '#server/crypto/cms.ts';
import { proofOfKnown } from '#server/limits/proof-turns.ts';
import type { Platform } from '../../platform.ts';

export type SignatureProblem = 'wrong-signature' | 'bad-certificate';

/** @returns the keyed hash of the person whose certificate it is, or what is wrong */
export async function citizenSignature(
  { keys, clock, storage }: Platform,
  { data, pkcs7 }: { readonly data: string; readonly pkcs7: Uint8Array },
): Promise<{ readonly personHash: string } | SignatureProblem> {
  try {
    // Whoever sends it has the service's secret: the data opened with it.
    const certificate = await proofOfKnown(() => {
      const signer = verifySignedData(pkcs7, Buffer.from(data, 'utf8'));
      verifyChain(signer, keys.citizenCa, clock.now(), keys.citizenCrls);
      return signer;
    });
    const personHash = await storage.certificateOwner(certificate.serialNumber);
    return personHash === undefined ? 'bad-certificate' : { personHash };
  } catch (error) {
    if (error instanceof CmsError) return 'wrong-signature';
    if (error instanceof CertificateError) return 'bad-certificate';
    throw error;
  }
}
