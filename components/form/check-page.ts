/** The answers once more before they are sent: each with where it comes from, and the way to change it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AnswerValue, Answers, Field, GroupField } from '../../schemas/form/definition.ts';
import { visibleInnerFields } from '../../schemas/form/reachable.ts';
import type { OfficialValue } from '../../schemas/mapping/types.ts';
import type { Language } from '../../schemas/text.ts';
import { textIn } from '../../schemas/text.ts';
import type { Claims, EvidenceDocument } from '../../schemas/wire/county-api.ts';
import { displayAnswer } from '../fields/display.ts';
import { officialInRow } from '../fields/group/official-in-row.ts';
import { rowPath } from '../fields/group/row-path.ts';
import { isChanged } from '../fields/official-state.ts';
import { timeText } from '../fields/roc-time.ts';
import type { FormModel } from './form-model.ts';
import { isFixed } from './is-fixed.ts';
import { say } from './messages.ts';

/** Where an answer comes from, in words. */
export function sourceText(
  field: Field,
  value: AnswerValue | undefined,
  official: OfficialValue | undefined,
  language: Language,
): string | undefined {
  if (official?.policy === 'compare' && value !== undefined)
    return say(language, 'compared', { agency: official.provenance.agency });
  if (official?.value === undefined) return value === undefined ? undefined : say(language, 'fromYou');
  if (isChanged(official, value))
    return say(language, 'changedBy', { value: displayAnswer(field, official.value, language) });
  const { agency, issuedAt } = official.provenance;
  return say(language, 'fromMydata', { agency, time: timeText(issuedAt, language) });
}

const mark = (
  field: Field,
  value: AnswerValue | undefined,
  official: OfficialValue | undefined,
  claim: Claims[string],
  language: Language,
) => {
  const source = sourceText(field, value, official, language);
  const own = official?.value === undefined || isChanged(official, value);
  return html`${source ? html`<span class=${own ? 'source' : 'source official'} part="source">${source}</span>` : nothing}
  ${
    claim?.text
      ? html`<span class="source"
          >${say(language, claim.kind === 'wrong' ? 'wrong' : 'reason', { text: claim.text })}</span
        >`
      : nothing
  }`;
};

const rowsView = (model: FormModel, group: GroupField, rows: readonly Answers[], language: Language) => {
  const official = model.officialOf(group.id);
  return rows.map(
    (row, index) =>
      html`<div class="row">
        <p class="row-title">${textIn(group.rowTitle, language)} ${index + 1}</p>
        <dl>
          ${visibleInnerFields(group, row).map((field) => {
            const inner =
              official && index < model.officialRowsOf(group.id) ? officialInRow(official, field, index) : undefined;
            return html`<div>
              <dt>${textIn(field.label, language)}</dt>
              <dd>
                ${displayAnswer(field, row[field.id], language)}
                ${mark(field, row[field.id], inner, model.claim(rowPath(group.id, index, field.id)), language)}
              </dd>
            </div>`;
          })}
        </dl>
      </div>`,
  );
};

export interface CheckPageOptions {
  readonly model: FormModel;
  readonly language: Language;
  readonly evidence: readonly EvidenceDocument[];
  /** Goes to the question; from there the way leads back here. */
  readonly change: (field: string) => void;
}

export function checkPage({ model, language, evidence, change }: CheckPageOptions): TemplateResult {
  const { answers } = model;
  const documents = (dataset: string) => evidence.filter((document) => document.dataset === dataset);
  const row = (field: Field) => {
    const value = answers[field.id];
    const official = model.officialOf(field.id);
    const label = textIn(field.label, language);
    const fixed =
      field.type === 'evidence' || (field.type !== 'group' && isFixed(official) && official.policy === 'locked');
    const word = say(language, fixed ? 'look' : 'change');
    return html`<div class="answer">
      <dt>${label}</dt>
      <dd>
        ${
          field.type === 'group' && Array.isArray(value)
            ? rowsView(model, field, value as readonly Answers[], language)
            : html`<span class="text"
                  >${
                    field.type === 'evidence'
                      ? documents(field.dataset)
                          .map(({ filename }) => filename)
                          .join('\n')
                      : displayAnswer(field, value, language)
                  }</span
                >
                ${mark(field, value, official, model.claim(field.id), language)}`
        }
      </dd>
      <dd class="act">
        <button type="button" class="link" @click=${() => change(field.id)}>
          ${word}<span class="away">${say(language, 'changeWhat', { label })}</span>
        </button>
      </dd>
    </div>`;
  };
  return html`<p class="hint">${say(language, 'checkHint')}</p>
    ${model.steps.map(
      ({ step, sections }) =>
        html`<div class="step">
          <h3>${textIn(step.title, language)}</h3>
          ${sections.map(({ section, fields }) => {
            const asked = fields.filter((field) => field.type !== 'evidence' || documents(field.dataset).length);
            return asked.length
              ? html`<div class="section">
                  ${sections.length > 1 ? html`<h4>${textIn(section.title, language)}</h4>` : nothing}
                  <dl>${asked.map(row)}</dl>
                </div>`
              : nothing;
          })}
        </div>`,
    )}`;
}
