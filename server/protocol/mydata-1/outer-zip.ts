/** The platform's zip: one inner zip per dataset that was had, and a manifest that lists all asked. Not signed. */
import { zipSync, type Zippable } from 'fflate';
import { PackageError, type ShapeReason } from './errors.ts';
import { readManifest, writeManifest } from './manifest-xml.ts';
import { readZip } from './zip.ts';

/** `code`: 200 with `zip` · 204 no record held, no zip · others failed, and then no entry has a zip. */
export interface OuterEntry {
  readonly resourceId: string;
  readonly resourceName: string;
  readonly code: number;
  readonly zip?: Uint8Array;
}

const manifestName = 'META-INFO/manifest.xml';

/** Throws a TypeError where the entries break all-or-nothing: that would be our own mistake. */
export function packOuter(entries: readonly OuterEntry[]): Uint8Array {
  const failed = entries.some(({ code }) => !isAnswer(code));
  if (entries.some(({ code, zip }) => Boolean(zip) !== (code === 200 && !failed))) {
    throw new TypeError('An entry has a zip if and only if its code is 200 and no other failed.');
  }
  const files: Zippable = {};
  for (const { resourceId, zip } of entries) if (zip) files[`${resourceId}.zip`] = [zip, { level: 0 }];
  files[manifestName] = writeManifest(
    entries.map(({ resourceId, resourceName, code }) => ({
      filename: `${resourceId}.zip`,
      resource_id: resourceId,
      resource_name: resourceName,
      code: String(code),
    })),
  );
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** Throws `PackageError` of step `shape`. What an entry's zip holds is not looked at: `verifyInner` does. */
export function readOuter(bytes: Uint8Array): OuterEntry[] {
  const files = readZip(bytes, { expected: (name) => name === manifestName || /^[\w.-]+\.zip$/.test(name) });
  const manifest = files.get(manifestName);
  if (!manifest?.length) throw refuse('no-manifest', 'The archive has no manifest.');
  const rows = readManifest(manifest, ['resource_id', 'code'], ['filename', 'resource_name']);
  files.delete(manifestName);

  const entries = rows.map((row): OuterEntry => {
    if (!/^API\.[A-Za-z0-9]{1,32}$/.test(row.resource_id)) throw refuse('manifest-id', 'A resource id is malformed.');
    if (!/^[1-5]\d\d$/.test(row.code)) throw refuse('manifest-code', 'A code is malformed.');
    const entry = { resourceId: row.resource_id, resourceName: row.resource_name, code: Number(row.code) };
    const name = entry.code === 200 ? namesFor(row).find((one) => files.has(one)) : undefined;
    if (name === undefined) return entry;
    const zip = files.get(name)!;
    files.delete(name);
    return { ...entry, zip };
  });
  if (!entries.length) throw refuse('empty', 'The manifest is empty.');
  if (new Set(entries.map(({ resourceId }) => resourceId)).size !== entries.length) {
    throw refuse('manifest-twice', 'A dataset is listed twice.');
  }
  if (files.size) throw refuse('not-in-manifest', 'A file is not in the manifest.');
  const failed = entries.some(({ code }) => !isAnswer(code));
  if (!failed && entries.some(({ code, zip }) => code === 200 && !zip))
    throw refuse('missing-file', 'A file is missing.');
  return entries;
}

/** As the manifest names it, with or without its ending; else after the dataset. */
const namesFor = ({ filename, resource_id }: { readonly filename: string; readonly resource_id: string }) => [
  filename,
  `${filename}.zip`,
  `${resource_id}.zip`,
];

/** "No record" is an answer, not a failure. */
const isAnswer = (code: number): boolean => code === 200 || code === 204;

const refuse = (reason: ShapeReason, message: string): PackageError => new PackageError('shape', reason, message);
