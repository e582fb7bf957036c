/**
 * One failure of the validation → one sentence for the resident. Owns which sentence; the verdict is Ajv's, the words are
 * in `validation-messages.ts`. Pure.
 */
import type { Field } from '#schemas/form/definition.ts';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { isNationalId } from '#schemas/taiwan/national-id.ts';
import { dateText } from '../fields/roc-time.ts';
import { tv } from './validation-messages.ts';
import type { ValidationKey } from './validation-messages.ts';
import { whyRefused } from './why-refused.ts';

/**
 * As Ajv reports it, or the server (`ApiError.fields`, keyword only), or one of ours: `confirm`, `claim`, `reason`.
 * `part` names a part of the answer (`town`), where Ajv's path or missing property does not already.
 */
export interface AnswerError {
  readonly keyword: string;
  readonly params?: { readonly [name: string]: unknown };
  readonly instancePath?: string;
  readonly part?: string;
  /** The answer that failed, where the sentence depends on it (the check digit of an id). */
  readonly data?: unknown;
}

const missing: { readonly [type in Field['type']]?: ValidationKey } = {
  choice: 'choose',
  file: 'upload',
  declaration: 'tick',
  group: 'addRows',
};

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

const parts = new Set(['county', 'town', 'detail', 'postcode', 'institution', 'branch', 'account', 'holder']);

/** The part of an address or account that an error is about. */
const partOf = (field: Field, { part, keyword, params, instancePath = '' }: AnswerError): ValidationKey | undefined => {
  if (field.type !== 'address' && field.type !== 'bank-account') return undefined;
  const name = part ?? (keyword === 'required' ? String(params?.['missingProperty']) : instancePath.split('/').pop()!);
  return parts.has(name) && name !== field.id ? (name as ValidationKey) : undefined;
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
  const { keyword, params, data } = error;
  if (keyword === 'confirm' || keyword === 'claim' || keyword === 'reason') return keyword;
  const part = partOf(field, error);
  if (part) return part;
  if (keyword === 'required') return missing[field.type] ?? 'enter';
  switch (field.type) {
    case 'national-id':
      if (keyword !== 'format') break;
      return field.citizenOnly && typeof data === 'string' && isNationalId(data) ? 'citizenOnly' : 'nationalIdShape';
    case 'number':
      if (keyword === 'type') return params?.['type'] === 'integer' && typeof data === 'number' ? 'integer' : 'number';
      break;
    case 'choice':
      if (keyword === 'minItems') return 'minChoices';
      return keyword === 'maxItems' ? 'maxChoices' : 'choices';
    case 'file':
      return keyword === 'maxItems' ? 'maxFiles' : keyword === 'minItems' ? 'upload' : 'badFile';
    case 'declaration':
      return 'tick';
    case 'group':
      if (keyword === 'minItems') return 'addRows';
      if (keyword === 'maxItems') return 'maxRows';
  }
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
