/** Resolves a name once, and hands the connection just the addresses that were looked at: nothing is asked again after. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Reach } from './reach.ts';

export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const forbidden = 'MYDATA_FORBIDDEN_ADDRESS';

/** Without the address: what a name resolves to inside is nobody's to read. */
export const forbiddenAddress = (): NodeJS.ErrnoException =>
  Object.assign(new Error('the address is not one that may be called'), { code: forbidden });

/** As the system looks names up, hosts file and all. */
export const systemResolve: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);

/** One address among several that may not be called, and none is. */
export const lookupWithin =
  (reach: Reach, resolve: Resolve): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, (error, found) => {
      if (error) return callback(error, '');
      const wanted = found.filter(
        ({ family }) => !options.family || options.family === family || options.family === `IPv${family}`,
      );
      const [first] = wanted;
      if (!first) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
      if (!found.every(({ address }) => reach(address))) return callback(forbiddenAddress(), '');
      return options.all ? callback(null, [...wanted]) : callback(null, first.address, first.family);
    });
