/**
 * Signatures of PKCS#7 / CMS SignedData (RFC 5652), with the content inside or apart. Owns whether one key made the
 * signature over exactly these bytes, and which certificate it is; whether that is believed is `chain.ts`.
 */
import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import {
  ContentInfo,
  SignedData,
  type EncapsulatedContentInfo,
  type SignerIdentifier,
  type SignerInfo,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { der, objectId } from '#schemas/der.ts';
import { SubjectKeyIdentifierExtension, X509Certificate as Parsed } from './peculiar.ts';

export type CmsReason =
  'unreadable' | 'signers' | 'algorithm' | 'content' | 'attributes' | 'digest' | 'certificate' | 'signature';

export class CmsError extends Error {
  constructor(
    readonly reason: CmsReason,
    options?: ErrorOptions,
  ) {
    super(`The signature does not hold: ${reason}.`, options);
    this.name = 'CmsError';
  }
}

const signedDataType = '1.2.840.113549.1.7.2';
const dataType = '1.2.840.113549.1.7.1';
const contentTypeAttribute = '1.2.840.113549.1.9.3';
const messageDigestAttribute = '1.2.840.113549.1.9.4';

type Hash = 'sha256' | 'sha384' | 'sha512';

const digests: Readonly<Record<string, Hash | undefined>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signature algorithms; `hash` absent: as the digest algorithm says. */
const algorithms: Readonly<Record<string, { readonly key: 'rsa' | 'ec'; readonly hash?: Hash } | undefined>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.2.1': { key: 'ec' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
};

/**
 * @param der SignedData in DER or BER, with the signer's certificate in it
 * @param content what must have been signed; where the SignedData holds content too, it must be the same bytes
 * @returns the certificate whose key signed. Throws `CmsError`.
 */
export function verifySignedData(der: Uint8Array, content: Uint8Array): X509Certificate {
  try {
    return check(der, content);
  } catch (error) {
    // Broken certificates and names only show when they are looked into.
    throw error instanceof CmsError ? error : new CmsError('unreadable', { cause: error });
  }
}

function check(der: Uint8Array, content: Uint8Array): X509Certificate {
  const { signer, certificates, encapContentInfo } = read(der);
  if (encapContentInfo.eContent && !equal(attached(encapContentInfo), content)) throw new CmsError('content');
  const hash = digests[signer.digestAlgorithm.algorithm];
  const algorithm = algorithms[signer.signatureAlgorithm.algorithm];
  if (!hash || !algorithm || (algorithm.hash && algorithm.hash !== hash)) throw new CmsError('algorithm');
  const signed = signedBytes(signer, encapContentInfo.eContentType, createHash(hash).update(content).digest(), content);

  const certificate = certificates.find((one) => isOf(one, signer.sid));
  if (!certificate) throw new CmsError('certificate');
  if (certificate.publicKey.asymmetricKeyType !== algorithm.key) throw new CmsError('algorithm');
  if (!holds(hash, signed, certificate, Buffer.from(signer.signature.buffer))) throw new CmsError('signature');
  return certificate;
}

interface Read {
  readonly signer: SignerInfo;
  readonly certificates: readonly X509Certificate[];
  readonly encapContentInfo: EncapsulatedContentInfo;
}

function read(der: Uint8Array): Read {
  let data: SignedData;
  let certificates: readonly X509Certificate[];
  try {
    const info = AsnConvert.parse(new Uint8Array(der), ContentInfo);
    if (info.contentType !== signedDataType) throw new Error('not signed data');
    data = AsnConvert.parse(info.content, SignedData);
    certificates = (data.certificates ?? []).flatMap(({ certificate }) =>
      certificate ? new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))) : [],
    );
  } catch (error) {
    throw new CmsError('unreadable', { cause: error });
  }
  // With several it would be open whose signature it is.
  const [signer, ...others] = data.signerInfos;
  if (!signer || others.length) throw new CmsError('signers');
  return { signer, certificates, encapContentInfo: data.encapContentInfo };
}

function attached({ eContent }: EncapsulatedContentInfo): Uint8Array {
  if (eContent?.single) return new Uint8Array(eContent.single.buffer);
  return constructedOctets(new Uint8Array(eContent?.any ?? new ArrayBuffer(0)));
}

