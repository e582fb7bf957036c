/**
 * `folder.json`: what belongs into a folder, written at the first start. With it a file that is gone is told from one that
 * was never there. Where keys lie elsewhere their folder has one too, with the same id.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/write-whole.ts';

const manifestFile = 'folder.json';

export interface Manifest {
  /** The same in data, keys and marks. */
  readonly id: string;
  readonly party: string;
  /** `making` until the first start has made everything: what is missing then is made. `anew`: what was there was given up. */
  readonly state: 'anew' | 'making' | 'whole';
  readonly since: string;
  /** That its first marks bear, where another life was given up; else 1. */
  readonly generation?: number;
  /** Its database bears marks, the newest of which is kept apart. */
  readonly marked?: true;
  /** Secret → fingerprint of its bytes; null: it changes. */
  readonly keys: Readonly<Record<string, string | null>>;
}

/** Of a random secret: tells that it is the same, and nothing else. */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(`mydata folder\n${text.trim()}`).digest('hex');

/** @throws SyntaxError where it is damaged */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readIfThere(join(folder, manifestFile));
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

/** Replaces it whole. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeWhole(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);

/** As UTF-8. → undefined where there is no such file; what cannot be read is thrown */
export function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}
