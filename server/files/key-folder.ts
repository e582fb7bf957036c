/** A folder of small secret files: each is written whole or not at all, and for its owner only. */
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface KeyFolder {
  /** Two processes that start at once get the same: the first to make a file wins. */
  readOrMake(name: string, make: () => Promise<string>, mode?: number): Promise<string>;
  /** Replaces. */
  write(name: string, text: string, mode?: number): Promise<void>;
}

/** Makes the folder where there is none (mode 0700). Files have mode 0600 unless said otherwise. */
export async function openKeyFolder(path: string): Promise<KeyFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 });

  const read = (name: string): Promise<string | undefined> =>
    readFile(join(path, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });

  const draft = async (name: string, text: string, mode: number): Promise<string> => {
    const file = `${join(path, name)}.${randomBytes(4).toString('hex')}`;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, text, { mode, flush: true });
    await chmod(file, mode); // the umask may have taken the public file's read bits
    return file;
  };

  return {
    async readOrMake(name, make, mode = 0o600) {
      const known = await read(name);
      if (known !== undefined) return known;
      const text = await make();
      const file = await draft(name, text, mode);
      await link(file, join(path, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await unlink(file);
      return (await read(name)) ?? text;
    },
    async write(name, text, mode = 0o600) {
      await rename(await draft(name, text, mode), join(path, name));
    },
  };
}
