/** Where a host name leads, within a time: for who judges an address without calling it. */
import type { Resolve } from './lookup.ts';
import { askNameServers } from './name-servers.ts';

/** → none: there is no such name, or nobody said in time. Never rejects. */
export type AddressesOf = (hostname: string) => Promise<readonly string[]>;

/** @param ms after these nobody is waited for: no address */
export const addressesOf =
  (ms: number, resolve: Resolve = askNameServers({ ms })): AddressesOf =>
  (hostname) =>
    new Promise((done) => {
      const timer = setTimeout(() => done([]), ms).unref();
      resolve(hostname, (error, found) => {
        clearTimeout(timer);
        done(error ? [] : found.map(({ address }) => address));
      });
    });
