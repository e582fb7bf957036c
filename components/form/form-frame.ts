/** What stands around the questions: messages, buttons, the page after submission. Templates only, nothing is decided here. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { textIn } from '#schemas/text.ts';
import type { Language, Text } from '#schemas/text.ts';
import type { SubmitResult } from '#schemas/wire/county-api.ts';
import type { CountyError } from '../controllers/county-error.ts';
import { clockText, timeText } from '../fields/roc-time.ts';
import type { DraftSession } from './draft-session.ts';
import type { FormModel } from './form-model.ts';
import { say } from './messages.ts';
import type { formMessages } from './messages.ts';

/** A sentence for the resident above the page: what failed (`alert`), or what became of something. */
export interface Notice {
  readonly text: string;
  readonly alert: boolean;
}

export interface Press {
  readonly key: keyof typeof formMessages;
  /** Without it the form is submitted. */
  readonly act?: () => unknown;
  /** The way on. */
  readonly main?: boolean;
}

export const buttons = (presses: readonly (Press | undefined)[], busy: boolean, language: Language): TemplateResult =>
  html`<div class="acts">
    ${presses.map((press) =>
      press
        ? html`<button
            type=${press.act ? 'button' : 'submit'}
            part="button"
            class=${press.main ? 'main' : ''}
            aria-disabled=${busy}
            @click=${press.act ?? nothing}
          >
            ${say(language, press.key)}
          </button>`
        : nothing,
    )}
  </div>`;

export const failureView = (failure: CountyError, retry: () => void, language: Language): TemplateResult =>
  html`<div class="page" role="alert">
    <p>${failure.text ? textIn(failure.text, language) : say(language, 'loadFailed')}</p>
    ${buttons([{ key: 'retry', act: retry, main: true }], false, language)}
  </div>`;

/** The draft is another one now, or there is none: what happened, and the two ways on. */
export function conflictView(
  refusal: CountyError | undefined,
  reload: (keep: boolean) => void,
  busy: boolean,
  language: Language,
): TemplateResult {
  const gone = refusal?.code === 'draft-gone';
  return html`<div class="alert" role="alert">
    <p>
      ${refusal?.text && refusal.code !== 'draft-conflict' ? textIn(refusal.text, language) : say(language, 'conflict')}
    </p>
    ${buttons(
      [
        { key: gone ? 'keepAll' : 'keepMine', act: () => reload(true), main: true },
        { key: gone ? 'startOver' : 'takeTheirs', act: () => reload(false) },
      ],
      busy,
      language,
    )}
  </div>`;
}

/** What failed, and what became of something: both always there, so that they are heard when they are filled. */
export function noticeView(notice: Notice | undefined, session: DraftSession | undefined, language: Language) {
  const trouble = notice?.alert ? notice.text : savingTrouble(session, language);
  const news = notice?.alert ? undefined : notice?.text;
  return html`<p class="alert" role="alert">${trouble}</p>
    <p class="banner" role="status">${news}</p>`;
}

function savingTrouble(session: DraftSession | undefined, language: Language): string | undefined {
  const retrying = session?.saveState === 'retrying';
  if (!retrying && (!session?.refusal || session.conflicted)) return undefined;
  const { text } = (retrying ? session.delay : session?.refusal) ?? {};
  return text ? textIn(text, language) : say(language, 'notSaved');
}

/** How many questions MyData filled in, or that it still will; on the check page only what is waited for. */
export function mydataBanner(
  model: FormModel,
  checking: boolean,
  session: DraftSession | undefined,
  language: Language,
) {
  const { awaited, filledCount: count } = model;
  if (session?.waiting && (!checking || awaited.length)) {
    const { status, readyAbout, until, waitsFor = [] } = session.draft!.transfer;
    const list = (names: readonly Text[]) =>
      names.map((name) => textIn(name, language)).join(language === 'en' ? ', ' : '、');
    const names = list(waitsFor.map(({ name }) => name));
    return html`<p class="banner" role="status">
        ${
          status === 'preparing'
            ? say(language, 'preparing', { names, time: clockText(readyAbout), until: clockText(until) })
            : say(language, 'fetching')
        }
      </p>
      ${
        checking
          ? html`<p>
              ${say(language, 'awaited', { labels: list(awaited.map((id) => model.places.get(id)!.field.label)) })}
            </p>`
          : nothing
      }`;
  }
  if (!count || checking) return nothing;
  const until = session?.draft?.officialUntil;
  const filled = say(language, 'filled', { n: count });
  return html`<p class="banner">
    ${filled}${until ? say(language, 'filledUntil', { time: timeText(until, language) }) : nothing}
  </p>`;
}

export function savedLine(session: DraftSession | undefined, language: Language): TemplateResult {
  const { saveState, savedAt, keptUntil } = session ?? {};
  const known = savedAt && saveState !== 'retrying' && saveState !== 'refused';
  return html`<p class="saved">
    ${
      saveState === 'saving'
        ? say(language, 'saving')
        : known
          ? html`${say(language, 'saved', { time: clockText(savedAt) })}${
              keptUntil ? say(language, 'keptUntil', { time: timeText(keptUntil, language) }) : nothing
            }`
          : nothing
    }
  </p>`;
}

export const donePage = ({ applicationNo, processingDays }: SubmitResult, language: Language): TemplateResult =>
  html`<div class="page">
    <h2 id="title" tabindex="-1">${say(language, 'doneTitle')}</h2>
    <dl>
      <div class="answer">
        <dt>${say(language, 'applicationNo')}</dt>
        <dd><strong translate="no">${applicationNo}</strong></dd>
      </div>
    </dl>
    <p>${say(language, 'doneHint', { n: processingDays })}</p>
  </div>`;
