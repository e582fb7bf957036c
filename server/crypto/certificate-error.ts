/** Why a certificate was not believed. `reason` is stable; the message names no holder. */
export type CertificateReason =
  | 'unreadable'
  | 'leaf-is-anchor'
  | 'leaf-is-ca'
  | 'self-signed'
  | 'not-yet-valid'
  | 'expired'
  | 'key-usage'
  | 'critical-extension'
  | 'weak-signature'
  | 'no-issuer'
  | 'issuer-mismatch'
  | 'issuer-not-ca'
  | 'bad-signature'
  | 'path-too-long'
  | 'weak-issuer-key'
  | 'weak-key'
  | 'revoked'
  | 'crl-unreadable'
  | 'crl-missing'
  | 'crl-stale';

export class CertificateError extends Error {
  constructor(
    readonly reason: CertificateReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CertificateError';
  }
}
