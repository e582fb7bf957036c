/** Who calls, as far as tries are counted by it: addresses, and whether somebody has passed in this browser before. */
import type { Context } from 'hono';
import { callerAddress } from '../http/caller-address.ts';
import { networksOf, type Networks } from '../limits/network.ts';
import { lifetimes } from '../lifetimes.ts';
import type { Platform } from './platform.ts';

export interface Caller extends Networks {
  /** Cookie of a browser that is known for somebody, as it came. */
  readonly known?: string | undefined;
}

const knownCookie = 'known';

export const callerOf = ({ config, cookies }: Platform, c: Context): Caller => ({
  ...networksOf(callerAddress(c, config.proxies)),
  known: cookies.read(c, knownCookie),
});

/** @param who a keyed hash of the person, or the id of an account */
export function rememberBrowser({ cookies, browsers }: Platform, c: Context, who: string): void {
  const value = browsers.remember(cookies.read(c, knownCookie), who);
  cookies.write(c, knownCookie, value, lifetimes.knownBrowser.ms / 1000);
}
