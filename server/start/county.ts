/** The county, ready to serve: services from files, registrations, trusted authorities, app. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderEpochStore } from '../adapters/epoch-store.ts';
import { sqliteCountyStorage } from '../adapters/sqlite/county/storage.ts';
import { openKeyFolder } from '../adapters/key-folder.ts';
import { ConfigError, type Config } from '../config.ts';
import { createApp } from '../county/app.ts';
import { clientsOf, ensureClients, type ClientRegistration } from '../county/client-registration.ts';
import { loadFolders } from '../county/publish/load-folders.ts';
import type { LoadedService } from '../county/publish/load-services.ts';
import { wantedClients } from '../county/services/asked.ts';
import { readAgencyPins } from '../crypto/agency-pins.ts';
import { readCrls } from '../crypto/crl.ts';
import { EpochKeys } from '../crypto/epochs.ts';
import { readBundle } from '../crypto/read-certificate.ts';
import { lifetimes } from '../lifetimes.ts';
import type { Party, Setting } from './party.ts';

/** The services and their registrations; made before the platform starts, which reads the same file. */
export async function prepareCounty(
  config: Config,
): Promise<{ services: readonly LoadedService[]; clients: readonly ClientRegistration[] }> {
  const services = await loadFolders(config.servicesFolders);
  const clients = await ensureClients(config.countyClientsFile, wantedClients(services), config.urls.county);
  return { services, clients };
}

export async function startCounty({ config, root, residents, clock, log, fetch }: Setting): Promise<Party> {
  const folder = join(config.dataFolder, 'county');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { services, clients } = await prepareCounty(config);
  const keyFolder = await openKeyFolder(folder);
  const storage = sqliteCountyStorage(join(folder, 'county.db'));
  const anchors = readBundle(await trusted(config.caFile));
  const county = await createApp({
    storage,
    clock,
    log,
    fetch,
    keys: {
      master: Buffer.from(
        (await keyFolder.readOrMake('master.key', async () => randomBytes(32).toString('hex'))).trim(),
        'hex',
      ),
      epochs: new EpochKeys(folderEpochStore(join(folder, 'epochs')), lifetimes.keyEpoch.ms),
      anchors,
      crls: config.crlFile === undefined ? [] : await readCrls(await read('MYDATA_CRL', config.crlFile), anchors),
      agencies:
        config.agenciesFile === undefined
          ? undefined
          : readAgencyPins(await read('MYDATA_AGENCIES', config.agenciesFile)),
      clients: clientsOf(clients),
    },
    config: {
      publicUrl: config.urls.county,
      platformUrl: config.urls.platform,
      environment: config.environment,
      preparationMinute: config.preparationMinute * 1000,
      proxies: config.proxies,
      deskAddresses: config.deskAddresses,
      siteFolder: join(root, 'dist', 'county'),
      services,
      residents,
    },
  });
  return {
    name: 'county',
    title: '嘉義縣一站式服務網（示範）',
    port: config.ports.county,
    url: config.urls.county,
    fetch: county.app.fetch,
    sweep: () => county.sweep(),
    async close() {
      await county.close();
      await storage.close();
    },
  };
}

async function trusted(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`MYDATA_CA: no file with trusted certificate authorities at ${file}`);
  });
}

const read = (setting: string, file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`${setting}: no file at ${file}`);
  });
