/** Payload as sent → normal form, by a dataset's shape. Throws `NormaliseError`; a half-read payload never leaves here. */
import type { Dataset, JsonValue, Normalised, NormalValue } from '../datasets/types.ts';
import { csvRecords } from './csv-records.ts';
import { NormaliseError } from './normalise-error.ts';
import { CsvError, readCsv } from './read-csv.ts';
import { readRecord } from './read-record.ts';
import type { Collected } from './read-record.ts';
import type { Shape } from './shape.ts';
import { envelopeNames, memberPath, unwrap } from './unwrap.ts';
import type { JsonObject, Unwrapped } from './unwrap.ts';
import { isObject } from '../json.ts';

type Data = { [key: string]: NormalValue };

/**
 * An answer of another kind (an error page in JSON, another dataset) has none of the names that this one has. Where all of
 * its names are assumed, only what every agency's error looks like can be told from an answer.
 */
const isAnswer = (shape: Shape, record: JsonObject, assumed: boolean): boolean => {
  const names = Object.keys(record);
  if (assumed) return !names.length || names.some((name) => !envelopeNames.has(name));
  return shape.parts.some((part) =>
    part.in === undefined ? part.columns.some((column) => column.from in record) : part.in in record,
  );
};

const readParts = (into: Collected, shape: Shape, from: string, to: string, record: JsonObject): Data => {
  if (!isAnswer(shape, record, into.assumed)) throw new NormaliseError(into.dataset, from, 'nothing-known');
  const ownNames = shape.parts.flatMap((part) =>
    part.in === undefined ? part.columns.map((column) => column.from) : [part.in],
  );
  const data: Data = {};
  const unknown = Object.keys(record).filter((key) => !ownNames.includes(key));
  into.unknown.push(...unknown.map((key) => memberPath(from, key)));
  for (const part of shape.parts) {
    const at = part.in === undefined ? from : memberPath(from, part.in);
    const found = part.in === undefined ? record : record[part.in];
    if (found === undefined || found === null) continue;
    if (!isObject(found)) {
      if (!into.assumed) throw new NormaliseError(into.dataset, at, 'not-an-object');
      into.unknown.push(at);
      continue;
    }
    const others = part.in === undefined ? Object.keys(record) : [];
    Object.assign(data, readRecord(into, { from: at, to }, part.columns, found, others));
  }
  return data;
};

const readText = (dataset: string, shape: Shape, text: string): Unwrapped => {
  const names = shape.parts.flatMap((part) => part.columns.map(({ from }) => from));
  try {
    const found = csvRecords(readCsv(text), names);
    if (found) return found;
  } catch (error) {
    if (error instanceof CsvError) throw new NormaliseError(dataset, `$[${error.row}]`, 'csv-unreadable');
    throw error;
  }
  throw new NormaliseError(dataset, '$', 'nothing-known');
};

/**
 * The payload of a CSV dataset is its text; rows that are parsed already are read as well.
 * @param fieldsAre of an `assumed` dataset no name, no type and no number of records refuses a payload
 */
export const normaliser =
  (dataset: string, shape: Shape, fieldsAre: Dataset['fieldsAre'] = 'observed'): Dataset['normalise'] =>
  (payload: JsonValue): Normalised => {
    const { records, aside } =
      shape.media === 'csv' && typeof payload === 'string'
        ? readText(dataset, shape, payload)
        : unwrap(dataset, payload, shape.wrappers);
    const into: Collected = { dataset, assumed: fieldsAre === 'assumed', raw: {}, unknown: [...aside] };
    const { list } = shape;
    if (list) {
      const rows = records.map((record, index) =>
        readParts(into, shape, record.path, `$.${list.to}[${index}]`, record.value),
      );
      return { data: rows.length ? { [list.to]: rows } : {}, raw: into.raw, unknown: into.unknown };
    }
    const [record, second] = records;
    if (into.assumed && (!record || second))
      return { data: {}, raw: {}, unknown: [...into.unknown, ...records.map(({ path }) => path)] };
    if (!record) throw new NormaliseError(dataset, '$', 'nothing-known');
    if (second) throw new NormaliseError(dataset, second.path, 'wrong-type');
    return { data: readParts(into, shape, record.path, '$', record.value), raw: into.raw, unknown: into.unknown };
  };
