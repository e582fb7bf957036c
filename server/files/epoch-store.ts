/** Epoch keys in a folder (one file of 32 bytes each, mode 0600) or in memory. */
import { link, mkdir, open, readFile, readdir, unlink, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { EpochStore } from '../crypto/epochs.ts';

const fileOf = (id: string): string => `${id.replaceAll(':', '_')}.key`;
const idOf = (file: string): string => file.replace(/\.key$/, '').replaceAll('_', ':');
const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * The folder is made with the first key. Destroying writes over the bytes before the name goes; a copy elsewhere (a
 * backup, a snapshot) is not reached.
 */
export function folderEpochStore(folder: string): EpochStore {
  return {
    async list() {
      return readdir(folder).then(
        (files) => files.filter((file) => file.endsWith('.key')).map(idOf),
        (error) => {
          if (missing(error)) return [];
          throw error;
        },
      );
    },
    async read(id) {
      return readFile(join(folder, fileOf(id))).catch((error) => {
        if (missing(error)) return undefined;
        throw error;
      });
    },
    async write(id, key) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, fileOf(id));
      const draft = `${path}.${randomBytes(4).toString('hex')}`;
      await writeFile(draft, key, { mode: 0o600, flush: true });
      // The first writer wins: a second key for one epoch would orphan what the first has sealed.
      await link(draft, path).catch((error) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      });
      await unlink(draft);
    },
    async destroy(id) {
      const path = join(folder, fileOf(id));
      const file = await open(path, 'r+');
      await file.write(randomBytes(32), 0, 32, 0);
      await file.sync();
      await file.close();
      await unlink(path);
    },
  };
}

/** For tests: all keys are gone with the process. */
export function memoryEpochStore(): EpochStore {
  const keys = new Map<string, Uint8Array>();
  return {
    async list() {
      return [...keys.keys()];
    },
    async read(id) {
      return keys.get(id);
    },
    async write(id, key) {
      if (!keys.has(id)) keys.set(id, key);
    },
    async destroy(id) {
      keys.delete(id);
    },
  };
}
