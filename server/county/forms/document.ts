/**
 * A document as it comes from outside. A draft may lack texts and be wrong in many ways, but it has the shape of a service
 * and a form, so that every check can read it; a document to be published is held against the schemas as they are.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formSchema from '#schemas/form/definition.schema.json' with { type: 'json' };
import { documentOverBudget } from '#schemas/form/form-budget.ts';
import { problem, type DefinitionProblem } from '#schemas/form/problem.ts';
import serviceSchema from '#schemas/services/service.schema.json' with { type: 'json' };
import type { DraftHistory } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import { schemaProblem } from '../publish/schema-problem.ts';
import { FormsError } from './errors.ts';
import { looseForm, looseService } from './loose-schema.ts';
import { isObject } from '#schemas/json.ts';

const options = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, discriminator: true };
const fast = new Ajv2020(options);
const whole = new Ajv2020({ ...options, allErrors: true });

const shapes = {
  service: fast.compile(looseService),
  form: fast.compile(looseForm),
};
const rules = { service: whole.compile(serviceSchema), form: whole.compile(formSchema) };

const within = (root: '/service' | '/form', errors: ValidateFunction['errors']): readonly DefinitionProblem[] =>
  (errors ?? []).map((error: ErrorObject) => {
    const found = schemaProblem(error);
    return { ...found, path: `${root}${found.path}` };
  });

/** JSON Pointers into the document. Empty: it is one, however unfinished. */
export function shapeProblems(input: unknown): readonly DefinitionProblem[] {
  const over = documentOverBudget(input);
  if (over) return [problem('', 'too-complex', over['zh-Hant'], over.en)];
  if (!isObject(input) || !isObject(input['service']) || !isObject(input['form']))
    return [problem('', 'document-shape', '缺少 service 或 form。', 'service or form is missing.')];
  return [
    ...(shapes.service(input['service']) ? [] : within('/service', shapes.service.errors)),
    ...(shapes.form(input['form']) ? [] : within('/form', shapes.form.errors)),
  ];
}

/** As the schemas say, of a document that has the shape. */
export function schemaProblems({ service, form }: FormDocument): readonly DefinitionProblem[] {
  return [
    ...(rules.service(service) ? [] : within('/service', rules.service.errors)),
    ...(rules.form(form) ? [] : within('/form', rules.form.errors)),
  ];
}

/** @throws 422 `document-shape` with `problems` */
export function readDocument(input: unknown): FormDocument {
  const problems = shapeProblems(input);
  if (problems.length) throw new FormsError('document-shape', { problems });
  const { service, form } = input as FormDocument;
  const { $schema: _forEditors, ...plain } = service as FormDocument['service'] & { readonly $schema?: string };
  return { service: plain, form };
}

/** The builder's own: kept as it is, as long as it is a history at all. */
export function readHistory(input: unknown): DraftHistory {
  if (input === undefined) return { done: [], undone: [] };
  const lists = isObject(input) ? [input['done'], input['undone']] : [];
  const fits = lists.length === 2 && lists.every((list) => Array.isArray(list) && list.every(isObject));
  if (!fits) throw new FormsError('document-shape');
  const { done, undone } = input as unknown as DraftHistory;
  return { done, undone };
}

const id = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws 422 `form-id` */
export function readFormId(input: unknown): string {
  if (typeof input !== 'string' || input.length > 60 || !id.test(input)) throw new FormsError('form-id');
  return input;
}

/** The document under another id. */
export const named = ({ service, form }: FormDocument, formId: string): FormDocument => ({
  service: { ...service, id: formId },
  form: { ...form, id: formId },
});
