/**
 * The archive that a resident takes home: per dataset a folder with what the agency signed, byte for byte (so that the
 * signature still holds), and a word on opening and checking it.
 */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { zipSync, type Zippable } from 'fflate';
import { PackageError } from '../../protocol/mydata-1/errors.ts';
import { readZip } from '../../protocol/mydata-1/zip.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { ArchivedDataset } from './archived-dataset.ts';
import { readMeText } from './read-me-text.ts';

/**
 * A ZIP with `README.txt`, which lists every dataset, and a folder for each that was had. A package that cannot be
 * unpacked goes in whole, as a ZIP of its own.
 * @param at time of saving, in the README and on every file
 */
export function packArchive(datasets: readonly ArchivedDataset[], at: Date): Uint8Array {
  const files: Zippable = {};
  const listed = datasets.map((one) => {
    const folder = folderName(one.dataset);
    const signed = one.zip && unpacked(one.zip);
    for (const [name, bytes] of signed ?? []) files[`${folder}/${name}`] = bytes;
    if (signed || !one.zip) return { ...one, folder, names: [...(signed?.keys() ?? [])] };
    // Taken is taken: what we can't unpack is still theirs.
    files[`${folder}.zip`] = [one.zip, { level: 0 }];
    return { ...one, folder: `${folder}.zip`, names: [] };
  });
  // Windows' own editor needs the mark and the line ends.
  files['README.txt'] = Buffer.from(`\uFEFF${readMeText(listed, at).replaceAll('\n', '\r\n')}`, 'utf8');
  return zipSync(files, { mtime: at, level: 6 });
}

function unpacked(zip: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    return readZip(zip);
  } catch (error) {
    if (error instanceof PackageError) return undefined;
    throw error;
  }
}

/** Names that every file system takes; the id keeps two datasets of one name apart. */
const folderName = ({ name, id }: CatalogueEntry): string =>
  `${name['zh-Hant'].replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim()}_${id.replace('API.', '')}`;

/** `MyData-20261123-0900.zip`, Taiwan's time. */
export function archiveName(at: Date): string {
  const [date = '', time = ''] = localInTaiwan(at).split('T');
  return `MyData-${date.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}.zip`;
}
