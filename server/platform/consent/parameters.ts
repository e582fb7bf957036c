/**
 * What datasets ask of the resident (interface, section 5): which questions, and what was answered. Pure: the journey's
 * screen and the resident's own download use it alike.
 */
import { counties } from '#schemas/taiwan/counties.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { isMobileBarcode, tidyMobileBarcode } from '#schemas/taiwan/mobile-barcode.ts';
import { folded, withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { readPlate } from '#schemas/taiwan/plate.ts';
import { isRead, type Refusal } from '#schemas/taiwan/reading.ts';
import { formatRocDate, rocYear } from '#schemas/taiwan/roc-date.ts';
import { isBlankDate, readDateFields, typedDate } from '../../http/date-fields.ts';
import { dateError, refusalText, type FieldError } from '../../http/typed-fields.ts';
import type { Parameter } from '#schemas/datasets/parameters.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Parameters } from '../delivery/collection.ts';

export interface ParameterField {
  /** Of the input, and its name in the form: `p-API-60GGfgGX1A-plateNo`. */
  readonly id: string;
  readonly resourceId: string;
  readonly parameter: Parameter;
  /** A closed choice; the value is what the provider is sent. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export type ParameterError = FieldError;

/** Where a journey goes once the person is known. */
export const nextAfterIdentity = (
  { datasets }: { readonly datasets: ReadonlyMap<string, CatalogueEntry> },
  { resources }: { readonly resources: readonly string[] },
): 'parameters' | 'fetching' =>
  resources.some((id) => datasets.get(id)?.parameters.length) ? 'parameters' : 'fetching';

type Form = Readonly<Record<string, string | undefined>>;

/** The questions of these datasets in their order; none when no dataset asks anything. */
export const parameterFields = (datasets: readonly CatalogueEntry[], now: Date): readonly ParameterField[] =>
  datasets.flatMap(({ id, parameters }) =>
    parameters.map((parameter) => ({
      id: `p-${id.replace('.', '-')}-${parameter.name}`,
      resourceId: id,
      parameter,
      options: optionsOf(parameter, now),
    })),
  );

function optionsOf({ widget, options, yearsBack = 5 }: Parameter, now: Date): ParameterField['options'] {
  if (options) return options.map(({ value, label }) => ({ value, label: label['zh-Hant'] }));
  if (widget === 'county') return counties.map((value) => ({ value, label: value }));
  if (widget !== 'roc-year') return undefined;
  const lastFull = rocYear(Number(dateInTaiwan(now).slice(0, 4))) - 1;
  return Array.from({ length: yearsBack }, (_, back) => ({
    value: String(lastFull - back),
    label: `民國 ${lastFull - back} 年（西元 ${lastFull - back + 1911} 年）`,
  }));
}

export type ReadParameters =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly errors: readonly ParameterError[] };

/** Reads the form. What is optional and empty is left out: it is not sent at all. */
export function readParameters(fields: readonly ParameterField[], form: Form, now: Date): ReadParameters {
  const errors: ParameterError[] = [];
  const found: Record<string, Record<string, string>> = {};
  for (const field of fields) {
    const { id, resourceId, parameter } = field;
    const label = parameter.label['zh-Hant'];
    const isDate = parameter.widget === 'date';
    const typed = withoutSpaces(form[id] ?? '');
    if (isDate ? isBlankDate(typedDate(form, id)) : !typed) {
      const place = isDate ? `${id}Year` : id;
      if (parameter.required) errors.push({ field: place, text: `請${field.options ? '選擇' : '填寫'}${label}。` });
      continue;
    }
    const value = isDate ? readDay(form, id, label, now) : read(field, typed);
    if ('field' in value) {
      errors.push(value);
      continue;
    }
    if (value.ok) (found[resourceId] ??= {})[parameter.name] = value.text;
    else
      errors.push({
        field: id,
        text: typeof value.rule === 'string' ? `${label}${value.rule}` : refusalText(label, value.rule),
      });
  }
  for (const field of fields) {
    const { startDate, endDate } = found[field.resourceId] ?? {};
    if (field.parameter.name === 'endDate' && startDate && endDate && endDate < startDate)
      errors.push({ field: `${field.id}Year`, text: '結束日期不能早於開始日期，請檢查這兩個日期。' });
  }
  return errors.length ? { ok: false, errors } : { ok: true, parameters: found };
}

type Value = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly rule: string | Refusal };

