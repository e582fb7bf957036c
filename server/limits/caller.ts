/** Who calls, as far as tries are counted by it: addresses, and whether somebody has passed in this browser before. */
import type { Context } from 'hono';
import { callerAddress } from '../http/caller-address.ts';
import type { Cookies } from '../http/cookies.ts';
import { lifetimes } from '../lifetimes.ts';
import type { KnownBrowsers } from './known-browser.ts';
import { networksOf, type Networks } from './network.ts';

/** What a party has for it. */
interface Party {
  readonly config: { readonly proxies?: readonly string[] };
  readonly cookies: Cookies;
  readonly browsers: KnownBrowsers;
}

export interface Caller extends Networks {
  /** Cookie of a browser that is known for somebody, as it came. */
  readonly known?: string | undefined;
}

const knownCookie = 'known';

/** The address is what our own proxies say, else the connection's; `known` the cookie as it came, not looked at yet. */
export const callerOf = ({ config, cookies }: Pick<Party, 'config' | 'cookies'>, c: Context): Caller => ({
  ...networksOf(callerAddress(c, config.proxies)),
  known: cookies.read(c, knownCookie),
});

/** @param who keyed hash of a person, id of an account, or number of an application */
export function rememberBrowser(
  { cookies, browsers }: Pick<Party, 'cookies' | 'browsers'>,
  c: Context,
  who: string,
): void {
  const value = browsers.remember(cookies.read(c, knownCookie), who);
  cookies.write(c, knownCookie, value, lifetimes.knownBrowser.ms / 1000);
}
