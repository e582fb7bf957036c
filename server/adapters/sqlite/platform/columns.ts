/** The column kit of the platform's tables for SQLite; another engine's kit has the same exports. */
import { customType, integer, text } from 'drizzle-orm/sqlite-core';
import type { Envelope } from '#server/crypto/epochs.ts';

export { index, integer, primaryKey, sqliteTable as table, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
export { time } from '../times.ts';

/** Yes or no as 1 or 0. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });
/** Texts as a JSON array, in their order. */
export const list = (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>();

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** An envelope in one blob: two lengths (1 byte epoch name, 1 byte wrapped key), then its three parts. */
export const envelope = customType<{ data: Envelope; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: ({ epoch, wrappedKey, sealed }) => {
    const name = Buffer.from(epoch, 'utf8');
    return Buffer.concat([Buffer.from([name.length, wrappedKey.length]), name, wrappedKey, sealed]);
  },
  fromDriver: (value) => {
    const nameEnd = 2 + (value[0] ?? 0);
    const keyEnd = nameEnd + (value[1] ?? 0);
    return {
      epoch: value.toString('utf8', 2, nameEnd),
      wrappedKey: value.subarray(nameEnd, keyEnd),
      sealed: value.subarray(keyEnd),
    };
  },
});
