/**
 * What keeps a resident from going on: the verdict of the compiled validation, in words, and what is still owed beside
 * official values. Pure; owns neither the verdict nor the words.
 */
import type { Field } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { visibleInnerFields } from '#schemas/form/reachable.ts';
import type { Language } from '#schemas/text.ts';
import { officialInRow } from '../fields/group/official-in-row.ts';
import { parseRowPath, rowPath } from '../fields/group/row-path.ts';
import { owedBeside } from '../fields/official-state.ts';
import { locateError } from '../i18n/locate-error.ts';
import { messageFor } from '../i18n/message-for.ts';
import type { AnswerError } from '../i18n/answer-error.ts';
import type { FormModel } from './form-model.ts';
import { isFixed } from '../fields/is-fixed.ts';

/** A compiled validator, as `GET /api/forms/:service/:version/validator.js` exports it. `errors` is of the latest call. */
export interface Validate {
  (answers: unknown): boolean;
  errors?: readonly AnswerError[] | null;
}

/** Messages by path (a field's id, or `members[2].name`), in the order of the form. */
export type Problems = ReadonlyMap<string, string>;

export function problemsOf(model: FormModel, validate: Validate | undefined, language: Language): Problems {
  const { answers, steps } = model;
  const asked = steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  const found = new Map<string, string>();
  const tell = (path: string, field: Field, error: AnswerError): void => {
    if (!found.has(path)) found.set(path, messageFor(field, error, language));
  };
  if (validate && !validate(answers))
    for (const error of validate.errors ?? []) {
      // Says only that a `then` failed; what failed in it has its own error.
      if (error.keyword === 'if') continue;
      const located = locateError(asked, error);
      if (!located || isSettled(model, located.path)) continue;
      tell(located.path, located.field, { ...located.error, data: answerAt(answers, located.path) });
    }
  for (const field of asked) {
    const official = model.officialOf(field.id);
    if (!official) continue;
    if (field.type === 'group') {
      const rows = (model.shown(field.id) ?? []) as readonly Answers[];
      rows.slice(0, model.officialRowsOf(field.id)).forEach((row, index) => {
        for (const inner of visibleInnerFields(field, row)) {
          const path = rowPath(field.id, index, inner.id);
          const owed = owedBeside(officialInRow(official, inner, index), row[inner.id], model.claim(path));
          if (owed) tell(path, inner, { keyword: owed });
        }
      });
    } else {
      const owed = owedBeside(official, model.shown(field.id), model.claim(field.id));
      if (owed) tell(field.id, field, { keyword: owed });
    }
  }
  const order = new Map(asked.map(({ id }, index) => [id, index]));
  const place = (path: string) => order.get(parseRowPath(path)?.group ?? path) ?? 0;
  const row = (path: string) => parseRowPath(path)?.row ?? -1;
  return new Map([...found].sort(([one], [other]) => place(one) - place(other) || row(one) - row(other)));
}

/** An official value that nobody here can change must not keep anyone from going on, whatever it looks like. */
const isSettled = (model: FormModel, path: string): boolean =>
  isFixed(model.officialAt(path)) && model.places.get(path)?.field.type !== 'group';

function answerAt(answers: Answers, path: string): AnswerValue | undefined {
  const inner = parseRowPath(path);
  if (!inner) return answers[path];
  return (answers[inner.group] as readonly Answers[] | undefined)?.[inner.row]?.[inner.field];
}
