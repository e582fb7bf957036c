/** Questions of the console's forms: label, hint, mistake and input together; what was typed stays. */
import { html } from 'hono/html';
import type { Html } from '../../site/views/page.ts';

interface Question {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value?: string;
  readonly required?: boolean;
}

export interface TextQuestion extends Question {
  readonly type?: 'text' | 'password' | 'date' | 'datetime-local' | 'file';
  readonly autocomplete?: string;
  readonly numeric?: boolean;
  readonly maxLength?: number;
  readonly width?: 'short' | 'medium';
  /** For files, e.g. `application/pdf`. */
  readonly accept?: string;
}

const labelled = ({ name, label, hint, error, required = true }: Question, control: Html): Html => html`
  <div class="field ${error ? 'wrong' : ''}">
    <label for="${name}">${label}${required ? '' : html`<span class="optional">（可不填）</span>`}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''} ${control}
  </div>
`;

const described = ({ name, hint, error }: Question): Html => {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(error ? [`${name}-error`] : [])].join(' ');
  return html`${ids ? html`aria-describedby="${ids}"` : ''} ${error ? html`aria-invalid="true"` : ''}`;
};

/** `name` is the id as well, so an error summary can lead to it. A password's value is never written back. */
export const textField = (question: TextQuestion): Html => {
  const { name, type = 'text', value, required = true, autocomplete = 'off', numeric, maxLength, accept } = question;
  return labelled(
    question,
    html`<input
      class="${question.width ?? 'medium'}"
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      autocapitalize="none"
      spellcheck="false"
      ${required ? html`required` : ''}
      ${value !== undefined && type !== 'password' ? html`value="${value}"` : ''}
      ${maxLength ? html`maxlength="${maxLength}"` : ''}
      ${numeric ? html`inputmode="numeric"` : ''}
      ${accept ? html`accept="${accept}"` : ''}
      ${described(question)}
    />`,
  );
};

/** 1,000 characters and 3 rows where nothing else is said. */
export const areaField = (question: Question & { readonly rows?: number; readonly maxLength?: number }): Html => {
  const { name, value = '', rows = 3, maxLength = 1000, required = true } = question;
  return labelled(
    question,
    html`<textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      maxlength="${maxLength}"
      ${required ? html`required` : ''}
      ${described(question)}
    >
${value}</textarea>`,
  );
};

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A value that is none of the choices leaves the first one chosen. */
export const selectField = (question: Question & { readonly choices: readonly Choice[] }): Html => {
  const { name, value, choices, required = true } = question;
  return labelled(
    question,
    html`<select id="${name}" name="${name}" ${required ? html`required` : ''} ${described(question)}>
      ${choices.map(
        (choice) =>
          html`<option value="${choice.value}" ${choice.value === value ? html`selected` : ''}>${choice.text}</option>`,
      )}
    </select>`,
  );
};

/** For every form of the console: without it, 403 `csrf`. */
export const csrfField = ({ csrf }: { readonly csrf: string }): Html =>
  html`<input type="hidden" name="csrf" value="${csrf}" />`;
