/**
 * Which questions a resident is asked, given the answers so far. Owns the order and the show conditions of steps,
 * sections, fields and the inner fields of groups; part of the resident's page.
 *
 * Conditions only refer to earlier fields (`check-definition.ts`), so one pass in order is enough: a condition sees the
 * answers of questions that are really asked, and a stale answer behind a hidden question never opens another one.
 */
import type { Field, FormDefinition, GroupField, Section, Step } from './definition.ts';
import type { Answers, AnswerValue } from './answers.ts';
import { calculated } from './calculate.ts';
import { holds } from './rules.ts';
import { isObject } from '../json.ts';

export interface VisibleSection {
  readonly section: Section;
  readonly fields: readonly Field[];
}

export interface VisibleStep {
  readonly step: Step;
  readonly sections: readonly VisibleSection[];
}

/** The answer without empties (empty or blank text, empty list, empty object, unticked declaration); `undefined` when nothing is left. */
export function pruneValue(value: AnswerValue | undefined | null): AnswerValue | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (typeof value === 'string') return value.trim() ? value : undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length ? value : undefined;
  const kept = Object.entries(value).filter(([, part]) => pruneValue(part) !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** The inner fields asked in one row of a group. Their conditions see the row alone. Its pruned answers are put into `kept`. */
export const visibleInnerFields = (
  group: GroupField,
  row: Answers,
  kept: { [id: string]: AnswerValue | undefined } = {},
) => walk(group.fields, row, kept) as readonly Field[];

/** Asked fields of a list, in order; their pruned answers are put into `kept`. */
function walk(
  fields: readonly Field[],
  answers: Answers,
  kept: { [id: string]: AnswerValue | undefined },
  today?: string,
): Field[] {
  return fields.filter((field) => {
    if (!holds(field.show, kept)) return false;
    const answer =
      'calculate' in field
        ? calculated(field, kept, today)
        : field.type === 'evidence'
          ? undefined
          : pruneValue(own(answers, field.id));
    if (answer !== undefined) kept[field.id] = field.type === 'group' ? pruneRows(field, answer, today) : answer;
    return true;
  });
}

const own = (answers: Answers, id: string): AnswerValue | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

/** A row that is still empty stays, so that what is said about row 3 is about the third row on the page. */
const pruneRows = (group: GroupField, rows: AnswerValue, today?: string): AnswerValue =>
  Array.isArray(rows)
    ? rows.map((row: AnswerValue) => {
        if (!isObject(row)) return row;
        const kept = {};
        walk(group.fields, row as Answers, kept, today);
        return kept;
      })
    : rows;

export interface Reached {
  /** Steps that ask at least one question, each with its asked sections and fields, in order. */
  readonly steps: readonly VisibleStep[];
  /** See `pruneAnswers`. */
  readonly kept: Answers;
}

export function reach(definition: FormDefinition, answers: Answers, today?: string): Reached {
  const kept: { [id: string]: AnswerValue | undefined } = {};
  const steps: VisibleStep[] = [];
  for (const step of definition.steps) {
    if (!holds(step.show, kept)) continue;
    const sections: VisibleSection[] = [];
    for (const section of step.sections) {
      if (!holds(section.show, kept)) continue;
      const fields = walk(section.fields, answers, kept, today);
      if (fields.length) sections.push({ section, fields });
    }
    if (sections.length) steps.push({ step, sections });
  }
  return { steps, kept };
}

/** Steps that ask at least one question, each with its asked sections and fields, in order. */
export const visibleSteps = (definition: FormDefinition, answers: Answers, today?: string): readonly VisibleStep[] =>
  reach(definition, answers, today).steps;

/** All asked fields in order, groups as one field (see `visibleInnerFields` for their rows). */
export const visibleFields = (definition: FormDefinition, answers: Answers, today?: string): readonly Field[] =>
  visibleSteps(definition, answers, today).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));

/**
 * The answers as they are validated, saved and sent: only of asked fields, without empties. What is calculated is worked out
 * here, whatever was given. `today`: ISO date in Taiwan; the clock of this machine unless told.
 */
export const pruneAnswers = (definition: FormDefinition, answers: Answers, today?: string): Answers =>
  reach(definition, answers, today).kept;
