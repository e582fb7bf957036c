/** Who answers for a dataset: the agency's own server where there is an entry, else the reference provider. */
import type { Whose } from '../../context.ts';
import { readOwnTrust, type PackageTrust } from '../../packages/trust.ts';
import type { Platform } from '../platform.ts';
import { openProvider } from './secrets.ts';
import type { ProviderSetting } from './setting.ts';

export interface DataProvider extends Omit<ProviderSetting, 'heartbeatUrl' | 'ca' | 'crl' | 'agency'> {
  readonly heartbeatUrl: string;
  /** An agency's server may be anywhere, so its address is looked at as a stranger's (`calls/reach`). */
  readonly to: Whose;
  /** It can sign single fields, our own extension. */
  readonly narrows: boolean;
}

type Needs = Pick<Platform, 'storage' | 'keys' | 'config'>;

/** → undefined when nobody answers for the dataset */
export async function providerOf(platform: Needs, resourceId: string): Promise<DataProvider | undefined> {
  const entry = await platform.storage.providerEntry(resourceId);
  if (!entry) return referenceProvider(platform, resourceId);
  const { url, method, token, dates, heartbeatUrl = withHeartbeat(url) } = entry;
  const secrets = openProvider(platform.keys, entry);
  return { resourceId, url, method, token, dates, heartbeatUrl, ...secrets, to: 'stranger', narrows: false };
}

function referenceProvider({ config: { provider } }: Needs, resourceId: string): DataProvider | undefined {
  const secret = Object.hasOwn(provider.secrets, resourceId) ? provider.secrets[resourceId] : undefined;
  if (secret === undefined) return undefined;
  const url = `${provider.url}/dp/${resourceId}`;
  return {
    resourceId,
    url,
    method: 'GET',
    token: 'bearer',
    dates: 'yyyy/MM/dd',
    heartbeatUrl: withHeartbeat(url),
    secret,
    headers: {},
    to: 'partner',
    narrows: true,
  };
}

/** Beside what the address asks already. */
export function withHeartbeat(address: string): string {
  const url = new URL(address);
  url.searchParams.set('heartbeat', 'true');
  return url.href;
}

/** The datasets that somebody answers for. */
export async function providedDatasets({ storage, config, datasets }: Platform): Promise<ReadonlySet<string>> {
  const entries = new Set((await storage.providerEntries()).map(({ resourceId }) => resourceId));
  return new Set([...datasets.keys()].filter((id) => entries.has(id) || Object.hasOwn(config.provider.secrets, id)));
}

/** Whose packages are taken for this dataset. */
export async function trustOf(
  { storage, trust }: Pick<Platform, 'storage' | 'trust'>,
  resourceId: string,
): Promise<PackageTrust> {
  const entry = await storage.providerEntry(resourceId);
  const own = entry && (await readOwnTrust(entry));
  return own ? { ...trust, own: new Map([[resourceId, own]]) } : trust;
}
