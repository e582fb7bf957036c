/** How the values of a document come together: which lists have names for their items, and what is only ever taken whole. */
import { isList, type Json } from '../json.ts';
import { isObject } from '#schemas/json.ts';

export type Shape =
  /** A condition, a number …: two changes of it are a conflict. */
  | { readonly is: 'whole' }
  /** Each key for itself. */
  | { readonly is: 'object' }
  /** Each item for itself, known by its name. */
  | { readonly is: 'list'; readonly name: (item: Json) => string }
  /** Each item for itself, known by what it was. */
  | { readonly is: 'lines' };

const whole: Shape = { is: 'whole' };
const itself: Shape = { is: 'list', name: (item) => (typeof item === 'string' ? item : JSON.stringify(item)) };

const by = (...keys: readonly string[]): Shape => ({
  is: 'list',
  name: (item) => keys.map((key) => (isObject(item) ? String(item[key]) : JSON.stringify(item))).join(' '),
});

const known: { readonly [key: string]: Shape | undefined } = {
  show: whole,
  requiredWhen: whole,
  when: whole,
  calculate: whole,
  transforms: whole,
  options: by('value'),
  from: by('dataset', 'path'),
  roles: by('id'),
  ends: by('id'),
  purposes: by('code'),
  replaces: by('dataset'),
  datasets: itself,
  prepare: { is: 'lines' },
};

export function shapeOf(key: string, values: readonly (Json | undefined)[]): Shape {
  const shape = Object.hasOwn(known, key) ? known[key] : undefined;
  if (shape) return shape;
  const there = values.filter((value) => value !== undefined);
  if (there.every(isObject)) return { is: 'object' };
  const lists = there.filter(isList);
  if (lists.length === there.length && lists.flat().every((item) => typeof item === 'string')) return itself;
  return whole;
}

/** Without any item these mean nothing. */
export const neverEmpty: readonly string[] = ['options', 'from', 'roles', 'modes', 'accept', 'anyOf'];
/** Without any item these are not there. */
export const absentWhenEmpty: readonly string[] = ['ends'];

/** Long texts of two hands can stand one below the other until somebody makes one of them. */
const long: readonly string[] = [
  ...['hint', 'intro', 'statement', 'text', 'summary', 'audience', 'manual', 'legalBasis', 'purpose'],
  ...['dataClasses', 'period', 'area', 'recipients', 'manner', 'rights', 'ifRefused', 'source'],
];
export const canJoin = (key: string): boolean => long.includes(key);
