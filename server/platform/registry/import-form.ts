/**
 * A published form of the builder (`service.json` with its `form.json`) as an application: everything that it says is taken
 * over, the datasets and fields are those that its questions use. What it does not say stays empty, to be filled in by hand.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkDefinition } from '../../../schemas/form/check-definition.ts';
import type { FormDefinition } from '../../../schemas/form/definition.ts';
import formSchema from '../../../schemas/form/definition.schema.json' with { type: 'json' };
import { askedFields } from '../../../schemas/mapping/asked.ts';
import { datasets } from '../../../schemas/datasets/catalogue.ts';
import { allowedDatasets, checkService, datasetsAsked } from '../../../schemas/services/check-service.ts';
import serviceSchema from '../../../schemas/services/service.schema.json' with { type: 'json' };
import type { Service } from '../../../schemas/services/types.ts';
import { emptyDataset, emptyDefinition, type ServiceDefinition } from './definition.ts';
import { lineDeeperThan, lineOf, lineOfSyntaxError } from './locate.ts';

export interface FileMistake {
  readonly file: 'service.json' | 'form.json';
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

export function importForm(serviceText: string, formText: string): Imported {
  const service = read('service.json', serviceText, isService);
  const form = read('form.json', formText, isForm);
  const unreadable = [...service.mistakes, ...form.mistakes];
  if (!service.value || !form.value) return { ok: false, mistakes: unreadable.slice(0, shown) };
  const together = checkService(service.value, form.value);
  const inService = together.service.filter(({ code }) => code !== 'too-many-datasets'); // the limit is a rule of the register
  const inForm = [...checkDefinition(form.value, Math.max(allowedDatasets(service.value), 20)), ...together.form];
  const mistakes = [
    ...inService
      .slice(0, shown)
      .map(({ path, reason }) => mistake('service.json', serviceText, path, reason['zh-Hant'])),
    ...inForm.slice(0, shown).map(({ path, reason }) => mistake('form.json', formText, path, reason['zh-Hant'])),
  ];
  return mistakes.length
    ? { ok: false, mistakes: mistakes.slice(0, shown) }
    : { ok: true, definition: definitionOf(service.value, form.value) };
}

const mistake = (file: FileMistake['file'], source: string, path: string, text: string): FileMistake => ({
  file,
  line: lineOf(source, path),
  path,
  text,
});

function read<T>(
  file: FileMistake['file'],
  text: string,
  valid: ValidateFunction<T>,
): { readonly value?: T; readonly mistakes: readonly FileMistake[] } {
  const source = text.replace(/^\uFEFF/, '');
  if (!source.trim()) return { mistakes: [{ file, line: 1, path: '', text: '請選擇這個檔案。' }] };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { mistakes: [{ file, line: lineOfSyntaxError(source), path: '', text: '這一行起不是正確的 JSON。' }] };
  }
  const tooDeep = lineDeeperThan(source, deepest);
  if (tooDeep) return { mistakes: [{ file, line: tooDeep, path: '', text: '括號的層數太多，請檢查。' }] };
  if (valid(value)) return { value, mistakes: [] };
  return {
    mistakes: (valid.errors ?? [])
      .slice(0, shown)
      .map((error) => mistake(file, source, error.instancePath, wordsOf(error))),
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

function definitionOf(service: Service, form: FormDefinition): ServiceDefinition {
  const asked = askedFields(form);
  const zh = service.notice;
  return {
    ...emptyDefinition,
    name: service.name['zh-Hant'],
    kind: 'application',
    modes: service.modes,
    purpose: service.purpose['zh-Hant'],
    purposeCodes: service.purposes.map(({ code }) => code),
    dataClasses: [...new Set(zh.dataClasses['zh-Hant'].match(/C\d{3}/g) ?? [])],
    legalBasis: service.legalBasis['zh-Hant'],
    extraDatasetsBasis: service.extraDatasetsBasis?.['zh-Hant'] ?? '',
    datasets: datasetsAsked(service).map((id) => {
      const replaced = service.replaces.find(({ dataset }) => dataset === id);
      return {
        ...emptyDataset,
        id,
        fields: pathsOf(id, [...(asked.get(id)?.keys() ?? [])]),
        document: replaced?.document['zh-Hant'] ?? '',
        rule: replaced?.rule['zh-Hant'] ?? '',
        demanded: 'demanded',
      };
    }),
    terms: [zh.period, zh.area, zh.recipients, zh.manner, zh.rights, zh.ifRefused]
      .map((text) => text['zh-Hant'])
      .join('\n'),
    retentionDays: service.retentionDays,
    contact: { unit: service.contact.unit['zh-Hant'], phone: service.contact.phone, email: '' },
  };
}

/** Paths as the dataset lists them: a question about a part asks for the listed field that holds it. */
function pathsOf(id: string, paths: readonly string[]): readonly string[] {
  const listed = datasets.get(id)?.fields.map(({ path }) => path) ?? [];
  if (!listed.length) return [];
  const found = paths.flatMap((path) => {
    if (path === '$' || listed.includes(path)) return [path];
    const parts = listed.filter((one) => one.startsWith(`${path}.`) || one.startsWith(`${path}[`));
    const holders = listed.filter((one) => path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
    return parts.length ? parts : holders.length ? holders : [path];
  });
  return [...new Set(found)];
}
