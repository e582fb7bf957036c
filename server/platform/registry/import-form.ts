/**
 * A form of the builder as an application: the one file that it exports (`mydata-form-file-1`), or a published `service.json`
 * with its `form.json`. What it asks is computed as everywhere (`askedOf`). What it does not say stays empty, to be filled in
 * by hand.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkDefinition } from '#schemas/form/check-definition.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import formSchema from '#schemas/form/definition.schema.json' with { type: 'json' };
import { askedOf } from '#schemas/services/asked.ts';
import { allowedDatasets, checkService } from '#schemas/services/check-service.ts';
import serviceSchema from '#schemas/services/service.schema.json' with { type: 'json' };
import type { Service } from '#schemas/services/types.ts';
import { emptyDefinition, type ServiceDefinition } from './definition.ts';
import { lineDeeperThan, lineOf, lineOfSyntaxError } from './locate.ts';

export interface FileMistake {
  readonly file: 'service.json' | 'form.json' | '表單檔';
  /** From 1. */
  readonly line: number;
  /** JSON Pointer; empty for the whole file. */
  readonly path: string;
  readonly text: string;
}

export type Imported =
  | { readonly ok: true; readonly definition: ServiceDefinition }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] };

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  discriminator: true,
});
const isService = ajv.compile<Service>(serviceSchema);
const isForm = ajv.compile<FormDefinition>(formSchema);

/** One file may have thousands of mistakes of one kind; the first are enough to start with. */
const shown = 20;

/** No form is nested deeper; what is would exhaust whoever walks through it. */
const deepest = 100;

/** Where a half of the document lies: its file's text, and the pointer to it there. */
interface Half {
  readonly file: FileMistake['file'];
  readonly source: string;
  readonly at: '' | '/service' | '/form';
}

/** @param formText empty where the first file is the one that holds both */
export function importForm(serviceText: string, formText: string): Imported {
  const one = oneFile(serviceText);
  return one
    ? importHalves(one.service, one.form)
    : importHalves(
        { file: 'service.json', source: serviceText, at: '' },
        { file: 'form.json', source: formText, at: '' },
      );
}

/** The builder's own file; undefined where it is none. */
function oneFile(text: string): { readonly service: Half; readonly form: Half } | undefined {
  if (!/^\uFEFF?\s*\{[^]*"format"\s*:\s*"mydata-form-file-1"/.test(text.slice(0, 4000))) return undefined;
  return {
    service: { file: '表單檔', source: text, at: '/service' },
    form: { file: '表單檔', source: text, at: '/form' },
  };
}

function importHalves(serviceHalf: Half, formHalf: Half): Imported {
  const service = read(serviceHalf, isService);
  // One text that can't be read is told once.
  const form = formHalf.source === serviceHalf.source && service.unread ? service : read(formHalf, isForm);
  const unreadable = form === service ? service.mistakes : [...service.mistakes, ...form.mistakes];
  if (!service.value || !form.value || form === service) return { ok: false, mistakes: unreadable.slice(0, shown) };
  const document = { service: service.value, form: form.value as FormDefinition };
  const together = checkService(document.service, document.form);
  const inService = together.service.filter(({ code }) => code !== 'too-many-datasets'); // the limit is a rule of the register
  const inForm = [...checkDefinition(document.form, Math.max(allowedDatasets(document.service), 20)), ...together.form];
  const mistakes = [
    ...inService.slice(0, shown).map(({ path, reason }) => mistake(serviceHalf, path, reason['zh-Hant'])),
    ...inForm.slice(0, shown).map(({ path, reason }) => mistake(formHalf, path, reason['zh-Hant'])),
  ];
  return mistakes.length
    ? { ok: false, mistakes: mistakes.slice(0, shown) }
    : { ok: true, definition: { ...emptyDefinition, ...askedOf(document) } };
}

const mistake = ({ file, source, at }: Half, path: string, text: string): FileMistake => ({
  file,
  line: lineOf(source, at + path),
  path: at + path,
  text,
});

interface Read<T> {
  readonly value?: T;
  readonly mistakes: readonly FileMistake[];
  /** The text is no JSON at all. */
  readonly unread?: true;
}

function read<T>(half: Half, valid: ValidateFunction<T>): Read<T> {
  const { file, at } = half;
  const source = half.source.replace(/^\uFEFF/, '');
  const unread = (line: number, text: string): Read<T> => ({
    unread: true,
    mistakes: [{ file, line, path: '', text }],
  });
  if (!source.trim()) return unread(1, '請選擇這個檔案。');
  let whole: unknown;
  try {
    whole = JSON.parse(source);
  } catch {
    return unread(lineOfSyntaxError(source), '這一行起不是正確的 JSON。');
  }
  const tooDeep = lineDeeperThan(source, deepest);
  if (tooDeep) return unread(tooDeep, '括號的層數太多，請檢查。');
  const value: unknown = at ? (whole as Readonly<Record<string, unknown>>)[at.slice(1)] : whole;
  if (value === undefined) return { mistakes: [mistake(half, '', `檔案裡沒有「${at.slice(1)}」。`)] };
  if (valid(value)) return { value, mistakes: [] };
  return {
    mistakes: (valid.errors ?? []).slice(0, shown).map((error) => mistake(half, error.instancePath, wordsOf(error))),
  };
}

function wordsOf({ keyword, params }: ErrorObject): string {
  const name: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  const words: { readonly [keyword: string]: string } = {
    required: `請補上「${String(name)}」。`,
    additionalProperties: `不認得「${String(name)}」，請刪除或改正拼字。`,
    unevaluatedProperties: `不認得「${String(name)}」，請刪除或改正拼字。`,
    discriminator: '沒有這種欄位類型。',
    const: '請改成規定的值。',
    enum: '請改用規定的選項。',
    type: '資料類型不對，請檢查是否該是文字、數字或清單。',
    pattern: '寫法不對，請檢查格式。',
    minItems: '至少要有一項。',
    minLength: '不可以空白。',
  };
  return words[keyword] ?? '不符合規定，請檢查。';
}
