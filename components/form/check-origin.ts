/** Where an answer on the check page comes from, in words. Pure. What the resident typed is the ordinary case and says nothing. */
import type { Field } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import { visibleInnerFields } from '#schemas/form/reachable.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import type { Claims } from '#schemas/wire/county-api.ts';
import { displayAnswer } from '../fields/display.ts';
import { officialInRow } from '../fields/group/official-in-row.ts';
import { rowPath } from '../fields/group/row-path.ts';
import { isChanged } from '../fields/official-state.ts';
import { timeText } from '../fields/roc-time.ts';
import type { FormModel } from './form-model.ts';
import { say } from './messages.ts';

/** One answer as it is shown: of a question, or of a question in a row. */
export interface Shown {
  readonly field: Field;
  readonly value: AnswerValue | undefined;
  readonly claim: Claims[string];
  /** An untouched official value: its source. */
  readonly source?: string;
  /** What else has to be said: compared, or changed. */
  readonly remark?: string;
}

export function shownAnswer(
  field: Field,
  value: AnswerValue | undefined,
  official: OfficialValue | undefined,
  claim: Claims[string],
  language: Language,
): Shown {
  const shown = { field, value, claim };
  if (official?.policy === 'compare' && value !== undefined)
    return { ...shown, remark: say(language, 'compared', { agency: official.provenance.agency }) };
  if (official?.value === undefined) return shown;
  if (isChanged(official, value))
    return { ...shown, remark: say(language, 'changedBy', { value: displayAnswer(field, official.value, language) }) };
  const { agency, issuedAt } = official.provenance;
  return { ...shown, source: say(language, 'fromMydata', { agency, time: timeText(issuedAt, language) }) };
}

/** The rows of a group; undefined where the field is none or has none. */
export function shownRows(
  model: FormModel,
  field: Field,
  value: AnswerValue | undefined,
  language: Language,
): readonly (readonly Shown[])[] | undefined {
  if (field.type !== 'group' || !Array.isArray(value)) return undefined;
  const group = model.officialOf(field.id);
  return (value as readonly Answers[]).map((row, index) =>
    visibleInnerFields(field, row).map((inner) => {
      const official = group && index < model.officialRowsOf(field.id) ? officialInRow(group, inner, index) : undefined;
      return shownAnswer(inner, row[inner.id], official, model.claim(rowPath(field.id, index, inner.id)), language);
    }),
  );
}

/** The source, where all that is official here has the same one: it is said once then. */
export function commonSource(shown: readonly Shown[]): string | undefined {
  const [first, ...others] = new Set(shown.flatMap(({ source }) => source ?? []));
  return others.length ? undefined : first;
}

/** What the resident says beside these answers: each text once, with the questions that it is about. */
export function saidOf(shown: readonly Shown[], language: Language): readonly string[] {
  const said = shown.filter(({ claim }) => claim?.text);
  const labels = (one: Shown) =>
    said.filter(({ claim }) => claim!.text === one.claim!.text).map(({ field }) => textIn(field.label, language));
  return [
    ...new Set(
      said.map((one) =>
        say(language, one.claim!.kind === 'wrong' ? 'wrong' : 'reason', {
          labels: labels(one).join(language === 'en' ? ', ' : '、'),
          text: one.claim!.text,
        }),
      ),
    ),
  ];
}
