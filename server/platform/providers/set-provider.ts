/** What a start's file says of data providers becomes the platform's entries: those it names no more go. */
import { isDeepStrictEqual } from 'node:util';
import type { PlatformOptions } from '../platform.ts';
import type { ProviderEntry, Step } from '../storage.ts';
import { openProvider, sealProvider } from './secrets.ts';
import type { ProviderSetting } from './setting.ts';

type Needs = Pick<PlatformOptions, 'storage' | 'keys' | 'clock'>;

/**
 * → the entry for `set-provider`: secrets sealed, what is not set left out, the time that of now; nothing is stored yet
 */
export const entryOf = (
  { keys, clock }: Pick<Needs, 'keys' | 'clock'>,
  { secret, headers, ...setting }: ProviderSetting,
  { source, changedBy }: Pick<ProviderEntry, 'source' | 'changedBy'>,
): ProviderEntry => {
  const said = Object.fromEntries(Object.entries(setting).filter(([, value]) => value !== undefined)) as typeof setting;
  return {
    ...said,
    sealed: sealProvider(keys, setting.resourceId, { secret, headers }),
    source,
    changedAt: clock.now(),
    changedBy,
  };
};

/** → the datasets that people of the console have set themselves, where the file would be in their way; then nothing is done */
export async function keepFileProviders(
  needs: Needs,
  settings: readonly ProviderSetting[],
): Promise<readonly string[]> {
  const before = await needs.storage.providerEntries();
  const named = new Set(settings.map(({ resourceId }) => resourceId));
  const taken = before.filter(({ resourceId, source }) => source === 'console' && named.has(resourceId));
  if (taken.length) return taken.map(({ resourceId }) => resourceId);
  const gone = before.filter(({ resourceId, source }) => source === 'file' && !named.has(resourceId));
  const changed = settings.filter((setting) => {
    const known = before.find(({ resourceId }) => resourceId === setting.resourceId);
    return !known || !isSame(needs, known, setting);
  });
  await needs.storage.commit([
    ...gone.map(({ resourceId }): Step => ({ step: 'remove-provider', resourceId, source: 'file' })),
    ...changed.map((setting): Step => ({
      step: 'set-provider',
      entry: entryOf(needs, setting, { source: 'file', changedBy: 'MYDATA_PROVIDERS' }),
    })),
  ]);
  return [];
}

function isSame({ keys }: Pick<Needs, 'keys'>, entry: ProviderEntry, setting: ProviderSetting): boolean {
  const names = ['url', 'method', 'token', 'dates', 'heartbeatUrl', 'ca', 'crl', 'agency'] as const;
  const { secret, headers } = setting;
  return (
    names.every((name) => isDeepStrictEqual(entry[name], setting[name])) &&
    isDeepStrictEqual({ ...openProvider(keys, entry) }, { secret, headers })
  );
}
