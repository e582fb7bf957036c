import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { EvidenceField } from '#schemas/form/definition.ts';
import type { EvidenceDocument } from '#schemas/wire/county-api.ts';
import { FieldElement } from '../field-element.ts';
import type { Piece } from '../claim.ts';
import { timeText } from '../roc-time.ts';
import { fieldStyles } from '../../styles/field-styles.ts';
import { evidenceStyles } from './evidence-styles.ts';

/**
 * Documents of a dataset as they were received, to be read only: their name, source, time and digest.
 * @tag mydata-field-evidence
 * @summary Shows documents that were received.
 * @fires input - each edit by the resident
 * @fires change - an edit is complete
 * @fires mydata-claim-changed - the resident says something beside an official value; `detail: { claim, path }`
 * @csspart label - the label or legend
 * @csspart hint - the hint
 * @csspart error - the error message
 * @csspart value - an official value shown as text
 * @csspart source - where an official value comes from
 * @cssstate invalid - there is an error message
 */
export class MydataFieldEvidence extends FieldElement<EvidenceField, never> {
  static override styles = [...fieldStyles, evidenceStyles];
  static override properties = { ...FieldElement.properties, documents: { attribute: false } };

  /** All that were received; those of the field's dataset are shown. */
  declare documents?: readonly EvidenceDocument[];

  override get caption(): string {
    return this.words(this.field.label) ?? '';
  }

  protected override renderQuestion(beside: Piece): TemplateResult {
    const documents = this.documents?.filter(({ dataset }) => dataset === this.field.dataset) ?? [];
    return html`<div role="group" aria-labelledby="l" aria-describedby="h">
      <p id="l" class="label" part="label">${this.caption}</p>
      <p id="h" part="hint">${this.words(this.field.hint)}</p>
      <p id="e" part="error">${this.error}</p>
      ${
        documents.length
          ? html`<ul>
              ${documents.map((document) => this.#renderDocument(document))}
            </ul>`
          : html`<p class="note">${this.say('noEvidence')}</p>`
      }
      ${beside}
    </div>`;
  }
  protected override read(): undefined {
    return undefined;
  }
  protected override write(): void {}

  #renderDocument({ filename, datasetName, agency, issuedAt, digest }: EvidenceDocument): TemplateResult {
    return html`<li class="official">
      <p class="value" part="value">${filename}</p>
      <p class="source" part="source">
        <b class="badge">${this.say('official')}</b> ${this.words(datasetName)}
        ${this.say('source', { agency: this.words(agency)!, time: timeText(issuedAt, this.language) })}
      </p>
      <p class="source">${this.say('digest')} <code>${digest.slice(0, 8)}…${digest.slice(-8)}</code></p>
      <details>
        <summary>${this.say('wholeDigest')}</summary>
        <code class="value">${digest}</code>
      </details>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mydata-field-evidence': MydataFieldEvidence;
  }
}
