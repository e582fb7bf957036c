/** 資料: every official value beside what the resident says, each to be copied by itself. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { displayAnswer } from '#components/fields/display.ts';
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { textIn } from '#schemas/text.ts';
import { language, say } from '../layout/language.ts';
import type { OpenCase } from './desk-api.ts';
import { deskTexts as texts } from './desk-texts.ts';

interface Row {
  readonly field: Field;
  /** Absent: there is none, and `source` says why. */
  readonly official?: string;
  readonly source: string;
  /** Where the resident says something else. */
  readonly said?: string;
}

function rowsOf({ view, draft }: OpenCase): readonly Row[] {
  const fields = draft.form.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  return fields.flatMap((field: Field): Row[] => {
    const entry = view.official[field.id];
    const shown = (value: AnswerValue) => displayAnswer(field, value, language());
    if (!entry) {
      const why = view.missing?.[field.id];
      const typed = draft.answers[field.id];
      return why
        ? [{ field, source: say(texts.missing[why]), ...(typed !== undefined && { said: shown(typed) }) }]
        : [];
    }
    const official = shown(entry.value);
    const answer = draft.answers[field.id];
    const claim = draft.claims[field.id]?.text;
    // A group's own rows stand beside official ones; they contradict nothing.
    const other =
      answer !== undefined && field.type !== 'group' && shown(answer) !== official ? shown(answer) : undefined;
    const said = [other, claim].filter((part) => part !== undefined && part !== '').join('／');
    const { datasetName, agency } = entry.provenance;
    return [{ field, official, source: `${datasetName}（${agency}）`, ...(said && { said }) }];
  });
}

export function valuesView(open: OpenCase, copy: (label: string, text: string) => void): TemplateResult {
  return html`<div class="desk-table">
    <table>
      <thead>
        <tr>
          <th scope="col">${say(texts.field)}</th>
          <th scope="col">${say(texts.official)}</th>
          <th scope="col">${say(texts.said)}</th>
          <th scope="col">${say(texts.source)}</th>
        </tr>
      </thead>
      <tbody>
        ${rowsOf(open).map(({ field, official, said, source }) => {
          const label = textIn(field.label, language());
          return html`<tr>
            <th scope="row">${label}</th>
            <td data-label=${say(texts.official)}>
              ${
                official === undefined
                  ? html`<span class="hint">—</span>`
                  : html`<span>${official}</span>
                      <button
                        type="button"
                        class="button button-quiet desk-copy"
                        aria-label=${`${say(texts.copy)} ${label}`}
                        @click=${() => copy(label, official)}
                      >
                        ${say(texts.copy)}
                      </button>`
              }
            </td>
            <td data-label=${say(texts.said)}>
              ${said ? (official === undefined ? said : html`<strong class="desk-differs">${said}</strong>`) : html`<span class="hint">—</span>`}
            </td>
            <td data-label=${say(texts.source)} class="hint">${source || nothing}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
