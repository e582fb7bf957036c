/** How a county's services come to be registered: over the platform's registry, or by letter. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Fetch } from '../context.ts';
import type { CountySetting } from '../counties/setting.ts';
import { letterRegistrar } from '../county/registration/letter.ts';
import { platformRegistrar, type RegistryAccount } from '../county/registration/platform.ts';
import type { Registrar } from '../county/registration/registrar.ts';

type How = Pick<Config, 'registration' | 'dataFolder' | 'environment'>;
type Whose = Pick<CountySetting, 'registry' | 'clientsGiven'>;

/** Where an account is named, or invented ones exist, over the registry; a file that somebody named is a registration already. */
export function registrarKind(
  { registration }: Pick<Config, 'registration'>,
  { registry, clientsGiven }: Whose,
): Registrar['by'] {
  const { registrar, account, ownPlatform } = registration;
  if (registrar) return registrar;
  return account || registry || (ownPlatform && !clientsGiven) ? 'platform' : 'letter';
}

/** In the test environment, for a platform that takes registrations by file only. */
export const isClientFileMade = (config: Pick<Config, 'registration' | 'environment'>, setting: Whose): boolean =>
  config.environment === 'test' && registrarKind(config, setting) === 'letter';

/**
 * The account is read when it is first needed, from settings, the county's file or, in the test environment, what our
 * platform wrote: it may start later.
 */
export function registrarOf(config: How & Pick<Config, 'urls'>, setting: CountySetting, fetch: Fetch): Registrar {
  if (registrarKind(config, setting) === 'letter') return letterRegistrar;
  return platformRegistrar({
    platformUrl: config.urls.platform,
    account: () => accountOf(config, setting),
    fetch,
  });
}

/** What was configured; in the test environment the account that our own platform made for each invented county. */
async function accountOf(
  { registration, dataFolder, environment }: How,
  { registry, label, organisation }: CountySetting,
): Promise<RegistryAccount | undefined> {
  if (registration.account) return registration.account;
  if (registry) return { id: registry.account, secret: (await readFile(registry.secretFile, 'utf8')).trim() };
  if (environment !== 'test') return undefined;
  const text = await readFile(join(dataFolder, 'platform', 'registry-accounts.json'), 'utf8').catch(() => '{}');
  const accounts = JSON.parse(text) as Readonly<Record<string, { account: string; password: string } | undefined>>;
  // One county by variables is Chiayi there.
  const own = accounts[label === 'county' ? 'ORG.chiayi' : `ORG.${organisation.id}`];
  return own && { id: own.account, secret: own.password };
}
