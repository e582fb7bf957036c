/** What each side of a conflict has, as a designer reads it: never JSON where there are words for it. Pure. */
import type { Calculation, Condition, Field } from '#schemas/form/definition.ts';
import type { Policy } from '#schemas/mapping/types.ts';
import { nameOf, partsOf } from '#schemas/publish/form-parts.ts';
import { codeWord, wordOf } from '#schemas/publish/property-words.ts';
import { isText } from '#schemas/publish/texts.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import { typeNames } from '../../commands/shared/type-names.ts';
import { isList, type Json } from '../../model/json.ts';
import type { Conflict, Side } from '../../model/merge.ts';
import { say as property } from '../properties/property-words.ts';
import { calculationText, conditionText } from '../rules/rule-words.ts';
import { storeWords as say } from './store-words.ts';
import { isObject } from '#schemas/json.ts';

export interface Around {
  readonly language: Language;
  readonly catalogue: ReadonlyMap<string, PaletteDataset>;
  readonly document: FormDocument;
}

/** Lines. */
export function sideLines(conflict: Conflict, side: Side | 'base', around: Around): readonly string[] {
  const { language } = around;
  const value = conflict[side];
  switch (conflict.kind) {
    case 'there':
      if (value === undefined) return [say(language, 'deleted')];
      return [say(language, 'kept', { text: titleOf(value, language) || textIn(conflict.words, language) })];
    case 'place':
      return [placeWords(value, around)];
    case 'order':
      return isList(value) ? value.map((one, index) => `${index + 1}. ${itemWords(one, around)}`) : [];
    default:
      return lines(value, conflict.property.split('.').at(-1) ?? '', around);
  }
}

function lines(value: Json | undefined, key: string, around: Around): readonly string[] {
  const { language } = around;
  if (value === undefined) return [say(language, 'absent')];
  if (isText(value)) return bothLanguages(value);
  if (typeof value === 'boolean') return [language === 'en' ? (value ? 'Yes' : 'No') : value ? '是' : '否'];
  if (key === 'policy') return [property(language, value as Policy)];
  if (key === 'type' && isObject(value)) return typeLines(value, around);
  const code = codeWord(key, value);
  if (code) return [textIn(code, language)];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (key === 'calculate') return [calculationText(value as Calculation, fieldsOf(around.document), language)];
  if (['show', 'requiredWhen', 'when'].includes(key) && isObject(value))
    return [conditionText(value as Condition, fieldsOf(around.document), language)];
  if (isList(value)) return value.map((one) => `・${itemWords(one, around)}`);
  if (isObject(value))
    return Object.entries(value).flatMap(([name, one]) => {
      const inside = lines(one, name, around);
      return [`${textIn(wordOf(name), language)}：${inside.join(' ')}`];
    });
  return [JSON.stringify(value)];
}

const bothLanguages = (text: Text): readonly string[] =>
  [text['zh-Hant'] || '—', text.en].filter((one): one is string => Boolean(one)).flatMap((one) => one.split('\n'));

function typeLines(value: { readonly [key: string]: Json | undefined }, around: Around): readonly string[] {
  const { type, ...own } = value;
  const name = typeNames[type as Field['type']];
  const more = Object.entries(own).flatMap(([key, one]) => {
    const inside = lines(one, key, around);
    const word = textIn(wordOf(key), around.language);
    return key === 'as' ? [] : isList(one) ? [`${word}：`, ...inside] : [`${word}：${inside.join(' ')}`];
  });
  return [name ? textIn(name, around.language) : String(type), ...more];
}

function itemWords(item: Json, around: Around): string {
  const { language, catalogue } = around;
  if (typeof item === 'string') {
    const key = partNamed(item, around);
    return key ?? catalogue.get(item)?.name['zh-Hant'] ?? item;
  }
  if (!isObject(item)) return String(item);
  const dataset = typeof item['dataset'] === 'string' ? catalogue.get(item['dataset']) : undefined;
  if (typeof item['path'] === 'string') {
    const name = dataset ? textIn(dataset.name, language) : String(item['dataset']);
    const field = dataset?.fields.find(({ path }) => path === item['path']);
    return `${name}：${field ? textIn(field.label, language) : item['path']}`;
  }
  return titleOf(item, language) || (typeof item['use'] === 'string' ? item['use'] : JSON.stringify(item));
}

function titleOf(value: Json, language: Language): string {
  if (isText(value)) return textIn(value, language);
  if (!isObject(value)) return '';
  for (const key of ['label', 'title', 'name', 'document']) if (isText(value[key])) return textIn(value[key], language);
  return '';
}

const placeWords = (parent: Json | undefined, around: Around): string =>
  typeof parent === 'string' ? (partNamed(parent, around) ?? parent) : say(around.language, 'absent');

const partNamed = (key: string, { document, language }: Around): string | undefined => {
  const found = partsOf(document.form).find(({ ref }) => ref === key || ref.endsWith(`.${key.replace('field/', '')}`));
  return found && textIn(nameOf(found), language);
};

const fieldsOf = ({ form }: FormDocument): ReadonlyMap<string, Field> =>
  new Map(partsOf(form).flatMap(({ part }) => ('type' in part ? [[part.id, part] as const] : [])));
