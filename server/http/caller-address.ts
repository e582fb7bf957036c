/**
 * The network address of the caller, as the socket knows it. A forwarded header is believed only from a proxy that the
 * settings name: anyone can write one, and behind a proxy that is not named all callers look like one.
 */
import type { Context } from 'hono';

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * → e.g. `127.0.0.1` (an IPv4 address inside IPv6 is given as IPv4); undefined without a socket, as in `app.request()`.
 * @param proxies addresses of our own proxies; of `X-Forwarded-For` the last one that is not theirs counts
 */
export function callerAddress(c: Context, proxies: readonly string[] = []): string | undefined {
  const address = plain((c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress);
  if (address === undefined || !proxies.includes(address)) return address;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plain(one.trim()));
  return forwarded.findLast((one) => one && !proxies.includes(one)) ?? address;
}

const plain = <T extends string | undefined>(address: T): T =>
  address?.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '') as T;
