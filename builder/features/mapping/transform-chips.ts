/** The transforms of one source as chips, each with what comes out of it for the chosen resident. */
import { html, nothing } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { checkSteps, transforms } from '#schemas/mapping/transforms/index.ts';
import type { Kind } from '#schemas/mapping/kinds.ts';
import type { TransformStep } from '#schemas/mapping/types.ts';
import type { SourceSample } from '#schemas/wire/builder-api.ts';
import { takesAfter } from '../../model/suggest.ts';
import { transformName } from '../../model/transform-names.ts';
import { choose, textInput } from '../properties/controls.ts';
import { words } from './words.ts';

export interface Chips {
  readonly question: Field;
  /** What is picked from the dataset; undefined where the catalogue does not know. */
  readonly kind?: Kind;
  readonly steps: readonly TransformStep[];
  readonly sample?: SourceSample;
  readonly language: Language;
  readonly changed: (steps: readonly TransformStep[]) => void;
}

/** As one line; lists and parts are short. */
export function sampleText(value: unknown, language: Language): string {
  if (value === undefined || value === null) return words(language, 'noValue');
  const text = plainText(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function plainText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? value.map(plainText).join('、') : Object.values(value).map(plainText).join(' ');
}

export function transformChips(chips: Chips): unknown {
  const { steps, sample, language, changed, kind } = chips;
  const replace = (index: number, step: TransformStep): void =>
    changed(steps.map((one, at) => (at === index ? step : one)));
  return html`<ol class="chips">
      ${sample ? html`<li><output>${sampleText(sample.found, language)}</output></li>` : nothing}
      ${steps.map((step, index) => {
        const name = textIn(transformName(step.use), language);
        const after = sample?.after[index];
        return html`<li>
          <span class="chip"
            >${name}
            ${
              index
                ? html`<button
                    type="button"
                    aria-label=${words(language, 'earlier', { name })}
                    @click=${() => changed(swapped(steps, index))}
                  >
                    ←
                  </button>`
                : nothing
            }<button
              type="button"
              aria-label=${words(language, 'removeTransform', { name })}
              @click=${() => changed(steps.filter((_one, at) => at !== index))}
            >
              ✕
            </button></span
          >
          ${parameters(chips, step, (next) => replace(index, next))}
          ${
            sample && sample.found !== undefined
              ? html`<output
                  >${
                    after?.value === undefined
                      ? `⚠ ${words(language, 'unreadable')}`
                      : sampleText(after.value, language)
                  }</output
                >`
              : nothing
          }
        </li>`;
      })}
    </ol>
    ${kind ? adder(chips, kind) : nothing}`;
}

const swapped = (steps: readonly TransformStep[], index: number): readonly TransformStep[] => {
  const next = [...steps];
  const [one] = next.splice(index, 1);
  if (one) next.splice(index - 1, 0, one);
  return next;
};

/** Only what can follow, and what the question then takes or another transform can still read. */
function adder({ question, steps, language, changed }: Chips, kind: Kind): unknown {
  const now = checkSteps(kind, steps);
  if ('code' in now) return nothing;
  const offered = [...transforms.values()].filter(({ to, name, parameters: given }) => {
    const table = Object.keys(given).includes('table');
    return to(now.kind) && takesAfter(question, kind, [...steps, { use: name, ...(table ? { table: {} } : {}) }]);
  });
  if (!offered.length) return nothing;
  return choose(
    words(language, 'addTransform'),
    '',
    [['', '＋'], ...offered.map(({ name }) => [name, textIn(transformName(name), language)] as const)],
    (use) => {
      if (use) changed([...steps, use === 'code-to-label' ? { use, table: tableFor(question) } : { use }]);
    },
    { late: true },
  );
}

/** Its own options, each standing for itself, to be corrected. */
const tableFor = (question: Field): Readonly<Record<string, string>> =>
  question.type === 'choice' ? Object.fromEntries(question.options.map(({ value }) => [value, value])) : { A: 'A' };

function parameters({ language }: Chips, step: TransformStep, put: (step: TransformStep) => void): unknown {
  switch (step.use) {
    case 'join':
      return textInput(words(language, 'joinWith'), String(step['with'] ?? '、'), (text) =>
        put({ ...step, with: text }),
      );
    case 'roc-date-text':
      return choose(
        words(language, 'style'),
        String(step['style'] ?? 'words'),
        (['words', 'slashes', 'digits'] as const).map((style) => [style, words(language, style)] as const),
        (style) => put({ ...step, style }),
      );
    case 'code-to-label': {
      const table = (step['table'] ?? {}) as Readonly<Record<string, string>>;
      const keep = (next: Readonly<Record<string, string>>): void => put({ ...step, table: next });
      return html`<details>
        <summary>${words(language, 'table')}</summary>
        ${Object.entries(table).map(([code, label]) =>
          textInput(words(language, 'label', { code }), label, (text) => keep({ ...table, [code]: text })),
        )}
        <label class="control"
          ><span>${words(language, 'addCode')}</span>
          <input
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              const code = input.value.trim();
              if (code && !Object.hasOwn(table, code)) keep({ ...table, [code]: code });
              input.value = '';
            }}
        /></label>
      </details>`;
    }
    default:
      return nothing;
  }
}
