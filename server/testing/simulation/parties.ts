/** Platform, county and provider in one process, everything in memory, on a clock that somebody else moves. */
import { createHash } from 'node:crypto';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { memoryEpochStore } from '../../files/epoch-store.ts';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { memoryProviderStorage } from '../../adapters/memory/provider.ts';
import { silentLog, type Clock, type Fetch } from '../../context.ts';
import { EpochKeys } from '../../crypto/epochs.ts';
import { createApp as createCounty, type CountyApp } from '../../county/app.ts';
import { clientsOf, registrationsFor, wantedClients } from '../../county/client-registration.ts';
import type { CountyStorage } from '../../county/storage.ts';
import { testLoaded } from '../../county/testing/test-service.ts';
import { lifetimes } from '../../lifetimes.ts';
import { createApp as createPlatform, type PlatformApp } from '../../platform/app.ts';
import { makePlatformKeys, type PlatformKeys, type ResidentKeys } from '../../platform/keys.ts';
import { parseClients } from '../../platform/registry/read-register.ts';
import { seedPlatform } from '../../platform/sandbox/seed.ts';
import { seedStaff } from '../../platform/staff/sandbox-staff.ts';
import type { PlatformStorage } from '../../platform/storage.ts';
import { createApp as createProvider } from '../../provider/app.ts';
import { seed } from '../../provider/seed.ts';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { certificatePem, issueCertificate, privateKeyPem } from '../../crypto/x509.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { createTestPki, testValidity, type TestPki } from '../test-pki.ts';

export const urls = {
  platform: 'http://localhost:8701',
  county: 'http://localhost:8702',
  provider: 'http://localhost:8703',
} as const;

export interface Parties {
  readonly platform: { readonly app: PlatformApp; readonly storage: PlatformStorage; readonly keys: PlatformKeys };
  readonly county: CountyApp & { readonly storage: CountyStorage };
  readonly clientId: string;
  /** To whichever of them the address is of, as from this network address. */
  send(address: string, url: string, init: RequestInit): Promise<Response>;
  /** Until no party waits for another. */
  settled(): Promise<void>;
}

const secretOf = (resource: string): string => `secret-of-${resource}`;
/** Of the parties' own machines. */
const inside = '192.0.2.250';

export async function partiesOf(people: readonly SandboxResident[], clock: Clock): Promise<Parties> {
  const pki = await createTestPki();
  const trust = { anchors: [pki.ca.certificate] };
  const registrations = registrationsFor(wantedClients([testLoaded]), [], urls.county).map((one) => ({
    ...one,
    api_key: 'key-of-the-sp-api-01',
  }));
  const apps = new Map<
    string,
    { request(url: string, init: RequestInit, env: object): Response | Promise<Response> }
  >();
  let underWay = 0;
  const send = async (address: string, url: string, init: RequestInit): Promise<Response> => {
    const { origin } = new URL(url);
    const app = apps.get(origin);
    if (!app) throw new TypeError(`nobody at ${origin}`);
    return app.request(url, init, { incoming: { socket: { remoteAddress: address } } });
  };
  const fetch: Fetch = async (url, init) => {
    underWay += 1;
    try {
      return await send(inside, url, init);
    } finally {
      underWay -= 1;
    }
  };

  const provider = memoryProviderStorage();
  await seed(provider, people);
  const signer = { privateKey: pki.agency.privateKey, certificateDer: pki.agency.certificate.raw };
  const dp = createProvider({
    storage: provider,
    clock,
    log: silentLog,
    fetch,
    wait: async () => undefined,
    keys: {
      caPem: pki.ca.certificate.toString(),
      crlPem: '',
      badSigner: () => signer,
      signerOf: () => signer,
      secretOf,
      personHash: (person) => createHash('sha256').update(person).digest('hex'),
    },
    config: { urls, catalogue: inUse },
  });

  const storage = memoryPlatformStorage();
  const keys = await keysOf(people, pki, clock);
  await seedPlatform({ storage, keys, residents: people, clock });
  await seedStaff({ storage, keys, clock });
  const platform = createPlatform({
    storage,
    clock,
    keys,
    log: silentLog,
    fetch,
    trust,
    config: {
      environment: 'test',
      publicUrl: urls.platform,
      clients: parseClients(registrations, 'clients.json', new Set(inUse.keys())),
      residents: people,
      provider: { url: urls.provider, secrets: Object.fromEntries([...inUse.keys()].map((id) => [id, secretOf(id)])) },
      scriptsFolder: '/nowhere',
      counterAnswerMs: 0,
    },
  });

  const countyStorage = memoryCountyStorage();
  const county = await createCounty({
    storage: countyStorage,
    clock,
    log: silentLog,
    fetch,
    wait: async () => undefined,
    keys: {
      master: new Uint8Array(32).fill(7),
      epochs: new EpochKeys(memoryEpochStore(), lifetimes.keyEpoch.ms),
      ...trust,
      clients: clientsOf(registrations),
    },
    config: {
      publicUrl: urls.county,
      platformUrl: urls.platform,
      environment: 'test',
      numberPrefix: 'CY',
      services: [testLoaded],
    },
  });
  apps.set(urls.provider, dp).set(urls.platform, platform).set(urls.county, county.app);
  return {
    platform: { app: platform, storage, keys },
    county: { ...county, storage: countyStorage },
    clientId: registrations[0]!.client_id,
    send,
    async settled() {
      do await new Promise((turn) => setImmediate(turn));
      while (underWay > 0);
      await county.idle();
    },
  };
}

/** A card for everybody, all with one key: to make one takes a tenth of a second. */
async function keysOf(people: readonly SandboxResident[], pki: TestPki, clock: Clock): Promise<PlatformKeys> {
  const made = await makePlatformKeys(people.slice(0, 1), clock);
  const [[, { passkey }]] = [...made.residents] as [[string, ResidentKeys]];
  const privateKey = pki.keys[0];
  const cards = people.map(async ({ slug, name }) => {
    const { certificate } = await issueCertificate(pki.ca, {
      ...testValidity,
      subject: { C: 'TW', CN: name },
      privateKey,
    });
    const held = { certificatePem: certificatePem(certificate), privateKeyPem: privateKeyPem(privateKey) };
    const credentialId = createHash('sha256').update(slug).digest('base64url');
    return [slug, { ...held, passkey: { ...passkey, credentialId } }] as const;
  });
  const residents = new Map(await Promise.all(cards));
  return { ...made, citizenCa: [pki.ca.certificate], citizenCrls: [], residents };
}
