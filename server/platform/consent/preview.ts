/**
 * What the preview shows of each dataset: the fields that the catalogue names, with their labels, for the resident's own
 * eyes. What is broken was not kept (`check-package.ts`).
 */
import { readZip } from '../../protocol/mydata-1/zip.ts';
import { PackageError } from '../../protocol/mydata-1/errors.ts';
import type { PackageFile } from '../../protocol/mydata-1/inner-zip.ts';
import { payloadFile, payloadOf } from '../../protocol/mydata-1/payload-file.ts';
import { datasets as readable } from '#schemas/datasets/catalogue.ts';
import type { CatalogueEntry, DatasetField, JsonValue, NormalValue } from '#schemas/datasets/types.ts';
import { maskId } from '#schemas/taiwan/masking.ts';
import { formatRocDate, formatRocMonth } from '#schemas/taiwan/roc-date.ts';
import type { Platform } from '../platform.ts';
import type { StoredPackage } from '../storage.ts';
import { brokenCode, isAnswer, packageContext } from '../delivery/collection.ts';

export interface PreviewField {
  readonly label: string;
  readonly values: readonly string[];
}

/** Rows of one list, e.g. the people of a household. */
interface PreviewList {
  readonly label: string;
  readonly rows: readonly (readonly PreviewField[])[];
}

export interface DatasetPreview {
  readonly dataset: CatalogueEntry;
  /** `not-awaited`: still prepared when another one failed, and all of them or none are sent. */
  readonly state: 'had' | 'no-record' | 'failed' | 'not-awaited';
  /** `failed`, because what came was not taken. */
  readonly broken?: boolean;
  readonly fields: readonly PreviewField[];
  readonly lists: readonly PreviewList[];
  /** Files that are documents, not fields. */
  readonly documents: readonly { readonly name: string; readonly bytes: number }[];
}

/**
 * Opens what is stored of a transaction. → one preview per dataset, in their order; whose package is gone, or its key,
 * is `failed`. National ids come masked, dates in years of the Republic. Stored packages stay as they are.
 */
export async function previews(
  platform: Platform,
  txId: string,
  datasets: readonly CatalogueEntry[],
): Promise<readonly DatasetPreview[]> {
  const stored = await platform.storage.packages(txId);
  const stopped = stored.some(({ code }) => !isAnswer(code));
  return Promise.all(
    datasets.map((dataset) =>
      preview(
        platform,
        dataset,
        stored.find(({ resourceId }) => resourceId === dataset.id),
        stopped,
      ),
    ),
  );
}

async function preview(
  platform: Platform,
  dataset: CatalogueEntry,
  stored: StoredPackage | undefined,
  stopped: boolean,
): Promise<DatasetPreview> {
  const empty = { dataset, ...nothing, documents: [] };
  if (!stored && stopped) return { ...empty, state: 'not-awaited' };
  if (stored?.code === 204) return { ...empty, state: 'no-record' };
  const zip =
    stored?.package && (await platform.keys.epochs.open(stored.package, packageContext(stored.txId, dataset.id)));
  if (!zip) return { ...empty, state: 'failed', broken: stored?.code === brokenCode };
  try {
    const files = [...readZip(zip)]
      .filter(([name]) => !name.startsWith('META-INFO/'))
      .map(([name, bytes]): PackageFile => ({ name, bytes }));
    const payload = payloadFile(files, dataset.id, mediaOf(dataset));
    const documents = files
      .filter((file) => file !== payload)
      .map(({ name, bytes }) => ({ name, bytes: bytes.length }));
    return { dataset, state: 'had', ...(payload ? read(dataset, payload) : nothing), documents };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    platform.log.warn(
      { resource: dataset.id, step: error.step, reason: error.reason },
      'package has no readable shape',
    );
    return { ...empty, state: 'had' };
  }
}

type Read = Pick<DatasetPreview, 'fields' | 'lists'>;

const nothing: Read = { fields: [], lists: [] };

const mediaOf = ({ id }: CatalogueEntry) => readable.get(id)?.shape.media ?? 'json';

function read(entry: CatalogueEntry, file: PackageFile): Read {
  const dataset = readable.get(entry.id);
  if (!dataset) return nothing; // a payload that the catalogue does not know is carried, not shown
  let data: NormalValue;
  try {
    data = dataset.normalise(payloadOf(file, mediaOf(entry)) as JsonValue).data as NormalValue;
  } catch {
    return nothing; // the file is still listed as had; what can't be read is not guessed at
  }
  const outside = dataset.fields.filter(({ path }) => !path.includes('[*]'));
  const lists = outside
    .map(({ path, label }) => {
      const inner = dataset.fields.filter((field) => field.path.startsWith(`${path}[*].`));
      const own = inner.map((field) => ({ ...field, path: `$${field.path.slice(path.length + 3)}` }));
      return {
        label: label['zh-Hant'],
        rows: valuesAt(data, `${path}[*]`)
          .map((row) => shown(row, own))
          .filter((row) => row.length > 0),
      };
    })
    .filter(({ rows }) => rows.length > 0);
  return { fields: shown(data, outside), lists };
}

function shown(
  data: NormalValue,
  fields: readonly Pick<DatasetField, 'path' | 'label' | 'type'>[],
): readonly PreviewField[] {
  // An address is shown whole; its parts would only repeat it.
  const addresses = fields.filter(({ type }) => type === 'address').map(({ path }) => `${path}.`);
  return fields
    .filter(({ path }) => !addresses.some((address) => path.startsWith(address)))
    .map(({ path, label, type }) => ({
      label: label['zh-Hant'],
      values: valuesAt(data, path)
        .flatMap(words)
        .map(shownAs[type] ?? same),
    }))
    .filter(({ values }) => values.length > 0);
}

const same = (text: string): string => text;

const shownAs: Partial<Record<DatasetField['type'], (text: string) => string>> = {
  'national-id': maskId,
  'roc-date': (text) => formatRocDate(text) ?? text,
  month: (text) => formatRocMonth(text) ?? text,
  'date-time': (text) => `${formatRocDate(text.slice(0, 10)) ?? text.slice(0, 10)} ${text.slice(11, 16)}`,
  image: () => '（影像）',
};

/** The catalogue's paths are plain: `$.a.b`, `$.rows[*].c`, `$`. */
export function valuesAt(data: NormalValue, path: string): readonly NormalValue[] {
  const names = path.match(/[^.$[\]]+|\[\*\]/g) ?? [];
  return names.reduce<readonly NormalValue[]>((nodes, name) => nodes.flatMap((node) => step(node, name)), [data]);
}

function step(node: NormalValue, name: string): readonly NormalValue[] {
  if (name === '[*]' || name === '*') return Array.isArray(node) ? (node as readonly NormalValue[]) : [];
  if (typeof node !== 'object' || Array.isArray(node)) return [];
  const value = Object.hasOwn(node, name)
    ? (node as { readonly [key: string]: NormalValue | undefined })[name]
    : undefined;
  return value === undefined ? [] : [value];
}

function words(value: NormalValue): readonly string[] {
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value))
    return (value as readonly NormalValue[]).every((item) => typeof item !== 'object')
      ? (value as readonly NormalValue[]).flatMap(words)
      : [];
  // Addresses come as parts and whole.
  const whole = (value as { readonly [key: string]: NormalValue | undefined })['whole'];
  return typeof whole === 'string' ? [whole] : [];
}
