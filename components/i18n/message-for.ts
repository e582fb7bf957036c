/**
 * One failure of the validation → one sentence for the resident. Owns which sentence; the verdict is Ajv's, the words are
 * in `validation-messages.ts`. Pure.
 */
import type { Field } from '#schemas/form/definition.ts';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { dateText } from '../fields/roc-time.ts';
import { wordsOf } from '../fields/words.ts';
import type { AnswerError } from './answer-error.ts';
import { tv } from './validation-messages.ts';
import type { ValidationKey } from './validation-messages.ts';
import { whyRefused } from './why-refused.ts';

const formats: { readonly [format: string]: ValidationKey } = {
  'tw-phone': 'phone',
  'tw-mobile': 'mobile',
  email: 'email',
  'roc-iso-date': 'date',
  'not-after-today': 'notAfterToday',
};

const limits: { readonly [keyword: string]: ValidationKey } = {
  minLength: 'minLength',
  maxLength: 'maxLength',
  minimum: 'minimum',
  exclusiveMinimum: 'minimum',
  maximum: 'maximum',
  exclusiveMaximum: 'maximum',
  formatMinimum: 'earliest',
  formatExclusiveMinimum: 'earliest',
  formatMaximum: 'latest',
  formatExclusiveMaximum: 'latest',
  pattern: 'pattern',
};

/** The part of an answer of several parts that an error is about. */
const partOf = (field: Field, { part, keyword, params, instancePath = '' }: AnswerError): ValidationKey | undefined => {
  const { parts } = wordsOf(field);
  if (!parts) return undefined;
  const name = part ?? (keyword === 'required' ? String(params?.['missingProperty']) : instancePath.split('/').pop()!);
  return name === field.id ? undefined : parts.find((one) => one === name);
};

/** Sentences that only say what is asked: the reader of the kind knows better. */
const readable: ReadonlySet<ValidationKey> = /* @__PURE__ */ new Set([
  'nationalIdShape',
  'phone',
  'mobile',
  'email',
  'date',
  'number',
  'pattern',
  'institution',
  'account',
]);

const keyFor = (field: Field, error: AnswerError): ValidationKey => {
  const { keyword, params } = error;
  if (keyword === 'confirm' || keyword === 'claim' || keyword === 'reason') return keyword;
  const part = partOf(field, error);
  if (part) return part;
  const { missing, refusal } = wordsOf(field);
  if (keyword === 'required') return missing ?? 'enter';
  const own = refusal?.(error, field);
  if (own) return own;
  if (keyword === 'minLength' && !(Number(params?.['limit']) > 1)) return 'enter';
  if (keyword === 'format') return formats[String(params?.['format'])] ?? 'pattern';
  return limits[keyword] ?? 'other';
};

/** → a whole sentence: why the reader of its kind refuses the answer, where it is known; else what is asked. */
export const messageFor = (field: Field, error: AnswerError, language: Language): string => {
  const given = error.params?.['limit'] ?? error.params?.['minItems'];
  const limit =
    given !== undefined ? dateText(String(given), language) : field.type === 'group' ? (field.minRows ?? 1) : '';
  const key = keyFor(field, error);
  const why = readable.has(key) ? whyRefused(field, error.data, key) : undefined;
  if (why) {
    const { reason, example } = why;
    return tv(language, 'why', { label: textIn(field.label, language), reason: textIn(reason, language), example });
  }
  return tv(language, key, { label: textIn(field.label, language), limit });
};
