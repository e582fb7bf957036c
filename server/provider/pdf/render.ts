/** Certificates as PDF bytes. What draws them (and a font of 12 MB) is loaded when the first one is asked for. */
import type { Certificate } from './certificate.ts';

/** → PDF that opens without a password */
export async function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  const { drawCertificate } = await import('./draw.ts');
  return drawCertificate(certificate);
}

/**
 * A resident's own download: opens with the resident's national id, first letter a capital (interface, section 3).
 * AES-256.
 */
export async function lockedPdf(certificate: Certificate, nationalId: string): Promise<Uint8Array> {
  const { drawCertificate } = await import('./draw.ts');
  return drawCertificate(certificate, nationalId.trim().toUpperCase());
}
