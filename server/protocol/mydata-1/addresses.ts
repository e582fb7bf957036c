/** Addresses that the browser is sent to: into the platform and back to the service provider. */
import { ProtocolError } from './errors.ts';
import { encryptField, type ClientSecrets } from './fields.ts';
import { encodeResources } from './resources.ts';
import type { ReturnCode } from './return-codes.ts';

/** Model 1: identity is proved on the platform. */
export function serviceAddress(
  platform: string,
  client: { readonly clientId: string } & ClientSecrets,
  journey: {
    readonly resources: readonly string[];
    readonly txId: string;
    readonly returnUrl: string;
    readonly nationalId: string;
  },
): string {
  const path = [client.clientId, encodeResources(journey.resources), journey.txId].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({ returnUrl: journey.returnUrl, pid: encryptField(client, journey.nationalId) });
  return `${platform.replace(/\/+$/, '')}/service/${path}?${query}`;
}

/** Model 2: identity was proved at the service provider, whose signature under this `txId` the platform has accepted. */
export function signedAddress(
  platform: string,
  client: { readonly clientId: string },
  journey: { readonly resources: readonly string[]; readonly txId: string; readonly returnUrl: string },
): string {
  const path = [client.clientId, encodeResources(journey.resources), journey.txId].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({ returnUrl: journey.returnUrl });
  return `${platform.replace(/\/+$/, '')}/service/spsignature/${path}?${query}`;
}

/**
 * `{returnUrl}?code=…&tx_id={encrypted}` and then the original query, without any `code` or `tx_id` of its own. Without
 * `txId` the code goes back alone.
 */
export function returnAddress(
  returnUrl: string,
  client: ClientSecrets,
  result: { readonly code: ReturnCode; readonly txId?: string },
): string {
  const url = parsed(returnUrl);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !['code', 'tx_id'].includes(keyOf(pair)));
  const ours = new URLSearchParams({ code: String(result.code) });
  if (result.txId !== undefined) ours.set('tx_id', encryptField(client, result.txId));
  url.hash = '';
  url.search = [ours.toString(), ...kept].join('&');
  return url.href;
}

/** The query is ignored; scheme, host, port and path must be equal, and nothing else may be there. */
export function sameAddress(registered: string, given: string): boolean {
  let one: URL;
  let other: URL;
  try {
    one = parsed(registered);
    other = parsed(given);
  } catch {
    return false;
  }
  return !other.hash && one.origin === other.origin && one.pathname === other.pathname;
}

const keyOf = (pair: string): string => [...new URLSearchParams(pair).keys()][0] ?? '';

function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // A name before the host makes an address look like another one to a person.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new ProtocolError('address-unreadable', 'The address cannot be used.');
  }
  return url;
}
