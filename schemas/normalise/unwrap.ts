/** Takes the wrapper off a payload: `responseData`, `returnData`, a dataset's own name, a root that is an array. */
import type { JsonValue } from '../datasets/types.ts';
import { NormaliseError } from './normalise-error.ts';
import { isObject } from '../json.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

export interface Unwrapped {
  readonly records: readonly { readonly path: string; readonly value: JsonObject }[];
  /** Keys of the wrapper that are not the envelope's own. */
  readonly aside: readonly string[];
}

export const envelopeNames: ReadonlySet<string> = new Set([
  'httpCode',
  'httpMessage',
  'rdCode',
  'rdMessage',
  'returnCode',
  'returnMessage',
]);
export const generalWrappers: readonly string[] = ['responseData', 'returnData'];

/** JSONPath of a member, as RFC 9535 writes a normalised path where the name is a plain one. */
export const memberPath = (base: string, key: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${base}.${key}` : `${base}['${key.replace(/[\\']/g, '\\$&')}']`;

/** `wrappers` are the dataset's own names, met inside the general ones and without them. */
export const unwrap = (dataset: string, payload: JsonValue, wrappers: readonly string[] = []): Unwrapped => {
  const names: ReadonlySet<string> = new Set([...generalWrappers, ...wrappers]);
  const aside: string[] = [];
  let path = '$';
  let value = payload;
  for (let depth = 0; depth < 3 && isObject(value); depth += 1) {
    const object: JsonObject = value;
    const name = Object.keys(object).find((key) => names.has(key));
    if (name === undefined) break;
    for (const key of Object.keys(object)) {
      if (key !== name && !envelopeNames.has(key)) aside.push(memberPath(path, key));
    }
    path = memberPath(path, name);
    value = object[name] ?? null;
  }
  const listed = Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;
  const records = (listed ?? [value]).map((record, index) => {
    const at = listed ? `${path}[${index}]` : path;
    if (!isObject(record)) throw new NormaliseError(dataset, at, 'not-an-object');
    return { path: at, value: record };
  });
  return { records, aside };
};
