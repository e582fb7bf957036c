/** What is left of a case that was sent: a slip to print for the applicant. The name is masked, as the next one may see it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { maskName } from '#schemas/taiwan/masking.ts';
import { language, say } from '../layout/language.ts';
import { dateTimeText } from '../text/dates.ts';
import { deskTexts as texts } from './desk-texts.ts';

export interface DeskReceipt {
  readonly service: string;
  readonly applicationNo: string;
  readonly submittedAt: string;
  readonly processingDays: number;
  readonly name?: string;
  /** Office and counter. */
  readonly place: string;
}

export const receiptView = (receipt: DeskReceipt): TemplateResult => html`
  <section class="desk-receipt" aria-labelledby="receipt">
    <h2 id="receipt">${say(texts.receipt)}</h2>
    <dl class="desk-facts">
      ${row(say(texts.number), html`<strong translate="no">${receipt.applicationNo}</strong>`)}
      ${row(say(texts.service), receipt.service)}
      ${receipt.name === undefined ? nothing : row(say(texts.applicant), html`<span translate="no">${maskName(receipt.name)}</span>`)}
      ${row(say(texts.sentAt), dateTimeText(language(), receipt.submittedAt))} ${row(say(texts.place), receipt.place)}
    </dl>
    <p>${say(texts.receiptHint).replace('{n}', String(receipt.processingDays))}</p>
    <p class="no-print">
      <button type="button" class="button button-quiet" @click=${() => window.print()}>${say(texts.print)}</button>
    </p>
  </section>
`;

const row = (name: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
