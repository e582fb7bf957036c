/**
 * The data provider's keys: one test CA, one certificate per agency, one secret per dataset. Made on the first start in
 * a folder, completed on later ones. Only `ca.pem`, `crl.pem` and `agencies.json` are
 * public; every other file is for its owner only.
 */
import { X509Certificate, createHmac, createPrivateKey, randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { ResourceId } from '#schemas/mapping/types.ts';
import type { Clock } from '../context.ts';
import { verifyChain } from '../crypto/chain.ts';
import { issueCrl } from '../crypto/crl.ts';
import {
  certificatePem,
  createTestCa,
  issueCertificate,
  newRsaKey,
  privateKeyPem,
  type Issued,
} from '../crypto/x509.ts';
import { openKeyFolder, type KeyFolder } from '../files/key-folder.ts';

export interface Signer {
  readonly privateKey: KeyObject;
  readonly certificateDer: Uint8Array;
}

/** Certificates that a service provider must not believe, under the same CA, for tests. */
export type BadCertificate = 'expired' | 'revoked' | 'wrong-agency';

export interface ProviderKeys {
  readonly caPem: string;
  /** Revocation list of the CA. */
  readonly crlPem: string;
  badSigner(kind: BadCertificate): Signer;
  /** The certificate of the agency that holds the dataset. */
  signerOf(resourceId: ResourceId): Signer | undefined;
  /** For HTTP Basic at the platform's introspection. */
  secretOf(resourceId: ResourceId): string | undefined;
  /** → hex; the same person always has the same, and nobody without the key can tell whose it is. */
  personHash(uid: string): string;
  /** Certificates near their end get a follower, as at a start. */
  renew?(now: Date): Promise<void>;
}

/** One line of `resources.json`, by which the platform knows the dataset's secret as well. */
interface ResourceSecret {
  readonly resource_id: ResourceId;
  readonly resource_secret: string;
}

type Holder = Pick<CatalogueEntry, 'id' | 'ministry' | 'unit'>;

const day = 24 * 3_600_000;
const caDays = 3650;
const agencyDays = 730;
/** An agency's certificate is renewed on a start that finds less than this left of it. */
const renewDays = 60;

/** Throws where a key file is damaged or belongs to another CA: guessing would end in packages that nobody believes. */
export async function openKeys(path: string, datasets: Iterable<Holder>, clock: Clock): Promise<ProviderKeys> {
  const folder = await openKeyFolder(path);
  const now = clock.now();
  const holders = [...datasets];
  const ca = await openCa(folder, now);
  const secrets = await openSecrets(
    folder,
    holders.map(({ id }) => id),
  );
  const recordKey = await folder.readOrMake('record.key', async () => randomBytes(32).toString('hex'));

  const agencies = new Map(holders.map((holder) => [agencyOf(holder), holder]));
  const signersAt = async (at: Date): Promise<ReadonlyMap<ResourceId, Signer>> => {
    const signers = new Map(
      await Promise.all(
        [...agencies].map(async ([agency, holder]) => [agency, await openAgency(folder, ca, holder, at)] as const),
      ),
    );
    return new Map(holders.map((holder) => [holder.id, signers.get(agencyOf(holder))!]));
  };
  let signerByResource = await signersAt(now);
  let renewing: Promise<void> = Promise.resolve();

  const bad = await openBadSigners(folder, ca, now);
  const crlPem = await issueCrl(ca, {
    revoked: [new X509Certificate(bad.revoked.certificateDer)],
    thisUpdate: lasting(now, 0).notBefore,
    // Counties read it at their start only, and time in a test may go on by years.
    nextUpdate: new Date(ca.certificate.validTo),
  });
  // For a county on the same machine.
  await folder.write('crl.pem', crlPem, 0o644);
  const pins = Object.fromEntries(
    holders.map(({ id, ministry, unit }) => [id, { O: ministry, OU: unit || ministry }] as const),
  );
  await folder.write('agencies.json', `${JSON.stringify(pins, null, 2)}\n`, 0o644);

  return {
    caPem: certificatePem(ca.certificate),
    crlPem,
    badSigner: (kind) => bad[kind],
    signerOf: (resourceId) => signerByResource.get(resourceId),
    secretOf: (resourceId) => secrets.get(resourceId),
    // One after the other: keys take long to make, and nobody makes them twice.
    renew: (at) =>
      (renewing = renewing.catch(() => undefined).then(async () => void (signerByResource = await signersAt(at)))),
    personHash: (uid) => createHmac('sha256', Buffer.from(recordKey.trim(), 'hex')).update(uid, 'utf8').digest('hex'),
  };
}

async function openCa(folder: KeyFolder, now: Date): Promise<Issued> {
  const privateKey = createPrivateKey(
    await folder.readOrMake('ca.key', async () => privateKeyPem(await newRsaKey({ bits: 3072 }))),
  );
  const pem = await folder.readOrMake(
    'ca.pem',
    async () => {
      const subject = {
        C: 'TW',
        O: 'MyData county kit',
        OU: '測試用，不具效力',
        CN: `Test CA ${randomBytes(4).toString('hex')}`,
      };
      return certificatePem(
        (await createTestCa({ ...lasting(now, caDays), subject, privateKey, ca: { pathLength: 0 } })).certificate,
      );
    },
    0o644,
  );
  const certificate = new X509Certificate(pem);
  if (!certificate.checkPrivateKey(privateKey))
    throw new Error('ca.key and ca.pem do not belong together; remove the key folder to begin anew');
  if (Date.parse(certificate.validTo) - now.getTime() < agencyDays * day) {
    throw new Error('the test CA is near its end; remove the key folder to begin anew');
  }
  return { certificate, privateKey };
}

/** Key and certificate in one file: a stop between two files would leave a pair that does not match. */
async function openAgency(folder: KeyFolder, ca: Issued, holder: Holder, now: Date): Promise<Signer> {
  const name = join('agencies', `${agencyOf(holder).replace(/[^\p{L}\p{N}-]/gu, '_')}.pem`);
  const make = async (): Promise<string> => {
    const subject = {
      C: 'TW',
      O: holder.ministry,
      OU: holder.unit || holder.ministry,
      CN: `${holder.ministry}${holder.unit} (測試)`,
    };
    const { certificate, privateKey } = await issueCertificate(ca, { ...lasting(now, agencyDays), subject });
    return privateKeyPem(privateKey) + certificatePem(certificate);
  };
  const read = signerFrom(await folder.readOrMake(name, make));
  if (goodFor(read, ca, new Date(now.getTime() + renewDays * day))) return read.signer;
  await folder.write(name, await make());
  return signerFrom(await folder.readOrMake(name, make)).signer;
}

async function openBadSigners(folder: KeyFolder, ca: Issued, now: Date): Promise<Record<BadCertificate, Signer>> {
  const open = async (kind: BadCertificate, CN: string, validity = lasting(now, caDays)): Promise<Signer> => {
    const pem = await folder.readOrMake(join('bad', `${kind}.pem`), async () => {
      const subject = { C: 'TW', O: '測試機關', OU: '測試用，不具效力', CN };
      const { certificate, privateKey } = await issueCertificate(ca, { ...validity, subject });
      return privateKeyPem(privateKey) + certificatePem(certificate);
    });
    return signerFrom(pem).signer;
  };
  const past = { notBefore: new Date(now.getTime() - 2 * day), notAfter: new Date(now.getTime() - day) };
  const [expired, revoked, wrong] = await Promise.all([
    open('expired', '已過期的憑證 (測試)', past),
    open('revoked', '已廢止的憑證 (測試)'),
    open('wrong-agency', '其他機關 (測試)'),
  ]);
  return { expired, revoked, 'wrong-agency': wrong };
}

function signerFrom(pem: string): { readonly signer: Signer; readonly certificate: X509Certificate } {
  const certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')));
  return { signer: { privateKey: createPrivateKey(pem), certificateDer: certificate.raw }, certificate };
}

function goodFor(read: { signer: Signer; certificate: X509Certificate }, ca: Issued, until: Date): boolean {
  try {
    verifyChain(read.certificate, [ca.certificate], until);
    return read.certificate.checkPrivateKey(read.signer.privateKey);
  } catch {
    return false;
  }
}

async function openSecrets(folder: KeyFolder, ids: readonly ResourceId[]): Promise<ReadonlyMap<ResourceId, string>> {
  const file = 'resources.json';
  const text = await folder.readOrMake(file, async () => '[]\n');
  const known = JSON.parse(text) as readonly ResourceSecret[];
  const secrets = new Map(known.map(({ resource_id, resource_secret }) => [resource_id, resource_secret]));
  const missing = ids.filter((id) => !secrets.has(id));
  for (const id of missing) secrets.set(id, randomBytes(24).toString('base64url'));
  if (missing.length) {
    const rows: ResourceSecret[] = [...secrets].map(([resource_id, resource_secret]) => ({
      resource_id,
      resource_secret,
    }));
    await folder.write(file, `${JSON.stringify(rows, null, 2)}\n`);
  }
  return secrets;
}

const agencyOf = ({ ministry, unit }: Holder): string => `${ministry}-${unit}`;

/** Begins an hour ago: the clocks of two parties differ. */
const lasting = (now: Date, days: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(now.getTime() - 3_600_000),
  notAfter: new Date(now.getTime() + days * day),
});
