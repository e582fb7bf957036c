/** The network address of the caller, as the socket knows it: no forwarded header is believed. */
import type { Context } from 'hono';

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** → e.g. `127.0.0.1` (an IPv4 address inside IPv6 is given as IPv4); undefined without a socket, as in `app.request()`. */
export function callerAddress(c: Context): string | undefined {
  const address = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress;
  return address?.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
