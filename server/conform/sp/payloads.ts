/** What the agencies hold of the test person: files that somebody gave, else the records of an invented resident. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { csvFile, jsonFile } from '../../provider/services/package-files.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { CannotRun } from '../check.ts';
import type { DatasetRow, PayloadFile } from './make-package.ts';

export interface Payloads {
  readonly person: string;
  /** Of the test person. */
  rowOf(resourceId: string): DatasetRow;
  /** Of somebody else, properly signed. → undefined where nobody else is known to hold any */
  rowOfAnother(resourceId: string): DatasetRow | undefined;
}

let invented: ReturnType<typeof loadResidents> | undefined;

const nameOf = (id: string): string => catalogue.get(id)?.name['zh-Hant'] ?? id;

/** @param person given by hand; else the first invented resident who holds all `resources` */
export async function readPayloads({
  folder,
  person,
  resources,
}: {
  readonly folder?: string;
  readonly person?: string;
  readonly resources: readonly string[];
}): Promise<Payloads> {
  const residents = await (invented ??= loadResidents());
  const given = folder === undefined ? new Map<string, readonly PayloadFile[]>() : await filesOf(folder);
  const needed = resources.filter((id) => !given.has(id));
  const holdsAll = residents.find(({ records }) => needed.every((id) => records[id]));
  const resident =
    person === undefined ? (holdsAll ?? residents[0]) : residents.find(({ nationalId }) => nationalId === person);
  if (person !== undefined && !resident && needed.length)
    throw new CannotRun(
      {
        'zh-Hant': `不是測試民眾,請在資料夾裡放 ${needed.join('、')} 的檔案`,
        en: `is no invented resident: give files of ${needed.join(', ')} in the folder`,
      },
      folder === undefined ? 'person' : 'payloads',
    );
  const id = person ?? resident!.nationalId;
  const of = (resourceId: string, record: JsonValue | null | undefined): DatasetRow => {
    const files = record === null || record === undefined ? undefined : filesFor(resourceId, record);
    return { resourceId, name: nameOf(resourceId), ...(files && { files }) };
  };
  return {
    person: id,
    rowOf(resourceId) {
      const files = given.get(resourceId);
      return files ? { resourceId, name: nameOf(resourceId), files } : of(resourceId, resident?.records[resourceId]);
    },
    rowOfAnother(resourceId) {
      const other = residents.find(
        ({ nationalId, records }) => nationalId !== id && namesPerson(records[resourceId], nationalId),
      );
      return other && of(resourceId, other.records[resourceId]);
    },
  };
}

/** Only then can anybody know whose it is. */
const namesPerson = (record: JsonValue | null | undefined, nationalId: string): boolean =>
  record !== null && record !== undefined && JSON.stringify(record).includes(nationalId);

function filesFor(resourceId: string, record: JsonValue): readonly PayloadFile[] | undefined {
  const dataset = catalogue.get(resourceId);
  if (!dataset) return undefined;
  if (dataset.formats.includes('json')) return [jsonFile(dataset, record)];
  if (dataset.formats.includes('csv')) return [csvFile(dataset, record)];
  return [{ name: `${resourceId}.pdf`, bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }];
}

/** `API.….json`, `.csv` or `.pdf` → by dataset */
async function filesOf(folder: string): Promise<ReadonlyMap<string, readonly PayloadFile[]>> {
  const names = await readdir(folder).catch(() => {
    throw new CannotRun({ 'zh-Hant': `沒有資料夾 ${folder}`, en: `there is no folder ${folder}` }, 'payloads');
  });
  const found = new Map<string, PayloadFile[]>();
  for (const name of names.sort()) {
    const [, id] = /^(API\.\w+)\.(?:json|csv|pdf)$/.exec(name) ?? [];
    if (!id) continue;
    const file = { name, bytes: await readFile(join(folder, name)) };
    found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}
