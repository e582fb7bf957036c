/** A county, ready to serve: services from files, registrations, trusted authorities, app. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderEpochStore } from '../files/epoch-store.ts';
import { sqliteLimitStorage } from '../adapters/sqlite/limits/storage.ts';
import { sqliteCountyStorage } from '../adapters/sqlite/county/storage.ts';
import { openKeyFolder } from '../files/key-folder.ts';
import { ConfigError, type Config } from '../config.ts';
import type { Log } from '../context.ts';
import type { CountySetting } from '../counties/setting.ts';
import { themeCss } from '../counties/theme.ts';
import { addressNames } from '../county/addresses.ts';
import { createApp } from '../county/app.ts';
import { judgeApart } from '../county/judging/judge-apart.ts';
import {
  clientsOf,
  ensureClients,
  readClients,
  wantedClients,
  type ClientRegistration,
} from '../county/client-registration.ts';
import { loadFolders } from '../county/services/load-folders.ts';
import type { LoadedService } from '../county/services/load-services.ts';
import type { OrganisationSetting } from '../county/organisation.ts';
import { plainLooks, type Looks } from '../county/site/looks.ts';
import { readSite, type Site } from '../county/site/site.ts';
import { EpochKeys } from '../crypto/epochs.ts';
import { lifetimes } from '../lifetimes.ts';
import { freeSpaceOf } from '../space/free-space.ts';
import { placeOf } from './folders/place.ts';
import { withWitness } from '../witness/open-witness.ts';
import type { Party, Setting } from './party.ts';
import { ownTrustOf, readProvidersFile } from './providers-file.ts';
import { isClientFileMade, registrarOf } from './registrar.ts';
import { readTrust } from './trust.ts';

/** Of the county's own area only: a form of another county never stands on this one's pages. */
async function servicesOf({
  servicesFolders,
  organisation: { area },
}: CountySetting): Promise<readonly LoadedService[]> {
  const services = await loadFolders(servicesFolders);
  const foreign = area === undefined ? undefined : services.find(({ service }) => service.county !== area);
  if (!foreign) return services;
  const { id, county } = foreign.service;
  throw new ConfigError(`service ${id} says that it is of ${county}, not of ${area}`);
}

/**
 * The registrations that came by file. In the test environment the file is made for a platform that knows no registry of
 * ours; live only reads it, to the byte.
 */
async function fileClients(
  config: Config,
  setting: CountySetting,
  services: readonly LoadedService[],
): Promise<readonly ClientRegistration[]> {
  const { clientsFile, url } = setting;
  return isClientFileMade(config, setting)
    ? ensureClients(clientsFile, wantedClients(services), url)
    : readClients(clientsFile);
}

/** What the platform reads at its start is there before. */
export async function prepareCounty(config: Config, setting: CountySetting): Promise<void> {
  if (isClientFileMade(config, setting)) await fileClients(config, setting, await servicesOf(setting));
}

