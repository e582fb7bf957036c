/**
 * Fills a form in as a resident would: what MyData holds first, then every required question that is asked, in order, with
 * a valid answer. Several ways through the choices are tried; one that gets through is enough.
 */
import type { Field, FormDefinition, GroupField } from '../form/definition.ts';
import type { Answers, AnswerValue } from '../form/answers.ts';
import { endOf } from '../form/ends.ts';
import { fieldErrors, type FieldError } from '../form/field-errors.ts';
import { pruneAnswers, visibleFields, visibleInnerFields } from '../form/reachable.ts';
import { holds } from '../form/rules.ts';
import type { Validate } from '../form/validate.ts';
import type { MappingResult } from '../mapping/types.ts';
import type { Stuck, Try } from './check.ts';
import { nameOf, partByRef } from './form-parts.ts';
import { sampleAnswer } from './sample-answer.ts';

/** Ways through the choices. */
const turns = 6;
/** Each round of answers may open more questions. */
const rounds = 30;

type Mutable = { [id: string]: AnswerValue | undefined };

interface Walk {
  readonly turn: number;
  readonly today: string;
  /** Questions that no answer could be thought of for: nothing is said about them. */
  readonly unknown: Set<string>;
}

const needed = (field: Field, kept: Answers): boolean =>
  field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, kept));

function answerAll(fields: readonly Field[], answers: Mutable, kept: Answers, prefix: string, walk: Walk): boolean {
  let more = false;
  for (const field of fields) {
    if ('calculate' in field && field.calculate !== undefined) continue;
    if (field.type === 'group') {
      more = answerRows(field, answers, needed(field, kept), walk) || more;
      continue;
    }
    const place = `${prefix}${field.id}`;
    if (answers[field.id] !== undefined || !needed(field, kept) || walk.unknown.has(place)) continue;
    const answer = sampleAnswer(field, walk.turn, walk.today);
    if (answer === undefined) walk.unknown.add(place);
    else answers[field.id] = answer;
    more = true;
  }
  return more;
}

function answerRows(group: GroupField, answers: Mutable, required: boolean, walk: Walk): boolean {
  const given = (answers[group.id] ?? []) as readonly Answers[];
  const least = Math.max(group.minRows ?? 0, required ? 1 : 0);
  const wanted = given.length || required ? Math.max(given.length, least) : 0;
  let more = wanted > given.length;
  const rows = Array.from({ length: wanted }, (_, index) => {
    const row: Mutable = { ...given[index] };
    const kept: Mutable = {};
    const asked = visibleInnerFields(group, row, kept);
    more = answerAll(asked, row, kept, `${group.id}.`, walk) || more;
    return row as Answers;
  });
  // A row needs an answer to be one.
  for (const row of rows)
    if (!Object.keys(row).length) {
      const [first] = group.fields.filter(({ type }) => type !== 'group');
      const answer = first && sampleAnswer(first, walk.turn, walk.today);
      if (first && answer !== undefined) (row as Mutable)[first.id] = answer;
    }
  if (rows.length) answers[group.id] = rows as readonly AnswerValue[];
  return more;
}

const partOf = ({ field }: FieldError): string => `field/${field.replace(/\[\d+\]/, '')}`;

function stuckOf(form: FormDefinition, error: FieldError): Stuck {
  const part = partOf(error);
  const at = partByRef(form, part);
  const name = at ? nameOf(at) : { 'zh-Hant': `「${error.field}」`, en: `"${error.field}"` };
  return error.keyword === 'required'
    ? {
        part,
        reason: {
          'zh-Hant': `${name['zh-Hant']}必填，但沒有辦法填。`,
          en: `${name.en} is required and can not be answered.`,
        },
      }
    : {
        part,
        reason: {
          'zh-Hant': `${name['zh-Hant']}沒有可以接受的答案（${error.keyword}）。`,
          en: `${name.en} takes no answer (${error.keyword}).`,
        },
      };
}

export function tryForm(
  form: FormDefinition,
  mapped: MappingResult,
  { name, validate, today }: { readonly name: string; readonly validate: Validate; readonly today: string },
): Try {
  let first: readonly Stuck[] | undefined;
  let ended = false;
  const fixed = new Set(
    Object.entries(mapped.values).flatMap(([id, { policy }]) =>
      policy === 'locked' || policy === 'confirm' ? [id] : [],
    ),
  );
  for (let turn = 0; turn < turns; turn += 1) {
    const walk: Walk = { turn, today, unknown: new Set() };
    const answers: Mutable = Object.fromEntries(
      [...Object.entries(mapped.values), ...Object.entries(mapped.rows)].map(([id, { value }]) => [
        id,
        value as AnswerValue,
      ]),
    );
    for (let round = 0; round < rounds; round += 1) {
      const kept = pruneAnswers(form, answers, today);
      if (!answerAll(visibleFields(form, answers, today), answers, kept, '', walk)) break;
    }
    const final = pruneAnswers(form, answers, today);
    if (endOf(form, final)) {
      ended = true;
      continue;
    }
    if (validate(final)) return { name, stuck: [] };
    const open = fieldErrors(form, validate.errors ?? []).filter(
      (error) =>
        // An official value that nobody can change keeps nobody from submitting.
        !fixed.has(error.field) && !walk.unknown.has(error.field.replace(/\[\d+\]/, '')),
    );
    if (!open.length) return { name, stuck: [] };
    first ??= [...new Map(open.map((error) => [partOf(error), stuckOf(form, error)])).values()];
  }
  // Whom the rules send away has got an answer too.
  return { name, stuck: first ?? [], ...(ended && !first ? { ended } : {}) };
}
