/** The `fields` header: a platform may ask for single fields of a dataset, and then only these are signed (手冊 附件三 三-11). */
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import type { ResourceId } from '#schemas/mapping/types.ts';
import { pickNames } from '#schemas/normalise/pick-names.ts';
import { generalWrappers } from '#schemas/normalise/unwrap.ts';

const name = /^[A-Za-z0-9_]{1,64}(\.[A-Za-z0-9_]{1,64}){0,3}$/;

/**
 * `a,b,part.c` → names. undefined without the header; throws a TypeError where it is malformed or empty: whoever asks
 * for something unreadable must not get everything.
 */
export function readFields(header: string | undefined): readonly string[] | undefined {
  if (header === undefined) return undefined;
  const names = header.split(',').map((text) => text.trim());
  if (names.length > 300 || !names.every((text) => name.test(text))) throw new TypeError('unreadable fields');
  return names;
}

/** Throws a TypeError for a payload that is a text (CSV): it has no names to go by, and must not slip through whole. */
export function narrow(resourceId: ResourceId, payload: JsonValue, fields: readonly string[] | undefined): JsonValue {
  if (!fields) return payload;
  if (typeof payload === 'string') throw new TypeError('a text cannot be narrowed');
  return pickNames(payload, fields, [...generalWrappers, ...(datasets.get(resourceId)?.shape.wrappers ?? [])]);
}