/** Once per county of the installation: two of them share nothing but what the installation trusts and the platform. */
export async function startCounty(
  { config, root, residents, clock, testClock, ownPeople, log, fetch }: Setting,
  setting: CountySetting,
): Promise<Party> {
  const place = placeOf(config, setting);
  await mkdir(place.data, { recursive: true, mode: 0o700 });
  const services = await servicesOf(setting);
  const site = setting.site && (await siteOf(setting.site.folder, config.environment, log));
  if (config.environment === 'live') needAddresses(setting, site);
  const clients = await fileClients(config, setting, services);
  const keyFolder = await openKeyFolder(place.keys);
  const storage = sqliteCountyStorage(place.database);
  const limits = sqliteLimitStorage(join(place.data, 'limits.db'));
  const trust = await readTrust(config);
  const providers = config.providersFile === undefined ? [] : await readProvidersFile(config.providersFile);
  const judge = judgeApart();
  const county = await createApp({
    judge,
    storage,
    limits,
    space: { most: config.space.county, reserve: config.space.reserve, free: freeSpaceOf(place.data) },
    clock,
    ...(testClock && { testClock }),
    ...(ownPeople && { ownPeople }),
    log,
    fetch,
    keys: {
      master: Buffer.from(
        (await keyFolder.readOrMake('master.key', async () => randomBytes(32).toString('hex'))).trim(),
        'hex',
      ),
      epochs: new EpochKeys(folderEpochStore(join(place.keys, 'epochs')), lifetimes.keyEpoch.ms),
      ...trust,
      own: await ownTrustOf(providers),
      clients: clientsOf(clients),
    },
    config: {
      publicUrl: setting.url,
      platformUrl: config.urls.platform,
      environment: config.environment,
      preparationMinute: config.preparationMinute * 1000,
      proxies: config.proxies,
      deskAddresses: setting.deskAddresses,
      looks: looksOf(setting, services),
      ...(setting.addresses && { addresses: setting.addresses }),
      ...(site && { site, playground: join(root, 'dist', 'playground') }),
      organisation: organisationOf(setting, services),
      cookieName: setting.cookieName,
      numberPrefix: setting.numberPrefix,
      services,
      residents,
      unregistered: config.registration.unregistered,
    },
    registrar: registrarOf(config, setting, fetch),
  });
  const failed = (error: unknown): void => log.error({ code: (error as Error).name }, 'looking at the register failed');
  // What the register says already is here before the first resident is.
  await county.watch().catch(failed);
  const watcher = setInterval(() => void county.watch().catch(failed), lifetimes.registryLook.ms);
  return {
    name: 'county',
    label: setting.label,
    portVariable: setting.portVariable,
    title: looksOf(setting, services).site.name['zh-Hant'],
    port: setting.port,
    url: setting.url,
    fetch: await withWitness(county.app, {
      place,
      url: setting.url,
      platformUrl: config.urls.platform,
      clock,
      fetch,
    }),
    sweep: () => county.sweep(),
    quiet: () => county.close(),
    async close() {
      clearInterval(watcher);
      await county.close();
      await judge.close();
      await storage.close();
      await limits.close();
    },
  };
}

/** One county by variables is called as its services say, where they agree. */
function organisationOf(
  { label, organisation }: CountySetting,
  services: readonly LoadedService[],
): OrganisationSetting {
  const [area, ...others] = new Set(services.map(({ service }) => service.county));
  if (label !== 'county' || area === undefined || others.length) return organisation;
  return { ...organisation, area, name: { 'zh-Hant': `${area}政府`, en: organisation.name.en } };
}

function looksOf(setting: CountySetting, services: readonly LoadedService[]): Looks {
  const { site, contact, theme } = setting;
  const name = organisationOf(setting, services).name;
  const { folder: _, ...shown } = site ?? { ...plainLooks.site, folder: '' };
  const own =
    setting.label === 'county'
      ? { ...shown, name: { 'zh-Hant': `${name['zh-Hant']}線上申辦`, en: shown.name.en } }
      : shown;
  return {
    site: site ? own : { ...own, name },
    ...(contact && { contact }),
    themeCss: themeCss(theme),
    emblem: theme ? { ground: theme.emblem.light, sun: theme.sun.light } : plainLooks.emblem,
  };
}

/** Nobody is sent, or comes back from the platform, to a page that nobody named. */
function needAddresses({ label, addresses }: CountySetting, site: Site | undefined): void {
  const said = { ...site?.addresses, ...addresses };
  const missing = addressNames.filter((name) => said[name] === undefined);
  if (missing.length)
    throw new ConfigError(
      `live does not guess where people are sent to: ${missing.join(', ')}. Name them in ${
        label === 'county' ? 'MYDATA_ADDRESSES, or a site in MYDATA_SITE' : "the county's file: addresses, or a site"
      } (docs/counties.md)`,
    );
}

/** A checkout that is not built yet has no pages, and tests need none; live has what it is set to have, or does not start. */
async function siteOf(folder: string, environment: Config['environment'], log: Log): Promise<Site | undefined> {
  if (environment === 'test' && !existsSync(folder)) {
    log.warn({ code: 'site-missing' }, 'the site is not built: no pages');
    return undefined;
  }
  return readSite(folder);
}
