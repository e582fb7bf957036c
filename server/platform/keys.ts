/**
 * The platform's keys: the hash key, the test CA of citizen certificates with a real certificate and key per invented
 * resident, and a passkey each. Made at the first start, kept in files that only this user can read.
 */
import { X509Certificate, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openKeyFolder, type KeyFolder } from '../files/key-folder.ts';
import { folderEpochStore, memoryEpochStore } from '../files/epoch-store.ts';
import type { Clock } from '../context.ts';
import { issueCrl, readCrls, type RevocationList } from '../crypto/crl.ts';
import { EpochKeys } from '../crypto/epochs.ts';
import { certificatePem, createTestCa, issueCertificate, privateKeyPem, type Issued } from '../crypto/x509.ts';
import { lifetimes } from '../lifetimes.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { LogKeys, memoryVault } from './log/keys.ts';
import { coseKey } from './identity/methods/cose-key.ts';

/** What an invented resident holds in the hand: a card with a key, and an authenticator. */
export interface ResidentKeys {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly passkey: {
    /** Base64url. */
    readonly credentialId: string;
    readonly userHandle: string;
    /** Base64. */
    readonly privateKeyPkcs8: string;
    readonly publicKeyCose: string;
  };
}

export interface PlatformKeys {
  readonly hashKey: Uint8Array;
  /** Whom the platform believes citizen certificates. */
  readonly citizenCa: readonly X509Certificate[];
  /** Cards that the CA has taken back. */
  readonly citizenCrls: readonly RevocationList[];
  readonly residents: ReadonlyMap<string, ResidentKeys>;
  /** Card and passkey for one more invented resident; absent where there are none. */
  readonly admit?: (resident: SandboxResident) => Promise<void>;
  readonly epochs: EpochKeys;
  /** Sign the log of transfer events, and receipts. */
  readonly log: LogKeys;
}

/** Where small secret files lie. */
type Vault = Pick<KeyFolder, 'readOrMake' | 'write'>;

const year = 366 * 24 * 60 * 60 * 1000;

/** @param folder e.g. `.data/platform/keys` */
export async function loadPlatformKeys(
  folder: string,
  residents: readonly SandboxResident[],
  clock: Clock,
): Promise<PlatformKeys> {
  return fill(
    await openKeyFolder(folder),
    residents,
    clock,
    new EpochKeys(folderEpochStore(join(folder, 'epochs')), lifetimes.keyEpoch.ms),
  );
}

/** Nothing on disk: for tests. */
export const makePlatformKeys = (residents: readonly SandboxResident[], clock: Clock): Promise<PlatformKeys> =>
  fill(memoryVault(), residents, clock, new EpochKeys(memoryEpochStore(), lifetimes.keyEpoch.ms));

async function fill(
  vault: Vault,
  residents: readonly SandboxResident[],
  clock: Clock,
  epochs: EpochKeys,
): Promise<PlatformKeys> {
  const hashKey = Buffer.from(
    await vault.readOrMake('hash-key', async () => randomBytes(32).toString('base64')),
    'base64',
  );
  const now = clock.now();
  const log = await LogKeys.open(vault, now);
  if (!residents.length) return { hashKey, citizenCa: [], citizenCrls: [], residents: new Map(), epochs, log };
  const validity = {
    notBefore: new Date(now.getTime() - 24 * 60 * 60 * 1000),
    notAfter: new Date(now.getTime() + 10 * year),
  };
  /** A card that nobody should believe any more. */
  const past = {
    notBefore: new Date(now.getTime() - 6 * year),
    notAfter: new Date(now.getTime() - 24 * 60 * 60 * 1000),
  };
  const ca = await keepIssued(vault, 'citizen-ca', () =>
    createTestCa({ ...validity, subject: { C: 'TW', O: '測試環境', CN: '自然人憑證測試管理中心' } }),
  );
  const keysOf = async (resident: SandboxResident): Promise<readonly [string, ResidentKeys]> => {
    const card = await keepIssued(vault, `residents/${resident.slug}.card`, () =>
      issueCertificate(ca, {
        ...(resident.card.expired ? past : validity),
        subject: { C: 'TW', CN: resident.name },
      }),
    );
    const passkey = JSON.parse(
      await vault.readOrMake(`residents/${resident.slug}.passkey.json`, async () => JSON.stringify(newPasskey())),
    ) as ResidentKeys['passkey'];
    return [
      resident.slug,
      { certificatePem: certificatePem(card.certificate), privateKeyPem: privateKeyPem(card.privateKey), passkey },
    ];
  };
  const held = new Map(await Promise.all(residents.map(keysOf)));
  const revoked = residents.flatMap(({ slug, card }) => (card.revoked ? (held.get(slug)?.certificatePem ?? []) : []));
  // Made anew on each start, so that it does not go out of date.
  const crl = await issueCrl(ca, {
    revoked: revoked.map((pem) => new X509Certificate(pem)),
    thisUpdate: validity.notBefore,
    nextUpdate: validity.notAfter,
  });
  return {
    hashKey,
    citizenCa: [ca.certificate],
    citizenCrls: await readCrls(crl, [ca.certificate]),
    residents: held,
    admit: async (resident) => void held.set(...(await keysOf(resident))),
    epochs,
    log,
  };
}

async function keepIssued(vault: Vault, name: string, make: () => Promise<Issued>): Promise<Issued> {
  // One file for both, so that a crash can't leave a key without its certificate.
  const text = await vault.readOrMake(`${name}.pem`, async () => {
    const issued = await make();
    return certificatePem(issued.certificate) + privateKeyPem(issued.privateKey);
  });
  return { certificate: new X509Certificate(text), privateKey: createPrivateKey(text) };
}

function newPasskey(): ResidentKeys['passkey'] {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    credentialId: randomBytes(32).toString('base64url'),
    userHandle: randomBytes(16).toString('base64url'),
    privateKeyPkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKeyCose: coseKey(publicKey).toString('base64'),
  };
}
