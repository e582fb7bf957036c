/** The answers once more before they are sent, with the way to change each. Owns their drawing; where they come from is in `check-origin.ts`. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';
import type { VisibleSection } from '#schemas/form/reachable.ts';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import type { EvidenceDocument } from '#schemas/wire/county-api.ts';
import { displayAnswer } from '../fields/display.ts';
import { rowName } from '../fields/group/row-name.ts';
import { clockText } from '../fields/roc-time.ts';
import { commonSource, saidOf, shownAnswer, shownRows } from './check-origin.ts';
import type { Shown } from './check-origin.ts';
import type { FormModel } from './form-model.ts';
import { isFixed } from '../fields/is-fixed.ts';
import { say } from './messages.ts';

export interface CheckPageOptions {
  readonly model: FormModel;
  readonly language: Language;
  readonly evidence: readonly EvidenceDocument[];
  /** Goes to the question; from there the way leads back here. */
  readonly change: (field: string) => void;
}

interface Entry {
  readonly field: Field;
  readonly own: Shown;
  readonly rows?: readonly (readonly Shown[])[];
}

const note = (text: string | undefined) => (text ? html`<span class="source" part="source">${text}</span>` : nothing);

/** `told`: the source that is said above already. */
const answer = (shown: Shown, told: string | undefined, text: string, language: Language) => {
  const { source, remark } = shown;
  return html`<span class=${source ? 'text official' : 'text'} translate="no"
      >${source ? html`<span class="away">${say(language, 'officialValue')}</span>` : nothing}${text}</span
    >${note(source === told ? undefined : source)}${note(remark)}`;
};

const notes = (shown: readonly Shown[], language: Language) => saidOf(shown, language).map(note);

const whoseRow = (field: Field, value: Shown['value'], index: number): string | undefined =>
  field.type === 'group' && Array.isArray(value) ? rowName(field, value[index] as Answers) : undefined;

const rowView = (
  row: readonly Shown[],
  title: string,
  person: string | undefined,
  told: string | undefined,
  language: Language,
) =>
  html`<div class="row">
    <p class="row-title">${title}${person === undefined ? nothing : html`<span translate="no"> ${person}</span>`}</p>
    <dl class="facts">
      ${row.map(
        (shown) =>
          html`<div>
            <dt>${textIn(shown.field.label, language)}</dt>
            <dd>${answer(shown, told, displayAnswer(shown.field, shown.value, language), language)}</dd>
          </div>`,
      )}
    </dl>
    ${notes(row, language)}
  </div>`;

export function checkPage({ model, language, evidence, change }: CheckPageOptions): TemplateResult {
  const { answers } = model;
  const awaited = new Set(model.awaited);
  const documents = (field: Field) =>
    field.type === 'evidence' ? evidence.filter(({ dataset }) => dataset === field.dataset) : undefined;

  const entry = (field: Field): Entry => {
    const value = answers[field.id];
    const rows = shownRows(model, field, value, language);
    const official = rows ? undefined : model.officialOf(field.id);
    return { field, rows, own: shownAnswer(field, value, official, model.claim(field.id), language) };
  };

  const view = ({ field, own, rows }: Entry, told: string | undefined) => {
    const label = textIn(field.label, language);
    const official = model.officialOf(field.id);
    const fixed =
      field.type === 'evidence' || (field.type !== 'group' && isFixed(official) && official.policy === 'locked');
    const files = documents(field);
    const text = files
      ? files.map(({ filename }) => filename).join('\n')
      : awaited.has(field.id)
        ? say(language, 'pending', { time: clockText(model.readyAbout) })
        : displayAnswer(field, own.value, language);
    const title = field.type === 'group' ? textIn(field.rowTitle, language) : '';
    return html`<div class=${rows ? 'answer wide' : 'answer'}>
      <dt>${label}</dt>
      <dd>
        ${
          rows
            ? rows.map((row, index) =>
                rowView(row, `${title} ${index + 1}`, whoseRow(field, own.value, index), told, language),
              )
            : answer(own, told, text, language)
        }${notes([own], language)}
      </dd>
      <dd class="act">
        <button type="button" class="link" @click=${() => change(field.id)}>
          ${say(language, fixed ? 'look' : 'change')}<span class="away">${say(language, 'changeWhat', { label })}</span>
        </button>
      </dd>
    </div>`;
  };

  const sectionView = ({ section, fields }: VisibleSection, titled: boolean) => {
    const entries = fields.filter((field) => documents(field)?.length !== 0).map(entry);
    if (!entries.length) return nothing;
    const told = commonSource(entries.flatMap(({ own, rows }) => (rows ? rows.flat() : [own])));
    return html`<div class="section">
      ${titled ? html`<h4>${textIn(section.title, language)}</h4>` : nothing}
      ${told ? html`<p class="source official" part="source">${told}</p>` : nothing}
      <dl>${entries.map((one) => view(one, told))}</dl>
    </div>`;
  };

  return html`<p class="hint">
      ${model.filledCount ? say(language, 'checkMarked') : nothing}${say(language, 'checkHint')}
    </p>
    ${model.steps.map(
      ({ step, sections }) =>
        html`<div class="step">
          <h3>${textIn(step.title, language)}</h3>
          ${sections.map((section) => sectionView(section, sections.length > 1))}
        </div>`,
    )}`;
}