/** A streamed content comes as an OCTET STRING in pieces (X.690 §8.7.3), of known length or ended by two zeros. */
function constructedOctets(ber: Uint8Array): Uint8Array {
  if (ber[0] !== 0x24) throw new CmsError('content');
  const { start, end } = lengthAt(ber, 1);
  const pieces: Uint8Array[] = [];
  let at = start;
  while (at < end && ber[at] === 0x04) {
    const piece = lengthAt(ber, at + 1);
    if (piece.end > end) throw new CmsError('content');
    pieces.push(ber.subarray(piece.start, piece.end));
    at = piece.end;
  }
  const ended = at === end || (ber[at] === 0 && ber[at + 1] === 0 && at + 2 === ber.length);
  if (!ended) throw new CmsError('content');
  return Buffer.concat(pieces);
}

/** Where the value begins and ends, of which the length stands at `at`. */
function lengthAt(ber: Uint8Array, at: number): { readonly start: number; readonly end: number } {
  const first = ber[at] ?? 0;
  if (first === 0x80) return { start: at + 1, end: ber.length };
  const count = first < 0x80 ? 0 : first - 0x80;
  if (count > 4) throw new CmsError('content');
  const start = at + 1 + count;
  const length = count ? ber.subarray(at + 1, start).reduce((sum, byte) => sum * 256 + byte, 0) : first;
  return { start, end: start + length };
}

/** RFC 5652 §5.4: the attributes as a SET OF where there are any, else the content itself. */
function signedBytes(signer: SignerInfo, contentType: string, digest: Buffer, content: Uint8Array): Uint8Array {
  const { signedAttrs } = signer;
  if (!signedAttrs?.length) {
    // §5.3: without attributes only plain data may be signed, or one kind could be passed off as another.
    if (contentType !== dataType) throw new CmsError('attributes');
    return content;
  }
  const only = (type: string): ArrayBuffer => {
    const [found, ...more] = signedAttrs.filter(({ attrType }) => attrType === type);
    const [value, ...values] = found?.attrValues ?? [];
    if (!value || more.length || values.length) throw new CmsError('attributes');
    return value;
  };
  if (!equal(new Uint8Array(only(contentTypeAttribute)), nameOf(contentType))) throw new CmsError('attributes');
  if (!equal(octets(only(messageDigestAttribute)), digest)) throw new CmsError('digest');
  // On the wire they stand under [0] IMPLICIT; a SET OF is what is signed, in DER whatever the wire has.
  const attributes = Buffer.concat(signedAttrs.map((attribute) => Buffer.from(AsnConvert.serialize(attribute))));
  return der(0x31, attributes);
}

function nameOf(contentType: string): Uint8Array {
  try {
    return objectId(contentType);
  } catch (error) {
    throw new CmsError('attributes', { cause: error });
  }
}

function octets(der: ArrayBuffer): Uint8Array {
  try {
    return new Uint8Array(AsnConvert.parse(der, OctetString).buffer);
  } catch (error) {
    throw new CmsError('attributes', { cause: error });
  }
}

function isOf(certificate: X509Certificate, sid: SignerIdentifier): boolean {
  const parsed = new Parsed(new Uint8Array(certificate.raw));
  if (sid.subjectKeyIdentifier) {
    const keyId = parsed.getExtension(SubjectKeyIdentifierExtension)?.keyId;
    return keyId === Buffer.from(sid.subjectKeyIdentifier.buffer).toString('hex');
  }
  const { issuer, serialNumber } = sid.issuerAndSerialNumber ?? {};
  if (!issuer || !serialNumber) return false;
  const bare = (hex: string): string => hex.toLowerCase().replace(/^0+(?=.)/, '');
  return (
    bare(Buffer.from(serialNumber).toString('hex')) === bare(certificate.serialNumber) &&
    equal(new Uint8Array(AsnConvert.serialize(issuer)), new Uint8Array(parsed.issuerName.toArrayBuffer()))
  );
}

function holds(hash: Hash, signed: Uint8Array, { publicKey }: X509Certificate, signature: Uint8Array): boolean {
  try {
    return verify(hash, signed, publicKey, signature);
  } catch {
    return false;
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
