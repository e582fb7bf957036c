/** Every word that a log may say of a package that could not be opened, and what it means to whoever must mend it. */
import type { CertificateReason } from '../../crypto/certificate-error.ts';
import type { PackageReasons, PayloadFault, SecretKeyFault, ShapeReason } from './errors.ts';

const secretKey: Readonly<Record<SecretKeyFault, string>> = {
  'secret-key-missing': 'the SP-API call has no `secret_key`, or it is no text',
  'secret-key-base64': '`secret_key` is no Base64',
  'secret-key-undecryptable':
    '`secret_key` does not open with `client_secret` and `cbc_iv`: they differ on the two sides',
  'secret-key-malformed': '`secret_key` opens, but is not 32 ASCII characters',
};

const payload: Readonly<Record<PayloadFault, string>> = {
  'jwe-empty': 'the answer has no body',
  'jwe-shape': 'not five parts of Base64URL without padding, joined by dots',
  'jwe-header': 'the first part is no JSON object',
  'jwe-algorithm': '`alg` and `enc` are neither A256KW with A256CBC-HS512 nor A256GCMKW with A256GCM',
  'jwe-compressed': 'the header says `zip`',
  'jwe-critical': 'the header says `crit`',
  'jwe-key': 'the second part does not open with `secret_key`, taken as 32 ASCII characters',
  'jwe-iv': 'the IV has not 16 bytes (A256CBC-HS512) or 12 (A256GCM)',
  'jwe-decrypt': 'the key opens, the text does not: header, IV, text or tag were changed, or were not sealed together',
  'envelope-utf8': 'the plaintext is not UTF-8',
  'envelope-json': 'the plaintext is no JSON',
  'envelope-object': 'the JSON is no object',
  'envelope-filename': '`filename` is missing, or is no plain name that ends with `.zip`',
  'envelope-data': '`data` is missing, or no text',
  'envelope-prefix': '`data` does not begin with `application/zip;data:`',
  'envelope-empty': 'nothing follows the prefix',
  'envelope-base64': 'what follows the prefix is no Base64URL, with or without padding',
};

const shape: Readonly<Record<ShapeReason, string>> = {
  'no-zip': 'no zip archive, or a damaged directory',
  encrypted: 'an entry is encrypted',
  method: 'an entry is packed by another method than store or deflate',
  'two-headers': 'the two headers of an entry differ',
  overlap: 'two entries share bytes',
  'too-many-entries': 'more than 64 entries',
  'duplicate-name': 'two entries of one name',
  'unsafe-name': 'a name that is a path or not UTF-8',
  'unexpected-name': 'an entry that such an archive does not have',
  link: 'a symbolic link or other special file',
  ratio: 'an entry unpacks to more than a hundred times its size',
  'too-large': 'more than 50 MB unpacked',
  damaged: 'an entry does not unpack to the size and CRC that it states',
  'no-manifest': '`META-INFO/manifest.xml` is missing or empty',
  'no-signature': '`META-INFO/manifest.sha256withrsa` is missing or empty',
  'no-certificate': '`META-INFO/certificate.cer` is missing or empty',
  'manifest-large': 'the manifest has more than 1 MB',
  'manifest-encoding': 'the manifest is neither UTF-8 nor UTF-16',
  'manifest-declaration': 'the manifest has a document type or entities of its own',
  'manifest-xml': 'the manifest is not well-formed',
  'manifest-entity': 'the manifest uses an entity that XML does not have',
  'manifest-root': 'the root is not `files`',
  'manifest-row': 'a `file` lacks one of its children, or has it twice',
  'manifest-id': 'a `resource_id` is malformed',
  'manifest-code': 'a `code` is no number of three digits',
  'manifest-twice': 'a dataset is listed twice',
  empty: 'no file is listed',
  'missing-file': 'a dataset of code 200 has no zip',
  'not-in-manifest': 'a zip that no row of code 200 lists',
  unreadable: 'reading it failed in a way that is not foreseen',
};

