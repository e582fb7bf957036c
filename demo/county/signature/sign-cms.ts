/**
 * A PKCS#7 / CMS signature (RFC 5652) over a text, apart from it, as the plugins of real cards make it. The key is used by
 * WebCrypto and by nothing else.
 */
import {
  children,
  concat,
  der,
  integer,
  nothing,
  objectId,
  octets,
  sequence,
  setOf,
  type Bytes,
} from '#schemas/der.ts';

const data = objectId('1.2.840.113549.1.7.1');
const signedData = objectId('1.2.840.113549.1.7.2');
const contentType = objectId('1.2.840.113549.1.9.3');
const messageDigest = objectId('1.2.840.113549.1.9.4');
const sha256 = sequence(objectId('2.16.840.1.101.3.4.2.1'), nothing);
const rsaSha256 = sequence(objectId('1.2.840.113549.1.1.11'), nothing);

/** What can sign: a card in its reader, or a simulated one. */
export interface Signer {
  /** DER. */
  readonly certificate: Uint8Array;
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  sign(bytes: Bytes): Promise<Uint8Array>;
}

/** @returns DER */
export async function signCms(text: string, signer: Signer): Promise<Bytes> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  // By the lengths of their names the two stand in DER's order.
  const attributes = concat(sequence(contentType, setOf(data)), sequence(messageDigest, setOf(octets(digest))));
  const signature = await signer.sign(der(0x31, attributes));
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(signer.certificate),
    sha256,
    der(0xa0, attributes),
    rsaSha256,
    octets(signature),
  );
  const content = sequence(integer(1), setOf(sha256), sequence(data), der(0xa0, signer.certificate), setOf(signerInfo));
  return sequence(signedData, der(0xa0, content));
}

/** TBSCertificate: [0] version (not in version 1), serial number, algorithm, issuer, … */
function issuerAndSerial(certificate: Uint8Array): Bytes {
  const [tbs] = children(certificate);
  const fields = children(tbs?.whole ?? certificate).filter(({ tag }) => tag !== 0xa0);
  const [serial, , issuer] = fields;
  if (!serial || !issuer) throw new Error('no certificate');
  return sequence(issuer.whole, serial.whole);
}
