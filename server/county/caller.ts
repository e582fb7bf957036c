/** Who calls, as far as tries are counted by it: addresses, and whether somebody has passed in this browser before. */
import type { Context } from 'hono';
import { callerAddress } from '../http/caller-address.ts';
import { networksOf, type Networks } from '../limits/network.ts';
import { lifetimes } from '../lifetimes.ts';
import type { County } from './county.ts';

export interface Caller extends Networks {
  /** Cookie of a browser that is known for somebody, as it came. */
  readonly known?: string | undefined;
}

const knownCookie = 'known';

export const callerOf = ({ config, cookies }: County, c: Context): Caller => ({
  ...networksOf(callerAddress(c, config.proxies)),
  known: cookies.read(c, knownCookie),
});

/** @param who id of an account, or number of an application */
export function rememberBrowser({ cookies, browsers }: County, c: Context, who: string): void {
  const value = browsers.remember(cookies.read(c, knownCookie), who);
  cookies.write(c, knownCookie, value, lifetimes.knownBrowser.ms / 1000);
}
