/** Every text of a document that people read, each under a key that outlives moves. */
import type { Text } from '../text.ts';
import type { FormDocument } from './form-document.ts';
import { partsOf } from './form-parts.ts';
import type { TaskPlace } from './task.ts';
import { isObject } from '../json.ts';

export interface TextAt {
  /** `service.notice.period`, `form.title`, `field/name.label`, `field/sex.options.F.label` */
  readonly key: string;
  /** JSON Pointer into the document. */
  readonly path: string;
  readonly place: TaskPlace;
  readonly text: Text;
}

export const isText = (value: unknown): value is Text =>
  isObject(value) &&
  typeof value['zh-Hant'] === 'string' &&
  ['string', 'undefined'].includes(typeof value['en']) &&
  Object.keys(value).every((key) => key === 'zh-Hant' || key === 'en');

/** Parts inside a part have keys of their own. */
const parts = ['steps', 'sections', 'fields'];
/** Not words for people. */
const data = ['show', 'requiredWhen', 'when', 'calculate', 'fill'];

const nameIn = (item: unknown, index: number): string => {
  if (!isObject(item)) return String(index);
  const name = item['id'] ?? item['value'] ?? item['code'] ?? item['dataset'];
  return typeof name === 'string' && name ? name : String(index);
};

function walk(value: unknown, key: string, path: string, place: (key: string) => TaskPlace): readonly TextAt[] {
  if (isText(value)) return [{ key, path, place: { ...place(key), text: key }, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item, index) => walk(item, `${key}.${nameIn(item, index)}`, `${path}/${index}`, place));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    parts.includes(name) || data.includes(name) ? [] : walk(one, `${key}.${name}`, `${path}/${name}`, place),
  );
}

const cache = new WeakMap<FormDocument, readonly TextAt[]>();

export function textsOf(document: FormDocument): readonly TextAt[] {
  const known = cache.get(document);
  if (known) return known;
  const { service, form } = document;
  const texts = [
    ...walk(service, 'service', '/service', (key) => ({ service: key.split('.').slice(1) })),
    ...walk(form, 'form', '/form', (key) => ({ service: key.split('.') })),
    ...partsOf(form).flatMap(({ ref, part, path }) =>
      walk(part, ref, `/form${path}`, (key) => ({ part: ref, key: key.slice(ref.length + 1).split('.')[0] })),
    ),
  ];
  cache.set(document, texts);
  return texts;
}
