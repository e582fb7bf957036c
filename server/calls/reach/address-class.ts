/**
 * What kind of place a network address is, however it is written: an IPv4 address inside an IPv6 one counts as what it is.
 * The ranges are those of ipaddr.js (IANA's special registries); what none of them knows is nowhere.
 */
import ipaddr from 'ipaddr.js';

/**
 * `private`: inside somebody's own network · `nowhere`: no service is there, but a machine's own secrets may be (metadata
 * of cloud machines), or it leads by a tunnel to where nobody sees.
 */
export type AddressClass = 'public' | 'private' | 'loopback' | 'nowhere';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const compatible = ipaddr.IPv6.parseCIDR('::/96');

/** → the IPv4 address inside; undefined for a text that is none in its usual spelling */
function plain(text: string): Address | undefined {
  if (text.includes('%') || !(ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text))) return undefined;
  const address = ipaddr.process(text);
  if (!(address instanceof ipaddr.IPv6)) return address;
  const [high = 0, low = 0] = address.parts.slice(6);
  // `::` and `::1` are IPv6's own.
  const inside = address.match(translated) || (address.match(compatible) && high > 0);
  return inside ? new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]) : address;
}

/** `loopback`, `private`, `public`, else `nowhere`: what is no address, too, and what no range is known of. */
export function classOfAddress(text: string): AddressClass {
  const address = plain(text);
  if (!address) return 'nowhere';
  const range: string = address.range();
  if (range === 'loopback') return 'loopback';
  if (range === 'private' || range === 'uniqueLocal') return 'private';
  if (range !== 'unicast') return 'nowhere';
  return address instanceof ipaddr.IPv6 && !address.match(globalUnicast) ? 'nowhere' : 'public';
}

/** @param networks addresses, or networks as `10.1.0.0/16` */
export function isWithin(text: string, networks: readonly string[]): boolean {
  const address = plain(text);
  return networks.some((network) => {
    const [base, bits] = network.includes('/') ? ipaddr.parseCIDR(network) : [ipaddr.process(network), undefined];
    if (!address || address.kind() !== base.kind()) return false;
    return address.match([base, bits ?? (base.kind() === 'ipv4' ? 32 : 128)] as never);
  });
}

/** @param hostname as `URL` gives it, which has made decimal, octal, hexadecimal and short forms one. */
export function classOfHost(hostname: string): AddressClass | 'name' {
  const host = hostname.toLowerCase().replace(/\.+$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  const literal = literalOf(host);
  if (literal !== undefined) return classOfAddress(literal);
  // With a number as its last part it can be no name: some resolver may still read an address into it.
  return host && !/(^|\.)(\d+|0x[0-9a-f]*)$/.test(host) ? 'name' : 'nowhere';
}

/** → the address of a host that is written as one */
export function literalOf(hostname: string): string | undefined {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return ipaddr.IPv4.isValidFourPartDecimal(hostname) ? hostname : undefined;
}
