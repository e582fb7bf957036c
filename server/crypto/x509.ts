/** Makes keys and certificates for the test environment: a CA and what it issues. Real ones come from the government's CA. */
import { X509Certificate, createPublicKey, generateKeyPair, randomBytes, webcrypto, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  X509Certificate as Parsed,
  X509CertificateGenerator,
} from './peculiar.ts';

/** Distinguished name, in this order. */
interface SubjectName {
  readonly C?: string;
  readonly O?: string;
  readonly OU?: string;
  readonly CN: string;
}

export interface Issued {
  readonly certificate: X509Certificate;
  readonly privateKey: KeyObject;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export type CertificateWish = Validity & {
  readonly subject: SubjectName;
  /** Made when absent: RSA 2048, e = 65537. */
  readonly privateKey?: KeyObject;
  /** Present: a CA, with this many CAs under it at most. */
  readonly ca?: { readonly pathLength?: number };
  /** Absent: digitalSignature (and nonRepudiation) for end entities, keyCertSign and cRLSign for CAs. `'none'`: no extension. */
  readonly keyUsage?: number | 'none';
  readonly hash?: 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1';
};

const makeKeys = promisify(generateKeyPair);

/** → the private key; 2048 bits and e = 65537 unless told otherwise */
export async function newRsaKey(options: { bits?: number; publicExponent?: number } = {}): Promise<KeyObject> {
  const { bits: modulusLength = 2048, publicExponent = 65537 } = options;
  return (await makeKeys('rsa', { modulusLength, publicExponent })).privateKey;
}

/** Self-signed, CA:true, RSA 3072 unless a key is given. */
export async function createTestCa(wish: CertificateWish): Promise<Issued> {
  const privateKey = wish.privateKey ?? (await newRsaKey({ bits: 3072 }));
  return make({ ca: {}, ...wish, privateKey }, undefined);
}

/** An end-entity certificate, or with `ca` an intermediate. */
export async function issueCertificate(issuer: Issued, wish: CertificateWish): Promise<Issued> {
  return make(wish, issuer);
}

/** → PEM of this one certificate, with a newline at its end */
export const certificatePem = (certificate: X509Certificate): string => certificate.toString();

/** → PKCS #8 in PEM, in the clear */
export const privateKeyPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;

async function make(wish: CertificateWish, issuer: Issued | undefined): Promise<Issued> {
  const privateKey = wish.privateKey ?? (await newRsaKey());
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: wish.hash ?? 'SHA-256' };
  const publicKey = await importPublic(createPublicKey(privateKeyPem(privateKey)), algorithm);
  const issuerPublic = issuer ? await importPublic(issuer.certificate.publicKey, algorithm) : publicKey;
  const generated = await X509CertificateGenerator.create(
    {
      serialNumber: newSerial(),
      subject: nameOf(wish.subject),
      issuer: issuer ? new Parsed(new Uint8Array(issuer.certificate.raw)).subjectName : nameOf(wish.subject),
      notBefore: wish.notBefore,
      notAfter: wish.notAfter,
      publicKey,
      signingKey: await importPrivate(issuer?.privateKey ?? privateKey, algorithm),
      signingAlgorithm: algorithm,
      extensions: [
        new BasicConstraintsExtension(Boolean(wish.ca), wish.ca?.pathLength, true),
        ...(wish.keyUsage === 'none' ? [] : [new KeyUsagesExtension(wish.keyUsage ?? usual(wish), true)]),
        await SubjectKeyIdentifierExtension.create(publicKey, false, crypto),
        await AuthorityKeyIdentifierExtension.create(issuerPublic, false, crypto),
      ],
    },
    crypto,
  );
  return { certificate: new X509Certificate(Buffer.from(generated.rawData)), privateKey };
}

const crypto = webcrypto as unknown as Crypto;

const usual = (wish: CertificateWish): number =>
  wish.ca
    ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
    : KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;

/** All but the country in UTF-8, as Taiwan's certificates have it. */
const nameOf = (subject: SubjectName): Name =>
  new Name(
    Object.entries(subject).map(([type, text]: [string, string]) => ({
      [type]: [type === 'C' ? { printableString: text } : { utf8String: text }],
    })),
  );

const importPublic = (key: KeyObject, algorithm: webcrypto.RsaHashedImportParams): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('spki', key.export({ type: 'spki', format: 'der' }), algorithm, true, [
    'verify',
  ]) as Promise<CryptoKey>;

const importPrivate = (key: KeyObject, algorithm: webcrypto.RsaHashedImportParams): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), algorithm, false, [
    'sign',
  ]) as Promise<CryptoKey>;

/** RFC 5280, 4.1.2.2: positive, at most 20 bytes. */
function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString('hex');
}
