/**
 * Errors of a compiled validator as errors of questions: by field, one for each part, in the form's order. For the
 * page's error summary and the server's 422; part of the resident's page.
 */
import type { FormDefinition } from './definition.ts';
import type { AnswerError } from './validate.ts';

export interface FieldError {
  /** Field id, or `householdMembers[2].name` for an inner field; the key itself for an answer that no question has. */
  readonly field: string;
  /** Within an answer of several parts: `town`, `account`; of a file list or checkboxes, `0/size`. */
  readonly part?: string;
  readonly keyword: string;
  readonly params: AnswerError['params'];
}

const segmentsOf = ({ instancePath, keyword, params }: AnswerError): string[] => {
  const segments = instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const inside = { required: params['missingProperty'], additionalProperties: params['additionalProperty'] }[keyword];
  return inside === undefined ? segments : [...segments, String(inside)];
};

export function fieldErrors(definition: FormDefinition, errors: readonly AnswerError[]): readonly FieldError[] {
  const fields = definition.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const found = new Map<string, { readonly order: readonly number[]; readonly error: FieldError }>();
  for (const each of errors) {
    // What its `then` or `else` said is among the errors already.
    if (each.keyword === 'if') continue;
    const [id = '', ...rest] = segmentsOf(each);
    const index = fields.findIndex((field) => field.id === id);
    const group = fields[index];
    const row = rest[0];
    const inner = rest[1];
    const inRow = group?.type === 'group' && inner !== undefined;
    const field = inRow ? `${id}[${row}].${inner}` : id;
    const part = rest.slice(inRow ? 2 : 0).join('/');
    const key = `${field} ${part}`;
    if (found.has(key)) continue;
    const order = [
      index < 0 ? fields.length : index,
      inRow ? Number(row) : -1,
      inRow ? group.fields.findIndex((child) => child.id === inner) : -1,
    ];
    const { keyword, params } = each;
    found.set(key, { order, error: { field, ...(part ? { part } : {}), keyword, params } });
  }
  return [...found.values()].sort((a, b) => before(a.order, b.order)).map(({ error }) => error);
}

const before = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