const certificate: Readonly<Record<Exclude<CertificateReason, 'weak-key'> | 'wrong-agency', string>> = {
  unreadable: 'no certificate in DER or PEM, bytes after it, or more than eight',
  'leaf-is-anchor': 'the signer is a trust anchor itself',
  'leaf-is-ca': 'the signer is a CA',
  'self-signed': 'the signer is signed by itself',
  'not-yet-valid': 'a certificate is not valid yet',
  expired: 'a certificate is out of date',
  'key-usage': 'a certificate may not be used for this',
  'critical-extension': 'a critical extension that is not understood',
  'weak-signature': 'a certificate is signed with SHA-1 or weaker',
  'no-issuer': 'no trusted authority issued it (`MYDATA_CA`)',
  'issuer-mismatch': 'the issuer is another certificate of that name',
  'issuer-not-ca': 'the issuer is no CA',
  'bad-signature': 'the signature on a certificate is wrong',
  'path-too-long': 'more authorities than allowed',
  'weak-issuer-key': 'the key of an authority is too weak',
  revoked: 'a certificate was revoked',
  'crl-unreadable': 'a revocation list cannot be read',
  'crl-missing': 'the issuer has no revocation list (`MYDATA_CRL`)',
  'crl-stale': 'the revocation list is out of date',
  'wrong-agency': 'the signer is another agency than the dataset’s (`MYDATA_AGENCIES`)',
};

const digest: Readonly<Record<PackageReasons['digest'], string>> = {
  'missing-file': 'a file of the manifest is missing or listed twice',
  malformed: 'a digest is not 64 digits of lower-case hexadecimal',
  differs: 'a file is not the one that was signed',
  'not-in-manifest': 'a file is not in the manifest',
};

const normalise: Readonly<Record<PackageReasons['normalise'], string>> = {
  'not-an-object': 'the payload is no object or list of objects',
  'nothing-known': 'the payload has none of the dataset’s observed names',
  'wrong-type': 'an observed field holds something of another kind',
  'csv-unreadable': 'a quote of the table is not closed',
  unreadable: 'the payload is no JSON, or neither UTF-8 nor Big5',
};

export interface OpeningWord {
  readonly words: readonly string[];
  readonly meaning: string;
}

const of = (prefixes: readonly string[], meanings: Readonly<Record<string, string>>): readonly OpeningWord[] =>
  Object.entries(meanings).map(([reason, meaning]) => ({
    words: prefixes.map((prefix) => `${prefix}${reason}`),
    meaning,
  }));

/** Parts that only one of the two archives has. */
const innerOnly: readonly string[] = ['no-signature', 'no-certificate'];
const outerOnly: readonly string[] = [
  'manifest-id',
  'manifest-code',
  'manifest-twice',
  'missing-file',
  'not-in-manifest',
];
const among = (names: readonly string[]) =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name)));
const both = Object.keys(shape).filter((name) => !innerOnly.includes(name) && !outerOnly.includes(name));

/** In the order in which a package is opened. */
export const openingWords: readonly OpeningWord[] = [
  ...of([''], secretKey),
  ...of([''], payload),
  ...of(['outer-', 'inner-'], among(both)),
  ...of(['outer-'], among(outerOnly)),
  ...of(['inner-'], among(innerOnly)),
  ...of(['certificate-'], certificate),
  ...of(['public-key-'], {
    'weak-key': 'the key has less than 2048 bits, or a weak exponent',
    'not-rsa': 'the key is no RSA key',
  }),
  ...of(['manifest-signature-'], { differs: 'the signature is not over this manifest, or by another key' }),
  ...of(['digest-'], digest),
  ...of(['normalise-'], normalise),
  ...of([''], {
    'wrong-person': 'an id that is whole, or what can be seen of one, is another’s',
    'resources-not-as-asked': 'other datasets than were asked for',
    'not-had': 'the manifest says that a dataset failed; `reason` has its code',
    'payload-too-large': 'the answer has more than 96 MB',
  }),
];
