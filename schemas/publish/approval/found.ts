/**
 * Every difference between two documents, each once, down to the single text or setting. Owns that nothing is overlooked:
 * whatever of a document is not known here (a property of tomorrow, a second part under a used id) is compared as it stands.
 * Does not judge (`judge.ts`) and does not put into words (`place-words.ts`, `value-words.ts`).
 */
import type { Text } from '../../text.ts';
import type { FormDocument } from '../form-document.ts';
import { movedAmong } from '../moved-among.ts';
import { partsOf, type PartAt } from '../form-parts.ts';
import { same } from '../same.ts';
import { isText } from '../texts.ts';
import { isObject } from '../../json.ts';

/** A step on the way to a value: a property, or an item of a list with the name that people know it by. */
export type Key = { readonly key: string } | { readonly item: string; readonly name?: Text };

export interface Found {
  readonly what: 'added' | 'removed' | 'moved' | 'changed';
  readonly in: 'service' | 'form' | PartAt['kind'];
  /** As it is in the newer document, or where it is gone, in the older one. */
  readonly part?: PartAt;
  /** From there to what is different; empty: the part itself. */
  readonly keys: readonly Key[];
  /** JSON Pointer into the document, likewise. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type At = Pick<Found, 'in' | 'part' | 'keys' | 'path'>;

/** Read as one: a condition that is half another one is another one. */
const wholes = ['show', 'requiredWhen', 'when', 'calculate', 'fill', 'rows', 'datasets'];

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const changed = (at: At, before: unknown, after: unknown): Found => ({
  what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
  ...at,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const nameOfItem = (item: unknown): string | undefined => {
  if (!isObject(item)) return undefined;
  const name = item['id'] ?? item['value'] ?? item['code'] ?? item['dataset'];
  return typeof name === 'string' && name ? name : undefined;
};

/** Undefined: items can not be told apart by name. */
function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  const names = list.map(nameOfItem);
  if (names.some((name) => name === undefined) || new Set(names).size < names.length) return undefined;
  return names as readonly string[];
}

const titleOfItem = (item: unknown): Text | undefined => {
  if (!isObject(item)) return undefined;
  const title = item['label'] ?? item['title'] ?? item['name'];
  return isText(title) ? title : undefined;
};

function inside(a: unknown, b: unknown, at: At): readonly Found[] {
  if (same(a, b)) return [];
  const last = at.keys.at(-1);
  const whole = last !== undefined && 'key' in last && wholes.includes(last.key);
  if (!whole && !isText(a) && !isText(b)) {
    if (Array.isArray(a) && Array.isArray(b)) return lists(a, b, at);
    if (isObject(a) && isObject(b)) return properties(a, b, at);
  }
  return [changed(at, a, b)];
}

const properties = (
  a: { readonly [key: string]: unknown },
  b: { readonly [key: string]: unknown },
  at: At,
): readonly Found[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    inside(a[key], b[key], { ...at, keys: [...at.keys, { key }], path: `${at.path}/${escaped(key)}` }),
  );

function lists(a: readonly unknown[], b: readonly unknown[], at: At): readonly Found[] {
  const [before, after] = [namesOf(a), namesOf(b)];
  if (before && after) return named(a, before, b, after, at);
  if (![...a, ...b].every(isText)) return [changed(at, a, b)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) =>
    inside(a[index], b[index], {
      ...at,
      keys: [...at.keys, { item: String(index + 1) }],
      path: `${at.path}/${index}`,
    }),
  ).flat();
}

function named(
  a: readonly unknown[],
  before: readonly string[],
  b: readonly unknown[],
  after: readonly string[],
  at: At,
): readonly Found[] {
  const moved = movedAmong(before, after);
  const place = (item: string, value: unknown, index: number): At => {
    const name = titleOfItem(value);
    return { ...at, keys: [...at.keys, { item, ...(name && { name }) }], path: `${at.path}/${index}` };
  };
  const gone = before.flatMap((name, index) =>
    after.includes(name) ? [] : [changed(place(name, a[index], index), a[index], undefined)],
  );
  const there = after.flatMap((name, index): readonly Found[] => {
    const to = place(name, b[index], index);
    const from = before.indexOf(name);
    if (from < 0) return [changed(to, undefined, b[index])];
    const order: Found[] = moved.has(name) ? [{ what: 'moved', ...to, before: from + 1, after: index + 1 }] : [];
    return [...order, ...inside(a[from], b[index], to)];
  });
  return [...gone, ...there];
}

/** Without the parts in it that are parts of their own. */
function ownOf({ kind, part, parent }: PartAt): { readonly [key: string]: unknown } {
  const { ...own } = part as unknown as { [key: string]: unknown };
  if (kind === 'step') delete own['sections'];
  if (kind === 'section') delete own['fields'];
  if (kind === 'field' && own['type'] === 'group' && parent?.startsWith('section/')) delete own['fields'];
  return own;
}

const toldApart = (parts: readonly PartAt[]): boolean => new Set(parts.map(({ ref }) => ref)).size === parts.length;

function differentParts(a: FormDocument['form'], b: FormDocument['form']): readonly Found[] {
  const [olds, news] = [partsOf(a), partsOf(b)];
  // With one name twice, a change could hide behind the other one.
  if (!toldApart(olds) || !toldApart(news))
    return inside(a.steps, b.steps, { in: 'form', keys: [{ key: 'steps' }], path: '/form/steps' });
  const old = new Map(olds.map((at) => [at.ref, at]));
  const now = new Map(news.map((at) => [at.ref, at]));
  const children = (parts: readonly PartAt[], parent: string | undefined): string[] =>
    parts.filter((at) => at.parent === parent).map(({ ref }) => ref);
  const moved = new Set(
    [undefined, ...news.map(({ ref }) => ref)].flatMap((parent) => [
      ...movedAmong(children(olds, parent), children(news, parent)),
    ]),
  );
  const place = (part: PartAt): At => ({ in: part.kind, part, keys: [], path: `/form${part.path}` });
  // What lies in a new part, or in one that is gone, is told with it.
  const gone = olds.filter(({ ref, parent }) => !now.has(ref) && (parent === undefined || now.has(parent)));
  const there = news.flatMap((part): readonly Found[] => {
    const before = old.get(part.ref);
    if (!before)
      return part.parent === undefined || old.has(part.parent) ? [changed(place(part), undefined, part.part)] : [];
    const elsewhere = before.parent !== part.parent || moved.has(part.ref);
    return [
      ...(elsewhere ? [{ what: 'moved' as const, ...place(part), before, after: part }] : []),
      ...inside(ownOf(before), ownOf(part), place(part)),
    ];
  });
  return [...there, ...gone.map((part) => changed(place(part), part.part, undefined))];
}

/** Empty only where both documents are the same. */
export function findDifferences(a: FormDocument, b: FormDocument): readonly Found[] {
  const { service: serviceA, form: formA, ...restA } = a;
  const { service: serviceB, form: formB, ...restB } = b;
  const { steps: _a, ...aroundA } = formA;
  const { steps: _b, ...aroundB } = formB;
  return [
    ...inside(serviceA, serviceB, { in: 'service', keys: [], path: '/service' }),
    ...inside(aroundA, aroundB, { in: 'form', keys: [], path: '/form' }),
    ...differentParts(formA, formB),
    ...inside(restA, restB, { in: 'form', keys: [], path: '' }),
  ];
}
