/** A county, ready to serve: services from files, registrations, trusted authorities, app. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderEpochStore } from '../adapters/epoch-store.ts';
import { sqliteCountyStorage } from '../adapters/sqlite/county/storage.ts';
import { openKeyFolder } from '../adapters/key-folder.ts';
import { ConfigError } from '../config.ts';
import type { CountySetting } from '../counties/setting.ts';
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
export async function prepareCounty({
  servicesFolders,
  clientsFile,
  url,
}: CountySetting): Promise<{ services: readonly LoadedService[]; clients: readonly ClientRegistration[] }> {
  const services = await loadFolders(servicesFolders);
  const clients = await ensureClients(clientsFile, wantedClients(services), url);
  return { services, clients };
}

/** Once per county of the installation: two of them share nothing but what the installation trusts and the platform. */
export async function startCounty(
  { config, residents, clock, log, fetch }: Setting,
  setting: CountySetting,
): Promise<Party> {
  const folder = setting.dataFolder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { services, clients } = await prepareCounty(setting);
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
      publicUrl: setting.url,
      platformUrl: config.urls.platform,
      environment: config.environment,
      preparationMinute: config.preparationMinute * 1000,
      proxies: config.proxies,
      deskAddresses: setting.deskAddresses,
      siteFolder: setting.site?.folder,
      organisation: setting.organisation,
      cookieName: setting.cookieName,
      numberPrefix: setting.numberPrefix,
      services,
      residents,
    },
  });
  return {
    name: 'county',
    label: setting.label,
    portVariable: setting.portVariable,
    title: (setting.site?.name ?? setting.organisation.name)['zh-Hant'],
    port: setting.port,
    url: setting.url,
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
