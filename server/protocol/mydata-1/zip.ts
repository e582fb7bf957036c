/**
 * Reads zips of strangers. Owns the guards: counts, sizes, ratio, names. It reads the central directory itself, because
 * what unpackers skip over in silence (links, duplicates, overlaps, junk in front) is what attacks are made of.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { PackageError, type ShapeReason } from './errors.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

export interface ZipLimits {
  readonly maxEntries: number;
  /** Unpacked to packed size of one entry, counted from `ratioFromBytes` unpacked. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  /** Bytes, all entries unpacked. */
  readonly maxTotal: number;
  /** Which names may be there at all. */
  readonly expected: (name: string) => boolean;
}

const zipLimits: ZipLimits = {
  maxEntries: 64,
  maxRatio: 100,
  ratioFromBytes: 64 * 1024,
  maxTotal: 50 * 1024 * 1024,
  expected: () => true,
};

/** → name → bytes, in the archive's order. Throws `PackageError` of step `shape`. */
export function readZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Map<string, Uint8Array> {
  const rules = { ...zipLimits, ...limits };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(buffer, rules.maxEntries).map(withSlashes);
  checkEntries(entries, rules);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) if (!isMetaFolder(entry)) files.set(entry.name, unpack(entry));
  return files;
}

/** Packers on Windows have written its own sign between folder and file. */
const withSlashes = (entry: ZipEntry): ZipEntry => ({
  ...entry,
  name: entry.name.replace(/^META-INFO\\/, 'META-INFO/'),
});

/** Some packers write an entry for the folder itself. */
const isMetaFolder = (entry: ZipEntry): boolean => entry.name === 'META-INFO/' && entry.size === 0;

function checkEntries(entries: readonly ZipEntry[], rules: ZipLimits): void {
  let total = 0;
  const seen = new Set<string>();
  for (const entry of entries) {
    // Two names that one file system would take for one are one.
    const name = entry.name.normalize('NFC').toLowerCase();
    if (seen.has(name)) throw refuse('duplicate-name', 'Two entries have one name.');
    seen.add(name);
    if (isMetaFolder(entry)) continue;
    if (!safeName(entry.name)) throw refuse('unsafe-name', 'An entry name is a path.');
    if (!rules.expected(entry.name)) throw refuse('unexpected-name', 'An entry is not part of such a package.');
    if (entry.link) throw refuse('link', 'An entry is a link or another special file.');
    if (entry.size > rules.ratioFromBytes && entry.size > entry.packed.length * rules.maxRatio) {
      throw refuse('ratio', 'An entry unpacks to far more than it holds.');
    }
    total += entry.size;
    if (total > rules.maxTotal) throw refuse('too-large', 'The archive unpacks to too much.');
  }
}

/** A plain file name, alone or under META-INFO. */
function safeName(name: string): boolean {
  const file = name.startsWith('META-INFO/') ? name.slice('META-INFO/'.length) : name;
  return /^[^/\\:\p{Cc}\p{Cf}]{1,200}$/u.test(file) && !/^\.+$/.test(file) && file.trim() === file;
}

function unpack(entry: ZipEntry): Uint8Array {
  let data: Buffer;
  try {
    data =
      entry.method === 0 ? entry.packed : inflateRawSync(entry.packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch (error) {
    throw refuse('damaged', 'An entry cannot be unpacked.', error);
  }
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw refuse('damaged', 'An entry is damaged.');
  return new Uint8Array(data);
}

const refuse = (reason: ShapeReason, message: string, cause?: unknown): PackageError =>
  new PackageError('shape', reason, message, { cause });
