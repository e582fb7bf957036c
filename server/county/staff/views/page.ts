/** The frame of the staff's pages: landmarks with `:::` access keys (網站無障礙規範 110.07), skip link, who is signed in. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { rolesOf } from '../../access/may.ts';
import { roleNames, type CountyStaff } from '../session.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface StaffPageOptions {
  readonly title: string;
  readonly body: Html;
  readonly test: boolean;
  readonly staff?: CountyStaff | undefined;
}

/**
 * @param title is the heading as well · `test` puts a banner on top · `staff` absent: nobody is signed in, no sign-out
 */
export const staffPage = ({ title, body, test, staff }: StaffPageOptions): Html =>
  html`${raw('<!doctype html>')}
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}｜機關人員專區</title>
        <link rel="stylesheet" href="/staff/assets/staff.css" />
        <link rel="stylesheet" href="/theme.css" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip-link" href="#main">跳到主要內容</a>
        <header>
          ${test ? html`<p class="test-banner">測試環境：人員與資料皆為虛構</p>` : ''}
          <div class="bar wrap">
            <a class="access-key" id="top" href="#top" accesskey="U" title="上方區塊（快速鍵 U）">:::</a>
            <a class="brand" href="/staff">機關人員專區</a>
            ${staff ? signedIn(staff) : ''}
          </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">
          <a class="access-key" href="#main" accesskey="C" title="主要內容區塊（快速鍵 C）">:::</a>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer class="wrap">
          <a class="access-key" id="bottom" href="#bottom" accesskey="B" title="下方區塊（快速鍵 B）">:::</a>
          <p>只供機關人員處理業務使用，每個動作都會留下紀錄。</p>
        </footer>
      </body>
    </html>`;

const signedIn = (staff: CountyStaff): Html => html`
  <p class="who">
    <strong>${staff.name}</strong>
    <span
      >${rolesOf(staff)
        .map((role) => roleNames[role])
        .join('、')}</span
    >
  </p>
  <form method="post" action="/staff/sign-out">
    ${csrfField(staff)}
    <button class="plain">登出</button>
  </form>
`;

/** The token that `requireStaffCsrf` asks for; belongs into every form that changes something. */
export const csrfField = ({ csrf }: CountyStaff): Html => html`<input type="hidden" name="csrf" value="${csrf}" />`;

/** What is wrong, with links to the fields; takes the focus by its anchor. */
export const errorSummary = (problems: readonly { readonly field?: string; readonly text: string }[]): Html | '' =>
  problems.length
    ? html`<div class="errors" role="alert" tabindex="-1">
        <h2>請檢查以下${problems.length > 1 ? '項目' : '這一項'}</h2>
        <ul>
          ${problems.map(({ field, text }) => html`<li>${field ? html`<a href="#${field}">${text}</a>` : text}</li>`)}
        </ul>
      </div>`
    : '';

/** A choice of a few; the first is proposed unless another is. */
export const select = ({
  id,
  name = id,
  label,
  hint,
  options,
  value,
  optional,
}: {
  readonly id: string;
  /** Where it is not the id. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly value?: string | undefined;
  readonly optional?: boolean;
}): Html =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
    <select
      id="${id}"
      name="${name}"
      ${optional ? '' : html`required`}
      ${hint ? html`aria-describedby="${id}-hint"` : ''}
    >
      ${options.map(
        ([one, text]) => html`<option value="${one}" ${one === value ? html`selected` : ''}>${text}</option>`,
      )}
    </select>
  </div>`;

/**
 * In a region of its own that scrolls and takes the focus, for phones and keyboards. `caption` names it for screen
 * readers.
 */
export const table = (heads: readonly string[], rows: readonly (readonly (Html | string)[])[], caption: string): Html =>
  html`<div class="table" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** What was just done, or what is to be put right. */
export interface Said {
  readonly done?: string | undefined;
  readonly problem?: string | undefined;
}

/** Done as a status, a problem as the error summary; nothing where neither is. */
export const said = ({ done, problem }: Said): Html =>
  html`${done ? html`<p class="notice" role="status">${done}</p>` : ''}${
    problem ? errorSummary([{ text: problem }]) : ''
  }`;

export interface InputOptions {
  readonly id: string;
  /** Where it is not the id. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: string;
  readonly numeric?: boolean;
  readonly maxLength: number;
  /** As typed before; never for secrets. */
  readonly value?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** A text field with its label; hint and error are tied to it by `aria-describedby`. Required unless `optional`. */
export const input = ({ id, name = id, label, hint, type = 'text', error, ...more }: InputOptions): Html => {
  const { autocomplete, numeric, maxLength, value, optional } = more;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : ''}
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      ${optional ? '' : html`required`}
      maxlength="${maxLength}"
      autocomplete="${autocomplete}"
      autocapitalize="off"
      spellcheck="false"
      ${value ? html`value="${value}"` : ''}
      ${numeric ? html`inputmode="numeric"` : ''}
      ${described ? html`aria-describedby="${described}"` : ''}
      ${error ? html`aria-invalid="true"` : ''}
    />
  </div>`;
};
