/** The dialog that a new form begins with: from nothing, as a copy, or from a file. */
import { html, nothing } from 'lit';
import type { BuilderStaff, FileRead, FormSummary } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { formsWords as say } from './forms-words.ts';

export type Begin =
  | { readonly what: 'new' }
  | { readonly what: 'copy'; readonly of: FormSummary }
  | ({ readonly what: 'file' } & FileRead);

/** Why something was refused; `lines`: what is wrong with a file, line by line. */
export interface Problem {
  readonly error?: string | undefined;
  readonly lines: readonly string[];
}

export interface BeginParts {
  /** Where this person designs forms. */
  readonly offices: BuilderStaff['offices'];
  readonly problem: Problem;
  create(event: SubmitEvent): void;
  cancel(): void;
  closed(): void;
}

export function beginDialog(begin: Begin | undefined, language: Language, parts: BeginParts): unknown {
  return html`<dialog aria-labelledby="begin" @close=${() => parts.closed()}>
    ${begin ? beginForm(begin, language, parts) : nothing}
  </dialog>`;
}

function beginForm(begin: Begin, language: Language, { offices, problem, create, cancel }: BeginParts): unknown {
  return html`<form @submit=${create}>
    <h2 id="begin">${titleOf(begin, language)}</h2>
    ${problemView(problem)} ${begin.what === 'file' ? fileRead(begin, language) : names(language)}
    ${officeField(offices, language)}
    <label
      >${say(language, 'id')}<input
        name="id"
        required
        maxlength="60"
        pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="id-hint"
        .value=${offeredId(begin)}
    /></label>
    <p id="id-hint">${say(language, 'idHint')}</p>
    <div class="foot">
      <button type="button" class="quiet" @click=${cancel}>${say(language, 'cancel')}</button>
      <button class="main">${say(language, 'create')}</button>
    </div>
  </form>`;
}

const titleOf = (begin: Begin, language: Language): string =>
  begin.what === 'copy'
    ? say(language, 'copyOf', { name: textIn(begin.of.name, language) })
    : say(language, begin.what === 'file' ? 'import' : 'new');

const offeredId = (begin: Begin): string =>
  begin.what === 'copy' ? `${begin.of.id}-copy` : begin.what === 'file' ? begin.document.service.id : '';

/** What the file brings, and what was renamed in it. */
const fileRead = ({ document, renamed }: FileRead, language: Language): unknown =>
  html`<p>${textIn(document.service.name, language)}</p>
    ${
      renamed
        ? html`<p>${say(language, 'renamed')}</p>
            <ul>
              ${renamed.map((one) => html`<li>${textIn(one, language)}</li>`)}
            </ul>`
        : nothing
    }`;

const names = (language: Language): unknown =>
  html`<label>${say(language, 'name')}<input name="name" lang="zh-Hant" required maxlength="100" /></label>
    <label>${say(language, 'nameEn')}<input name="en" lang="en" maxlength="200" /></label>`;

/** Asked only where there is a choice. */
function officeField(offices: BuilderStaff['offices'], language: Language): unknown {
  if (offices.length < 2) return nothing;
  return html`<label
    >${say(language, 'officeOf')}<select name="office" required>
      ${offices.map(({ id, name }) => html`<option value=${id}>${textIn(name, language)}</option>`)}
    </select></label
  >`;
}

export function problemView({ error, lines }: Problem): unknown {
  if (error === undefined) return nothing;
  return html`<div class="error" role="alert">
    <p class="error">${error}</p>
    ${
      lines.length
        ? html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}
