/**
 * Whether an official value fits its question's type, before it is put there. The same verdict as the answers' JSON Schema
 * (a test keeps the two together), without a validation engine: mapping also runs in the builder.
 */
import type { Field } from '../form/definition.ts';
import type { AnswerValue } from '../form/answers.ts';
import { defaultLengths } from '../form/field-schema.ts';
import { formats } from '../taiwan/formats.ts';
import { isCounty } from '../taiwan/counties.ts';
import type { NormalValue } from '../datasets/types.ts';
import { isObject } from '../json.ts';

const codePoints = (text: string): number => Array.from(text).length;

const isLine = (text: string): boolean => /\S/.test(text) && !/\p{Cc}/u.test(text);

const lengthFits = (text: string, least: number | undefined, most: number): boolean => {
  const length = codePoints(text);
  return length >= Math.max(1, least ?? 1) && length <= most;
};

const addressFits = (value: NormalValue): boolean => {
  if (!isObject(value)) return false;
  const { county, town, detail, postcode, ...others } = value;
  const part = (text: NormalValue | undefined, most: number): boolean =>
    typeof text === 'string' && isLine(text) && lengthFits(text, 1, most);
  return (
    Object.keys(others).length === 0 &&
    typeof county === 'string' &&
    isCounty(county) &&
    part(town, defaultLengths.town) &&
    part(detail, defaultLengths.detail) &&
    (postcode === undefined || (typeof postcode === 'string' && /^\d{3}(?:\d{2,3})?$/.test(postcode)))
  );
};

type TextFieldLike = Extract<Field, { type: 'text' | 'long-text' }>;

const textFits = (field: TextFieldLike, value: string): boolean =>
  (field.type === 'text' ? isLine(value) : /\S/.test(value)) &&
  lengthFits(value, field.minLength, field.maxLength ?? defaultLengths[field.type]) &&
  (field.type !== 'text' || field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(value));

const dateFits = (field: Extract<Field, { type: 'roc-date' }>, value: string, today: string | undefined): boolean => {
  const latest = field.latest === 'today' ? today : field.latest;
  return (
    formats['roc-iso-date'](value) &&
    (field.earliest === undefined || value >= field.earliest) &&
    (latest === undefined || value <= latest)
  );
};

const numberFits = (field: Extract<Field, { type: 'number' }>, value: number): boolean =>
  Number.isFinite(value) &&
  (!field.integer || Number.isInteger(value)) &&
  (field.minimum === undefined || value >= field.minimum) &&
  (field.maximum === undefined || value <= field.maximum);

const choiceFits = (field: Extract<Field, { type: 'choice' }>, value: NormalValue): boolean => {
  const known = (item: NormalValue): boolean => field.options.some((option) => option.value === item);
  if (field.as !== 'checkboxes') return known(value);
  if (!Array.isArray(value)) return false;
  const items = value as readonly NormalValue[];
  return (
    items.every(known) &&
    new Set(items).size === items.length &&
    items.length >= Math.max(1, field.minItems ?? 1) &&
    items.length <= (field.maxItems ?? field.options.length)
  );
};

/** `today`: ISO date in Taiwan; without it `latest: "today"` is not looked at. */
export const fits = (field: Field, value: NormalValue, today?: string): value is NormalValue & AnswerValue => {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' && numberFits(field, value);
    case 'address':
      return addressFits(value);
    case 'choice':
      return choiceFits(field, value);
    default:
      return typeof value === 'string' && stringFits(field, value, today);
  }
};

const stringFits = (field: Field, value: string, today: string | undefined): boolean => {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return textFits(field, value);
    case 'roc-date':
      return dateFits(field, value, today);
    case 'national-id':
      return formats[field.citizenOnly ? 'citizen-id' : 'national-id'](value);
    case 'phone':
      return formats[field.mobileOnly ? 'tw-mobile' : 'tw-phone'](value);
    case 'email':
      return formats.email(value);
    default:
      return false;
  }
};
