/**
 * Looks up names that strangers wrote, by asking the name servers ourselves: the system's own look-up runs in the pool of
 * four threads that also reads files and tries passwords, and a stranger's slow name server would hold one for as long as it
 * likes. What this machine's hosts file says comes first, as it does for the system.
 */
import { Resolver } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Resolve } from './lookup.ts';

export interface NameServers {
  /** For one name, all told. */
  readonly ms: number;
  /** Text of a hosts file; absent: this machine's, as it is now. */
  readonly hosts?: string;
  /** `address:port`; absent: those of this machine. */
  readonly servers?: readonly string[];
}

/**
 * @param ms milliseconds for the whole answer · `hosts` text of a hosts file · `servers` instead of the system's
 * One of IPv4 and IPv6 is enough. Of no address, or out of time, an error is handed on and nothing is connected to.
 */
export function askNameServers({ ms, hosts = hostsOfMachine(), servers }: NameServers): Resolve {
  const written = readHosts(hosts);
  return (hostname, done) => {
    const name = hostname.toLowerCase().replace(/\.$/, '');
    const known = isIP(name) ? [name] : written.get(name);
    if (known) return done(null, known.map(asFound));
    // RFC 6761, 6.3: never asked of a name server.
    if (name === 'localhost' || name.endsWith('.localhost')) return done(null, ['127.0.0.1', '::1'].map(asFound));
    void ask(name, ms, servers).then(
      (found) => done(null, found.map(asFound)),
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };
}

/** One resolver for each name: giving up is for all that it asks. */
async function ask(name: string, ms: number, servers: readonly string[] | undefined): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: ms, tries: 1 });
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), ms);
  try {
    // Half an answer is one: what was not found is not connected to.
    const both = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const found = both.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const failed = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    if (!found.length) throw failed[0] ?? Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found;
  } finally {
    clearTimeout(timer);
  }
}

const asFound = (address: string): LookupAddress => ({ address, family: isIP(address) });

function hostsOfMachine(): string {
  try {
    return readFileSync('/etc/hosts', 'utf8');
  } catch {
    return '';
  }
}

function readHosts(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (!isIP(address)) continue;
    for (const name of names) found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), address]);
  }
  return found;
}
