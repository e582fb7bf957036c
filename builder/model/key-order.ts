/**
 * One order of keys for every object of a document, so that taking a key away and putting it back gives the same bytes.
 * Readable order: what a thing is first, what lies inside it last.
 */
import { isList, type Json, type JsonObject } from './json.ts';
import { isObject } from '#schemas/json.ts';

const order = [
  '$schema',
  'format',
  'zh-Hant',
  'en',
  'id',
  'type',
  'county',
  'agency',
  'name',
  'title',
  'label',
  'rowTitle',
  'summary',
  'intro',
  'hint',
  'as',
  'statement',
  'dataset',
  'path',
  'use',
  'policy',
  'from',
  'transforms',
  'required',
  'requiredWhen',
  'role',
  'show',
  'when',
  'text',
  'calculate',
  'value',
  'autocomplete',
  'fill',
  'options',
  'rows',
  'roles',
  'service',
  'form',
  'ends',
  'steps',
  'sections',
  'fields',
];

const rank = new Map(order.map((key, index) => [key, index]));
const rankOf = (key: string): number => rank.get(key) ?? order.indexOf('options');

const before = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);

/** `value` undefined takes the key away. */
export function withKey(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  if (value === undefined) {
    const { [key]: _gone, ...rest } = object;
    return rest;
  }
  if (object[key] !== undefined) return { ...object, [key]: value };
  return Object.fromEntries(
    [...Object.entries(object), [key, value] as const]
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => before(a, b)),
  );
}

/** The same value with every object's keys in order; operands of conditions keep theirs (they have one key each). */
export function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .flatMap(([key, one]) => (one === undefined ? [] : [[key, inOrder(one)] as const]))
      .sort(([a], [b]) => before(a, b)),
  );
}
