/** 「什麼時候才問」 as sentences. */
import { html, nothing } from 'lit';
import type { Condition, Field } from '#schemas/form/definition.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { choose, numberInput, textInput } from './controls.ts';
import { say, type PropertyWord } from './property-words.ts';
import {
  clauseAbout,
  operatorsFor,
  readSentence,
  writeSentence,
  type Clause,
  type Operator,
  type Sentence,
} from './sentence.ts';

export interface ConditionEditor {
  readonly condition: Condition | undefined;
  /** Questions that it may ask about. */
  readonly before: readonly Field[];
  readonly language: Language;
  readonly changed: (condition: Condition | undefined) => void;
  /** Of other rules than 「什麼時候才問」. Without `never` there always is a condition. */
  readonly words?: { readonly legend: string; readonly never?: string; readonly only: string };
}

export function conditionEditor({ condition, before, language, changed, words }: ConditionEditor): unknown {
  const { legend, never, only } = words ?? {
    legend: say(language, 'show'),
    never: say(language, 'always'),
    only: say(language, 'onlyIf'),
  };
  const first = before.at(-1);
  const sentence = condition && readSentence(condition);
  const put = (next: Sentence): void => changed(writeSentence(next));
  const start = (): void => {
    if (first) changed(writeSentence({ join: 'and', clauses: [clauseAbout(first)] }));
  };
  return html`<fieldset class="rule">
    <legend>${legend}</legend>
    ${
      !condition && !first
        ? html`<p class="note">${say(language, 'noneBefore')}</p>`
        : never === undefined
          ? nothing
          : choose(
              legend,
              condition ? 'if' : 'always',
              [
                ['always', never],
                ['if', only],
              ],
              (value) => (value === 'if' ? start() : changed(undefined)),
            )
    }
    ${condition && !sentence ? html`<p class="note">${say(language, 'byHand')}</p>` : nothing}
    ${sentence ? clausesEditor(sentence, before, language, put) : nothing}
  </fieldset>`;
}

function clausesEditor(
  sentence: Sentence,
  before: readonly Field[],
  language: Language,
  put: (next: Sentence) => void,
): unknown {
  const { join, clauses } = sentence;
  const replace = (index: number, clause: Clause): void =>
    put({ join, clauses: clauses.map((one, at) => (at === index ? clause : one)) });
  const last = before.at(-1);
  return html`
    ${
      clauses.length > 1
        ? choose(
            say(language, 'onlyIf'),
            join,
            [
              ['and', say(language, 'all')],
              ['or', say(language, 'any')],
            ],
            (value) => put({ join: value === 'or' ? 'or' : 'and', clauses }),
          )
        : nothing
    }
    <ol class="clauses">
      ${clauses.map(
        (clause, index) =>
          html`<li>
            ${clauseEditor(clause, before, language, (next) => replace(index, next))}
            <button
              type="button"
              class="quiet"
              aria-label=${say(language, 'removeCondition', { n: index + 1 })}
              @click=${() => put({ join, clauses: clauses.filter((_one, at) => at !== index) })}
            >
              ✕
            </button>
          </li>`,
      )}
    </ol>
    ${
      last
        ? html`<button type="button" @click=${() => put({ join, clauses: [...clauses, clauseAbout(last)] })}>
            ＋ ${say(language, 'addCondition')}
          </button>`
        : nothing
    }
  `;
}

function clauseEditor(
  clause: Clause,
  before: readonly Field[],
  language: Language,
  put: (next: Clause) => void,
): unknown {
  const field = before.find(({ id }) => id === clause.field);
  const questions = before.map(({ id, label }): readonly [string, string] => [id, textIn(label, language)]);
  const known = field ? questions : [...questions, [clause.field, `${clause.field} ⚠`] as const];
  const operators = (field ? operatorsFor(field) : [clause.operator]).map((operator): readonly [string, string] => [
    operator,
    say(language, `op ${operator}` as PropertyWord),
  ]);
  return html`
    ${choose(
      say(language, 'which'),
      clause.field,
      known,
      (id) => {
        const next = before.find((one) => one.id === id);
        if (next) put(clauseAbout(next));
      },
      { late: true },
    )}
    ${choose(say(language, 'how'), clause.operator, operators, (operator) =>
      put(
        operator === 'answered' || operator === 'unanswered' || !field
          ? { field: clause.field, operator: operator as Operator }
          : {
              ...clauseAbout(field),
              ...(clause.value === undefined ? {} : { value: clause.value }),
              operator: operator as Operator,
            },
      ),
    )}
    ${clause.value === undefined ? nothing : valueEditor(clause, field, language, put)}
  `;
}

function valueEditor(
  clause: Clause,
  field: Field | undefined,
  language: Language,
  put: (next: Clause) => void,
): unknown {
  const label = say(language, 'what');
  if (field?.type === 'choice')
    return choose(
      label,
      String(clause.value),
      field.options.map(({ value, label: name }) => [value, textIn(name, language)] as const),
      (value) => put({ ...clause, value }),
    );
  if (field?.type === 'number')
    return numberInput(label, Number(clause.value), (value) => put({ ...clause, value: value ?? 0 }));
  return textInput(label, String(clause.value), (value) => put({ ...clause, value }));
}
