import { html, nothing } from 'lit';
import type { AskedDataset } from '#schemas/wire/county-api.ts';
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import { consentMessages } from './messages.ts';

/** A list of up to this many items stands open; a longer one can be opened. */
const openUpTo = 6;

/** What of one dataset is asked: its agency, the paper it replaces, and item by item the question that it fills. */
export function datasetView(dataset: AskedDataset, language: Language, name: unknown) {
  const say = consentMessages[language];
  const { fields, minutes, parameters } = dataset;
  return html`
    ${name}
    <p class="about">
      <span>${say.from(textIn(dataset.agency, language))}</span>
      ${dataset.replaces ? html`<span>${say.replaces(textIn(dataset.replaces, language))}</span>` : nothing}
      ${minutes ? html`<b>${say.slow(minutes)}</b>` : nothing}
      ${
        parameters.length
          ? html`<span>${say.willAsk(parameters.map((one) => textIn(one, language)).join(say.comma))}</span>`
          : nothing
      }
      ${dataset.specialCategory ? html`<strong>${say.special}</strong>` : nothing}
    </p>
    <details ?open=${fields.length <= openUpTo}>
      <summary>${say.items(fields.length)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${say.item}</th>
            <th scope="col">${say.fills}</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            ({ label, fills }) =>
              html`<tr>
                <th scope="row">${textIn(label, language)}</th>
                <td>${fills.map((fill) => textIn(fill, language)).join(say.comma)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  `;
}