const good = (text: string): Value => ({ ok: true, text });
const bad = (rule: string | Refusal): Value => ({ ok: false, rule });
const when = (holds: boolean, text: string, rule: string): Value => (holds ? good(text) : bad(rule));

/** Nothing of what is asked lies before the Republic, or ahead. */
function readDay(form: Form, id: string, label: string, now: Date): Value | FieldError {
  const reading = readDateFields(form, id);
  if (!isRead(reading)) return dateError(id, label, reading);
  const date = reading.value;
  const at = (text: string): FieldError => ({ field: `${id}Year`, text: `${label}${text}` });
  if (date < '1912-01-01') return at('不會早於民國元年。');
  return date <= dateInTaiwan(now) ? good(date) : at('不能晚於今天。');
}

/** @param typed tight */
function read({ parameter, options }: ParameterField, typed: string): Value {
  const capital = typed.toUpperCase();
  switch (parameter.widget) {
    case 'roc-year':
    case 'vehicle-class':
      return when(options?.some(({ value }) => value === typed) ?? false, typed, '請從選單中選擇。');
    case 'county': {
      const county = counties.find((one) => folded(one) === folded(typed));
      return county ? good(county) : bad('請從選單中選擇。');
    }
    case 'date':
      return bad('請填年、月、日。');
    case 'plate-number': {
      const plate = readPlate(typed);
      return isRead(plate) ? good(plate.value) : bad(plate);
    }
    case 'house-tax-number': {
      const plain = capital.replaceAll('-', '');
      return when(
        /^[A-Z]?\d{10,12}$/.test(plain),
        plain,
        '是 11 到 12 個數字（可能以 1 個英文字母開頭），印在房屋稅繳款書上。',
      );
    }
    case 'mobile-barcode':
      return when(
        isMobileBarcode(tidyMobileBarcode(typed)),
        tidyMobileBarcode(typed),
        '以「/」開頭，後面 7 個大寫英文字母、數字或「+」「-」「.」，例如 /ABC1234。',
      );
    case 'invoice-number': {
      const plain = capital.replaceAll('-', '');
      return when(/^[A-Z]{2}\d{8}$/.test(plain), plain, '是 2 個英文字母和 8 個數字，例如 AB12345678。');
    }
    case 'account-number': {
      const { pattern, rule } = accountNumbers[parameter.name] ?? anyAccount;
      const plain = capital.replaceAll('-', '');
      return when(pattern.test(plain), plain, rule);
    }
  }
}

const anyAccount = { pattern: /^[A-Z0-9]{4,20}$/, rule: '是 4 到 20 個英文字母或數字，印在帳單上。' };

const accountNumbers: Readonly<Record<string, typeof anyAccount>> = {
  electricityNo: { pattern: /^\d{11}$/, rule: '共 11 個數字，印在電費單上。' },
  waterNo: { pattern: /^[A-Z0-9]{11}$/, rule: '共 11 個英文字母或數字，印在水費單上。' },
};

/** One answer, to be read. */
export interface ParameterAnswer {
  readonly resourceId: string;
  readonly label: string;
  /** As answered; only for the resident's own eyes. */
  readonly value: string;
  /** For words that are kept: a number that points at one person's thing stays out of them. */
  readonly kept: string;
}

/** → what was answered, in the order of the datasets and of their questions; what was left empty is not among it */
export const parameterAnswers = (
  datasets: readonly CatalogueEntry[],
  parameters: Parameters = {},
): readonly ParameterAnswer[] =>
  datasets.flatMap(({ id, parameters: asked }) =>
    asked.flatMap((parameter) => {
      const answer = parameters[id]?.[parameter.name];
      if (answer === undefined) return [];
      const value = readable(parameter, answer);
      const kept = plain.has(parameter.widget) ? value : '如本人所填';
      return [{ resourceId: id, label: parameter.label['zh-Hant'], value, kept }];
    }),
  );

const plain: ReadonlySet<Parameter['widget']> = new Set(['roc-year', 'date', 'county', 'vehicle-class']);

function readable({ widget }: Parameter, value: string): string {
  if (widget === 'roc-year') return `民國 ${value} 年`;
  return widget === 'date' ? (formatRocDate(value) ?? value) : value;
}
