import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { say } from '../layout/language.ts';
import type { Text } from '#schemas/text.ts';
import type { InquiryField } from './inquiry.ts';
import { progressTexts as texts } from './progress-texts.ts';

export const errorSummaryId = 'inquiry-errors';

export type InquiryErrors = readonly { readonly field: InquiryField; readonly message: Text }[];

interface Question {
  readonly field: InquiryField;
  readonly hint: Text;
  readonly value: string;
  readonly maxLength: number;
}

function question({ field, hint, value, maxLength }: Question, errors: InquiryErrors): TemplateResult {
  const error = errors.find((entry) => entry.field === field);
  return html`<div class="field ${error ? 'field-wrong' : ''}">
    <label for=${field}>${say(texts[field])}</label>
    <p class="hint" id="${field}-hint">${say(hint)}</p>
    ${error ? html`<p class="field-error" id="${field}-error">${say(error.message)}</p>` : nothing}
    <input
      id=${field}
      name=${field}
      type="text"
      required
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      maxlength=${maxLength}
      .value=${value}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${error ? `${field}-error ${field}-hint` : `${field}-hint`}
    />
  </div>`;
}

const summary = (errors: InquiryErrors): TemplateResult =>
  html`<div class="notice notice-error" id=${errorSummaryId} role="alert" tabindex="-1">
    <div class="notice-body">
      <h2>${say(texts.errors)}</h2>
      <ul>
        ${errors.map(({ field, message }) => html`<li><a href="#${field}">${say(message)}</a></li>`)}
      </ul>
    </div>
  </div>`;

export interface ProgressFormOptions {
  readonly applicationNo: string;
  readonly errors: InquiryErrors;
  readonly busy: boolean;
  readonly onSubmit: (typed: { applicationNo: string; nationalId: string }) => void;
}

export function progressForm({ applicationNo, errors, busy, onSubmit }: ProgressFormOptions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    onSubmit({ applicationNo: String(data.get('applicationNo')), nationalId: String(data.get('nationalId')) });
  };
  return html`
    ${errors.length > 0 ? summary(errors) : nothing}
    <form class="sheet inquiry" novalidate @submit=${submit}>
      ${question({ field: 'applicationNo', hint: texts.applicationNoHint, value: applicationNo, maxLength: 80 }, errors)}
      ${question({ field: 'nationalId', hint: texts.nationalIdHint, value: '', maxLength: 80 }, errors)}
      <button type="submit" class="button" aria-disabled=${String(busy)}>
        ${say(busy ? texts.looking : texts.look)}
      </button>
    </form>
  `;
}
