/**
 * What the resident chose beforehand goes to the agency as headers of the parameters' names, percent-encoded where it is
 * not ASCII. Owns those that choose among rows: county, plate, class of vehicle. The others (years, accounts) name the one
 * record that an invented person has, and leave it as it is.
 */
import { folded } from '#schemas/taiwan/plain-text.ts';
import type { CatalogueEntry, JsonValue } from '#schemas/datasets/types.ts';
import { readCsv } from '#schemas/normalise/read-csv.ts';
import { writeCsv } from '#schemas/normalise/write-csv.ts';
import { isObject } from '#schemas/json.ts';

export type Chosen = ReadonlyMap<string, string>;

type Row = { readonly [key: string]: JsonValue };
/** undefined: the row knows nothing of it, so it is no row to choose. */
type Fits = (row: Row, wanted: string) => boolean | undefined;

const plain = (plate: string): string => folded(plate).replace(/[^a-z0-9]/g, '');

const among =
  (names: readonly string[], fits: (cell: string, wanted: string) => boolean): Fits =>
  (row, wanted) => {
    const name = names.find((one) => typeof row[one] === 'string');
    return name === undefined ? undefined : fits(String(row[name]), wanted);
  };

const choosers: Readonly<Record<string, Fits>> = {
  county: among(['縣市'], (cell, wanted) => folded(cell) === folded(wanted)),
  plateNo: among(['plateNo', '車牌號碼'], (cell, wanted) => plain(cell) === plain(wanted)),
  vehicleClass: among(
    ['車輛種類', 'carType'],
    (cell, wanted) => cell.includes('機車') === folded(wanted).includes('機車'),
  ),
};

/**
 * @param body of a POST, where the values stand as they are; a header of the same name counts
 * @throws URIError for a header that is not percent-encoded as it should be, TypeError for a body that is no object of texts
 */
export function readChosen(
  { parameters }: CatalogueEntry,
  header: (name: string) => string | undefined,
  body: unknown = {},
): Chosen {
  if (!isObject(body)) throw new TypeError('the body is no object');
  const sent: Readonly<Record<string, unknown>> = { ...body };
  return new Map(
    parameters.flatMap(({ name }) => {
      const [inHeader, inBody] = [header(name), sent[name]];
      if (inHeader) return [[name, decodeURIComponent(inHeader)] as const];
      if (inBody === undefined || inBody === '') return [];
      if (typeof inBody !== 'string') throw new TypeError('a parameter of the body is no text');
      return [[name, inBody] as const];
    }),
  );
}

/** → undefined where nothing of the record was asked for: no record, 204 */
export function byParameters(payload: JsonValue, chosen: Chosen): JsonValue | undefined {
  let left: JsonValue | undefined = payload;
  for (const [name, wanted] of chosen) {
    const fits = choosers[name];
    if (!fits || left === undefined) continue;
    left = typeof left === 'string' ? ofTable(left, fits, wanted) : ofValue(left, fits, wanted);
  }
  return left;
}

function ofTable(text: string, fits: Fits, wanted: string): string | undefined {
  const rows = readCsv(text);
  const cells = (row: readonly string[], head: readonly string[]): Row =>
    Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']));
  const at = rows.findIndex((row) => fits(cells(row, row), wanted) !== undefined);
  const head = rows[at];
  if (!head) return text;
  const kept = rows.slice(at + 1).filter((row) => fits(cells(row, head), wanted));
  return kept.length ? writeCsv([...rows.slice(0, at + 1), ...kept]) : undefined;
}

function ofValue(value: JsonValue, fits: Fits, wanted: string): JsonValue | undefined {
  if (Array.isArray(value)) {
    const rows = value as readonly JsonValue[];
    const kept = rows.flatMap((row) => ofValue(row, fits, wanted) ?? []);
    return rows.length && !kept.length ? undefined : kept;
  }
  if (!isObject(value)) return value;
  if (fits(value, wanted) === false) return undefined;
  const entries = Object.entries(value).map(([key, part]) => [key, ofValue(part, fits, wanted)] as const);
  return entries.some(([, part]) => part === undefined) ? undefined : (Object.fromEntries(entries) as Row);
}
