/**
 * Cuts a payload down to the asked names, its wrapper kept: what a provider signs when the request names its fields.
 * Names are those of `agency-names.ts`; a name that is not in the payload is simply not there.
 */
import type { JsonValue } from '../datasets/types.ts';
import type { JsonObject } from './unwrap.ts';
import { isObject } from '../json.ts';

const pick = (record: JsonObject, names: readonly string[]): JsonObject => {
  const kept: { [key: string]: JsonValue } = {};
  for (const [key, value] of Object.entries(record)) {
    if (names.includes(key)) {
      kept[key] = value;
      continue;
    }
    const inner = names.filter((name) => name.startsWith(`${key}.`)).map((name) => name.slice(key.length + 1));
    if (inner.length) kept[key] = pickIn(value, inner);
  }
  return kept;
};

const pickIn = (value: JsonValue, names: readonly string[]): JsonValue => {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => pickIn(item, names));
  return isObject(value) ? pick(value, names) : value;
};

/** `wrappers` are the names that may lie around the record; whatever else is beside the record goes. */
export const pickNames = (payload: JsonValue, names: readonly string[], wrappers: readonly string[]): JsonValue => {
  if (!isObject(payload)) return pickIn(payload, names);
  const wrapper = Object.keys(payload).find((key) => wrappers.includes(key));
  if (wrapper === undefined) return pick(payload, names);
  return { [wrapper]: pickNames(payload[wrapper] ?? null, names, wrappers) };
};
