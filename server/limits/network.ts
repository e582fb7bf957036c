/**
 * Whom an address stands for. One household has an IPv6 /64 and one customer a /48 or /56 (RFC 6177), so a single IPv6
 * address stands for nobody.
 */
import { isIPv4, isIPv6 } from 'node:net';

export interface Networks {
  /** One IPv4 address, or an IPv6 /64. */
  readonly address: string;
  /** The /24 or /48 round it. */
  readonly network: string;
}

/** @param address as `callerAddress` gives it; who has none (a local socket) is counted as one caller */
export function networksOf(address: string | undefined): Networks {
  if (address !== undefined && isIPv4(address))
    return { address, network: `${address.split('.').slice(0, 3).join('.')}.0/24` };
  const bare = address?.replace(/%.*$/, '') ?? '';
  if (!isIPv6(bare)) return { address: 'unknown', network: 'unknown' };
  const parts = partsOf(bare);
  return { address: `${parts.slice(0, 4).join(':')}::/64`, network: `${parts.slice(0, 3).join(':')}::/48` };
}

/** The eight groups, without leading zeros; of an address that `isIPv6` took. */
function partsOf(address: string): readonly string[] {
  const groups = (text: string): string[] =>
    text.split(':').flatMap((part) => {
      if (!part.includes('.')) return part ? [part] : [];
      const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
      return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
    });
  const [head = '', tail] = address.toLowerCase().split('::');
  const [first, last] = [groups(head), groups(tail ?? '')];
  const middle = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...middle, ...last].map((part) => Number.parseInt(part, 16).toString(16));
}
