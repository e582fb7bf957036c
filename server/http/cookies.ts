/**
 * Cookies of one party. Browsers share cookies between the ports of a host, so each party's names begin with its own
 * prefix and no party reads another's. A sister site of the same domain could plant one, too, and so make a resident fill
 * a stranger's draft: behind https the browser itself refuses that, for names that begin with `__Host-` (RFC 6265bis).
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** One of several counties bears its id: they are each other's strangers, too. */
export type Party = 'platform' | 'county' | `county_${string}` | 'provider';

export interface Cookies {
  read(c: Context, name: string): string | undefined;
  /** Those of this party whose names begin so. */
  beginning(c: Context, name: string): readonly (readonly [name: string, value: string])[];
  /** HttpOnly, SameSite=Lax, Path=/; Secure when the public address is https. Without `maxAgeSeconds` it ends with the browser. */
  write(c: Context, name: string, value: string, maxAgeSeconds?: number): void;
  clear(c: Context, name: string): void;
}

/**
 * @param publicUrl as browsers see it: https makes the names `__Host-…` and the cookies `Secure`
 * All are `HttpOnly` and `SameSite=Lax`. `maxAge` in seconds; without it they end with the browser.
 */
export function cookiesOf(party: Party, publicUrl: string): Cookies {
  const secure = new URL(publicUrl).protocol === 'https:';
  const prefix = `${secure ? '__Host-' : ''}mydata_${party}_`;
  const fullName = (name: string): string => `${prefix}${name}`;
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;
  return {
    read: (c, name) => getCookie(c, fullName(name)),
    beginning: (c, name) =>
      Object.entries(getCookie(c)).flatMap(([full, value]) =>
        full.startsWith(fullName(name)) ? [[full.slice(prefix.length), value] as const] : [],
      ),
    write: (c, name, value, maxAge) =>
      setCookie(c, fullName(name), value, maxAge === undefined ? attributes : { ...attributes, maxAge }),
    clear: (c, name) => setCookie(c, fullName(name), '', { ...attributes, maxAge: 0 }),
  };
}
