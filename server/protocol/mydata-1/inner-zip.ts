/**
 * The data provider's signed zip. `verifyInner` goes through the handbook's four steps in their order: certificate valid
 * (chain and time) → public key from it → manifest signature → digest of each file. Nothing is returned unless all hold.
 */
import { createHash, sign, verify, type KeyObject, type X509Certificate } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { CertificateError } from '../../crypto/certificate-error.ts';
import { verifyChain } from '../../crypto/chain.ts';
import type { RevocationList } from '../../crypto/crl.ts';
import { readCertificate } from '../../crypto/read-certificate.ts';
import { PackageError } from './errors.ts';
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
  const manifest = part(entries, manifestName);
  const signature = part(entries, signatureName);
  const certificate = trustedCertificate(part(entries, certificateName), trust);

  let genuine: boolean;
  try {
    genuine = verify('RSA-SHA256', manifest, certificate.publicKey, signature);
  } catch {
    genuine = false;
  }
  if (!genuine) throw new PackageError('manifest-signature', 'differs', 'The signature is not over this manifest.');

  return {
    files: listedFiles(manifest, entries),
    digest: sha256(bytes),
    certificateSubject: certificate.subject,
  };
}

function trustedCertificate(bytes: Uint8Array, trust: PackageTrust): X509Certificate {
  try {
    const certificate = readCertificate(bytes);
    verifyChain(certificate, trust.anchors, trust.now, trust.crls);
    // A signature of another kind than the file name says could not be checked by anyone else.
    if (certificate.publicKey.asymmetricKeyType !== 'rsa') {
      throw new PackageError('public-key', 'not-rsa', 'The public key is not an RSA key.');
    }
    return certificate;
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    const step = error.reason === 'weak-key' ? 'public-key' : 'certificate';
    throw new PackageError(step, error.reason, error.message, { cause: error });
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

function part(entries: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = entries.get(name);
  if (!bytes?.length) throw new PackageError('shape', 'missing-part', `The package has no ${name}.`);
  return bytes;
}
