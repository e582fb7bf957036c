/** One question of a form: label, hint, what is wrong with it, and input together. */
import { html } from 'hono/html';
import type { DateParts } from '#schemas/taiwan/read-date.ts';
import type { FieldError } from '#server/http/typed-fields.ts';
import type { Html } from './page.ts';

export interface InputOptions {
  readonly id: string;
  /** Absent: the value is for the page's script only and is never sent. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly numeric?: boolean;
  /** Never so short that a pasted text with its marks would lose its end. */
  readonly maxLength?: number;
  readonly width?: 'short' | 'medium';
  /** As typed before; never for secrets. */
  readonly value?: string;
  /** What is wrong with the fields of this form; its own is found by `id`. */
  readonly errors?: readonly FieldError[];
}

/** Of the register's findings, those that belong to a field. */
export const fieldErrors = (
  findings: readonly { readonly field?: string; readonly text: string }[],
): readonly FieldError[] => findings.flatMap(({ field, text }) => (field ? [{ field, text }] : []));

const errorOf = (errors: readonly FieldError[] | undefined, id: string): string | undefined =>
  errors?.find(({ field }) => field === id)?.text;

/**
 * One line of text; always `required`, never filled in by the browser. Its error is the one of `errors` whose field is
 * `id`.
 */
export const input = ({
  id,
  name,
  label,
  hint,
  type = 'text',
  numeric,
  maxLength = 80,
  width = 'medium',
  value,
  errors,
}: InputOptions): Html => {
  const error = errorOf(errors, id);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return html`
    <div class="field ${error ? 'wrong' : ''}">
      <label for="${id}">${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
      ${error ? html`<p class="error" id="${id}-error">${error}</p>` : ''}
      <input
        class="${width}"
        id="${id}"
        ${name ? html`name="${name}"` : ''}
        type="${type}"
        required
        ${value ? html`value="${value}"` : ''}
        maxlength="${maxLength}"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        ${numeric ? html`inputmode="numeric"` : ''}
        ${error ? html`aria-invalid="true"` : ''}
        ${described ? html`aria-describedby="${described}"` : ''}
      />
    </div>
  `;
};

export interface DateInputOptions {
  /** The boxes are called `{name}Year`, `{name}Month`, `{name}Day`; ids are the same. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** As typed before. */
  readonly value?: DateParts;
  readonly errors?: readonly FieldError[];
  readonly optional?: boolean;
  /** Of the person in front of the page: browsers fill it in. */
  readonly ownBirthday?: boolean;
  /** Whether a day before the Republic can occur. */
  readonly beforeRepublic?: boolean;
}

/** The script that spreads a whole date over the boxes; without it the server does. */
export const dateScript = 'date-boxes.js';

const boxes = [
  ['Year', 'year', '年（民國）'],
  ['Month', 'month', '月'],
  ['Day', 'day', '日'],
] as const;

/** For a search, which asks more than one. */
export const dayHint = '例如民國 115 年 9 月 21 日。';

/** A day in three boxes: the one way in which pages ask a date. No box is `required`: a whole date may stand in one of them. */
export const dateInput = ({
  name,
  label,
  hint = '例如民國 75 年 9 月 21 日。年份也可以填西元；整個日期可以直接貼上。',
  value,
  errors,
  optional,
  ownBirthday,
  beforeRepublic,
}: DateInputOptions): Html => {
  const wrong = errors?.filter(({ field }) => field === name || boxes.some(([part]) => field === name + part)) ?? [];
  const era = beforeRepublic || value?.before;
  return html`
    <fieldset
      class="date field ${wrong.length ? 'wrong' : ''}"
      id="${name}"
      data-date="${ownBirthday ? 'birthday' : 'day'}"
      aria-describedby="${name}-hint${wrong.length ? ` ${name}-error` : ''}"
    >
      <legend>${label}${optional ? html`<span class="optional">（選填）</span>` : ''}</legend>
      <p class="hint" id="${name}-hint">${hint}</p>
      ${wrong.length ? html`<p class="error" id="${name}-error">${wrong.map(({ text }) => text).join(' ')}</p>` : ''}
      <div class="date-boxes">
        ${
          era
            ? html`<span
                ><label for="${name}Era">紀年</label
                ><select id="${name}Era" name="${name}Era">
                  <option value="">民國</option>
                  <option value="-" ${value?.before ? html`selected` : ''}>民國前</option>
                </select></span
              >`
            : ''
        }
        ${boxes.map(
          ([part, key, caption]) =>
            html`<span
              ><label for="${name}${part}">${caption}</label
              ><input
                class="${key}"
                id="${name}${part}"
                name="${name}${part}"
                type="text"
                inputmode="numeric"
                autocomplete="${ownBirthday ? `bday-${key}` : 'off'}"
                ${optional ? '' : html`aria-required="true"`}
                ${value?.[key] ? html`value="${value[key]}"` : ''}
                ${errorOf(errors, name + part) ? html`aria-invalid="true" aria-describedby="${name}-error"` : ''}
            /></span>`,
        )}
      </div>
    </fieldset>
  `;
};
