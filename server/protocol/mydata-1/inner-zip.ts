/**
 * The data provider's signed zip. `verifyInner` goes through the handbook's four steps in their order: certificate valid
 * (chain and time) → public key from it → manifest signature → digest of each file. Nothing is returned unless all hold.
 */
import { createHash, sign, verify, type KeyObject, type X509Certificate } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { CertificateError } from '../../crypto/certificate-error.ts';
import { verifyChain } from '../../crypto/chain.ts';
import type { RevocationList } from '../../crypto/crl.ts';
import { readCertificates } from '../../crypto/read-certificate.ts';
import { PackageError, type ShapeReason } from './errors.ts';
import { readManifest, writeManifest } from './manifest-xml.ts';
import { readZip } from './zip.ts';

export interface PackageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PackageTrust {
  readonly anchors: readonly X509Certificate[];
  /** None: revocation is not checked. */
  readonly crls?: readonly RevocationList[];
  readonly now: Date;
}

const manifestName = 'META-INFO/manifest.xml';
const signatureName = 'META-INFO/manifest.sha256withrsa';
const certificateName = 'META-INFO/certificate.cer';
const dataName = /^[^/]+\.(json|csv|pdf)$/i;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * → the zip with manifest, RSA-SHA256 signature and certificate beside the files; the same bytes for the same input.
 * Throws `TypeError` without files, or for a name that is no json, csv or pdf at the root.
 */
export function packInner(
  files: readonly PackageFile[],
  signer: { readonly privateKey: KeyObject; readonly certificateDer: Uint8Array },
): Uint8Array {
  if (!files.length || !files.every(({ name }) => dataName.test(name))) {
    throw new TypeError('A package holds at least one json, csv or pdf file at its root.');
  }
  const manifest = writeManifest(files.map(({ name, bytes }) => ({ filename: name, digest: sha256(bytes) })));
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = bytes;
  entries[manifestName] = manifest;
  entries[signatureName] = sign('RSA-SHA256', manifest, signer.privateKey);
  entries[certificateName] = signer.certificateDer;
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}

/** → the files in the manifest's order. Throws `PackageError`, whose `step` says where it failed. */
export function verifyInner(
  bytes: Uint8Array,
  trust: PackageTrust,
): { files: PackageFile[]; digest: string; certificateSubject: string } {
  const entries = readZip(bytes, {
    expected: (name) => [manifestName, signatureName, certificateName].includes(name) || dataName.test(name),
  });
  const manifest = part(entries, manifestName, 'no-manifest');
  const signature = part(entries, signatureName, 'no-signature');
  const { certificate, genuine } = signerOf(
    part(entries, certificateName, 'no-certificate'),
    (one) => isSignedBy(one, manifest, signature),
    trust,
  );
  if (!genuine) throw new PackageError('manifest-signature', 'differs', 'The signature is not over this manifest.');

  return {
    files: listedFiles(manifest, entries),
    digest: sha256(bytes),
    certificateSubject: certificate.subject,
  };
}

interface Signer {
  readonly certificate: X509Certificate;
  /** Whether the manifest is signed with its key. */
  readonly genuine: boolean;
}

/**
 * Of a file of one certificate that one; of several the one whose key has signed, and the others are its authorities, in
 * whatever order they stand. Believed before its key is used, as the handbook wants it.
 */
function signerOf(bytes: Uint8Array, signed: (by: X509Certificate) => boolean, trust: PackageTrust): Signer {
  try {
    const all = readCertificates(bytes);
    const signers = all.length > 1 ? all.filter(signed) : [];
    const certificate = believed(signers.length ? signers : [all.find(({ ca }) => !ca) ?? all[0]!], all, trust);
    // A signature of another kind than the file name says could not be checked by anyone else.
    if (certificate.publicKey.asymmetricKeyType !== 'rsa') {
      throw new PackageError('public-key', 'not-rsa', 'The public key is not an RSA key.');
    }
    return { certificate, genuine: signed(certificate) };
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    const step = error.reason === 'weak-key' ? 'public-key' : 'certificate';
    throw new PackageError(step, error.reason, error.message, { cause: error });
  }
}

/** A renewed certificate may stand beside the one before: one that is valid is enough. */
function believed(
  [first, ...more]: readonly X509Certificate[],
  all: readonly X509Certificate[],
  trust: PackageTrust,
): X509Certificate {
  const given = all.filter((one) => one !== first);
  try {
    verifyChain(first!, trust.anchors, trust.now, trust.crls, given);
    return first!;
  } catch (error) {
    if (!(error instanceof CertificateError) || !more.length) throw error;
    return believed(more, all, trust);
  }
}

function isSignedBy({ publicKey }: X509Certificate, manifest: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('RSA-SHA256', manifest, publicKey, signature);
  } catch {
    return false; // a key of another kind
  }
}

/** The manifest is signed from here on; what it says about the files is checked against the files. */
function listedFiles(manifest: Uint8Array, entries: ReadonlyMap<string, Uint8Array>): PackageFile[] {
  const rows = readManifest(manifest, ['filename', 'digest']);
  const left = new Map([...entries].filter(([name]) => !name.startsWith('META-INFO/')));
  const files = rows.map(({ filename, digest }): PackageFile => {
    const bytes = left.get(filename);
    if (!bytes) throw new PackageError('digest', 'missing-file', 'A file of the manifest is missing or listed twice.');
    left.delete(filename);
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new PackageError('digest', 'malformed', 'A digest is malformed.');
    if (sha256(bytes) !== digest) throw new PackageError('digest', 'differs', 'A file is not the one that was signed.');
    return { name: filename, bytes };
  });
  if (left.size) throw new PackageError('digest', 'not-in-manifest', 'A file is not in the manifest.');
  if (!files.length) throw new PackageError('shape', 'empty', 'The package holds no file.');
  return files;
}

function part(entries: ReadonlyMap<string, Uint8Array>, name: string, reason: ShapeReason): Uint8Array {
  const bytes = entries.get(name);
  if (!bytes?.length) throw new PackageError('shape', reason, `The package has no ${name}.`);
  return bytes;
}
