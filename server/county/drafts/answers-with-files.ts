/** The files that answers name, held against those that were really uploaded to the draft. */
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { visibleFields } from '#schemas/form/reachable.ts';
import type { County } from '../county.ts';
import type { FieldError } from '../errors.ts';
import type { Draft } from './draft.ts';
import { fieldError } from './field-errors.ts';
import { uploadedFiles } from './files.ts';

/** What a file question says is replaced by what was really uploaded. */
export async function answersWithFiles(county: County, draft: Draft, answers: Answers) {
  const held = await uploadedFiles(county, draft.row.id);
  const next: { [id: string]: AnswerValue | undefined } = { ...answers };
  const errors: FieldError[] = [];
  const ids: string[] = [];
  for (const field of visibleFields(draft.form, answers)) {
    if (field.type !== 'file' || answers[field.id] === undefined) continue;
    const named = idsIn(answers[field.id]);
    const found = [...new Set(named)].flatMap((id) => held.filter((file) => file.id === id && file.field === field.id));
    if (!named.length || found.length !== named.length) errors.push(fieldError(field, field.id, 'file'));
    ids.push(...found.map(({ id }) => id));
    next[field.id] = found.map(({ id, name, size, type }) => ({ id, name, size, type }));
  }
  return { answers: next as Answers, errors, ids };
}

function idsIn(value: AnswerValue | undefined): readonly unknown[] {
  return Array.isArray(value)
    ? value.map((entry: unknown) =>
        typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined,
      )
    : [];
}
