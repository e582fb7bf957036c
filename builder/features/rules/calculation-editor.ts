/** 「自動計算」 as a sentence of choices; for the settings of number and text questions. */
import { html, nothing } from 'lit';
import type { Calculation, Field } from '#schemas/form/definition.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { conditionEditor } from '../properties/condition-editor.ts';
import { choose, numberInput, textInput } from '../properties/controls.ts';
import {
  datesAmong,
  formulaOf,
  listsAmong,
  numbersAmong,
  readFormula,
  summable,
  writeFormula,
  type Formula,
  type FormulaKind,
  type Operand,
} from './formula.ts';
import { rule, type RuleWord } from './words.ts';

export interface CalculationEditor {
  readonly field: Extract<Field, { type: 'number' | 'text' }>;
  /** Questions that it may speak of. */
  readonly before: readonly Field[];
  readonly language: Language;
  readonly changed: (calculate: Calculation | undefined) => void;
}

const names: { readonly [kind in FormulaKind]: RuleWord } = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided',
  sum: 'sum',
  count: 'count',
  years: 'years',
  if: 'if',
};
const kinds = Object.keys(names) as FormulaKind[];
const fixed = '#';

type Choices = readonly (readonly [string, string])[];

export function calculationEditor(editor: CalculationEditor): unknown {
  const { field, before, language, changed } = editor;
  const { calculate, type } = field;
  const formula = calculate === undefined ? undefined : readFormula(calculate);
  const possible = kinds.filter((kind) => formula?.kind === kind || formulaOf(kind, before, type));
  return html`<fieldset class="rule">
    <legend>${rule(language, 'calculate')}</legend>
    ${
      calculate === undefined && !possible.length
        ? html`<p class="note">${rule(language, 'noOperand')}</p>`
        : choose(
            rule(language, 'how'),
            formula?.kind ?? (calculate === undefined ? '' : fixed),
            [
              ['', rule(language, 'typed')],
              ...(calculate !== undefined && !formula ? [[fixed, '…'] as const] : []),
              ...possible.map((kind) => [kind, rule(language, names[kind])] as const),
            ],
            (kind) => {
              const next = kind ? formulaOf(kind as FormulaKind, before, type) : undefined;
              if (!kind || next) changed(next && writeFormula(next));
            },
          )
    }
    ${calculate !== undefined && !formula ? html`<p class="note">${rule(language, 'byHand')}</p>` : nothing}
    ${formula ? parts(formula, editor, (next) => changed(writeFormula(next))) : nothing}
    ${calculate === undefined ? nothing : html`<p class="note">${rule(language, 'calculated')}</p>`}
  </fieldset>`;
}

const named = (fields: readonly Field[], language: Language): Choices =>
  fields.map(({ id, label }) => [id, textIn(label, language)] as const);

function parts(formula: Formula, editor: CalculationEditor, put: (next: Formula) => void): unknown {
  const { before, language, field } = editor;
  switch (formula.kind) {
    case 'sum':
      return choose(
        rule(language, 'column'),
        `${formula.group}.${formula.inner}`,
        summable(before).map(({ group, inner }) => [
          `${group.id}.${inner.id}`,
          `${textIn(group.label, language)}・${textIn(inner.label, language)}`,
        ]),
        (value) => {
          const [group = '', inner = ''] = value.split('.');
          put({ kind: 'sum', group, inner });
        },
      );
    case 'count':
      return choose(rule(language, 'rows'), formula.field, named(listsAmong(before), language), (one) =>
        put({ kind: 'count', field: one }),
      );
    case 'years': {
      const dates = named(datesAmong(before), language);
      const to = 'field' in formula.to ? formula.to.field : 'today';
      return html`${choose(rule(language, 'from'), formula.from, dates, (from) => put({ ...formula, from }))}
      ${choose(rule(language, 'to'), to, [['today', rule(language, 'today')], ...dates], (one) =>
        put({ ...formula, to: one === 'today' ? { value: 'today' } : { field: one } }),
      )}`;
    }
    case 'if':
      return html`${conditionEditor({
        condition: formula.when,
        before,
        language,
        changed: (when) => when && put({ ...formula, when }),
        words: { legend: rule(language, 'when'), only: rule(language, 'when') },
      })}
      ${value(rule(language, 'then'), formula.then, field.type, language, (then) => put({ ...formula, then }))}
      ${value(rule(language, 'otherwise'), formula.otherwise, field.type, language, (otherwise) =>
        put({ ...formula, otherwise }),
      )}`;
    default:
      return operands(formula, before, language, put);
  }
}

function value(
  label: string,
  operand: Operand,
  type: 'number' | 'text',
  language: Language,
  put: (next: Operand) => void,
): unknown {
  if ('field' in operand) return html`<p class="note">${label}：${operand.field}</p>`;
  return type === 'number'
    ? numberInput(label, Number(operand.value), (number) => put({ value: number ?? 0 }))
    : textInput(label, String(operand.value), (text) => put({ value: text }), { lang: language });
}

function operands(
  formula: Extract<Formula, { operands: unknown }>,
  before: readonly Field[],
  language: Language,
  put: (next: Formula) => void,
): unknown {
  const choices: Choices = [...named(numbersAmong(before), language), [fixed, rule(language, 'fixed')]];
  const set = (index: number, operand: Operand | undefined): void =>
    put({
      ...formula,
      operands: formula.operands.flatMap((one, at) => (at === index ? (operand ?? []) : one)),
    });
  return html`<ol class="clauses">
      ${formula.operands.map(
        (operand, index) =>
          html`<li>
            ${choose(
              rule(language, 'operand', { n: index + 1 }),
              'field' in operand ? operand.field : fixed,
              choices,
              (one) => set(index, one === fixed ? { value: 1 } : { field: one }),
            )}
            ${
              'value' in operand
                ? numberInput(rule(language, 'fixed'), Number(operand.value), (number) =>
                    set(index, { value: number ?? 0 }),
                  )
                : nothing
            }
            ${
              formula.operands.length > 2
                ? html`<button
                    type="button"
                    class="quiet"
                    aria-label=${rule(language, 'removeOperand', { n: index + 1 })}
                    @click=${() => set(index, undefined)}
                  >
                    ✕
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ol>
    <button type="button" @click=${() => put({ ...formula, operands: [...formula.operands, { value: 1 }] })}>
      ＋ ${rule(language, 'addOperand')}
    </button>`;
}
