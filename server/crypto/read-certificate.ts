/** Certificates as files hold them: DER or PEM. Nothing may stand around them that nobody looks at. */
import { X509Certificate } from 'node:crypto';
import { CertificateError } from './certificate-error.ts';

const maxBytes = 64 * 1024;
/** A path has six at most. */
const maxCertificates = 8;
const block =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\sA-Za-z0-9+/=]*-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** One certificate, DER or PEM. Throws `CertificateError` `unreadable`. */
export function readCertificate(bytes: Uint8Array): X509Certificate {
  if (bytes.length > maxBytes) throw new CertificateError('unreadable', 'The certificate file is too large.');
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.match(block);
  if (blocks && blocks.length !== 1) throw new CertificateError('unreadable', 'The file holds several certificates.');
  const certificate = parse(blocks?.[0] ?? bytes);
  if (!blocks && certificate.raw.length !== bytes.length) {
    throw new CertificateError('unreadable', 'Bytes follow the certificate.');
  }
  return certificate;
}

/**
 * The certificates of a file that holds one in DER, or in PEM one or several: a signer and its authorities, in any order and
 * with whatever text beside them (`openssl` writes attributes there). Throws `CertificateError` `unreadable`.
 */
export function readCertificates(bytes: Uint8Array): readonly X509Certificate[] {
  if (bytes.length > maxBytes) throw new CertificateError('unreadable', 'The certificate file is too large.');
  const blocks = Buffer.from(bytes).toString('latin1').match(block);
  if (!blocks) return [readCertificate(bytes)];
  if (blocks.length > maxCertificates)
    throw new CertificateError('unreadable', 'The file holds too many certificates.');
  const all = blocks.map(parse);
  return all.filter((one, place) => all.findIndex(({ raw }) => raw.equals(one.raw)) === place);
}

/** All certificates of a PEM bundle, in order; at least one. Throws `CertificateError` `unreadable`. */
export function readBundle(pem: string): X509Certificate[] {
  const blocks = pem.match(block);
  if (!blocks) throw new CertificateError('unreadable', 'The file holds no certificate in PEM form.');
  return blocks.map(parse);
}

function parse(source: string | Uint8Array): X509Certificate {
  try {
    return new X509Certificate(source);
  } catch (error) {
    throw new CertificateError('unreadable', 'The certificate cannot be read.', { cause: error });
  }
}
