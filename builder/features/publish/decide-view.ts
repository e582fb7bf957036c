/** Where the work stands and what this person can do about it: send, withdraw, go to the review, publish. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CheckResult } from '#schemas/publish/task.ts';
import type { DraftOfForm } from '#schemas/wire/builder-api.ts';
import { textIn, type Language, type Text } from '#schemas/text.ts';
import type { BuilderContext } from '../builder-context.ts';
import { changesView } from '../review/changes-view.ts';
import type { FormStore } from '../store/form-store.ts';
import { timeIn } from '../store/time.ts';
import { publishWords as say } from './publish-words.ts';

export interface DecideState {
  readonly builder: BuilderContext;
  readonly result?: CheckResult;
  readonly busy: boolean;
  readonly error?: Text;
  readonly news?: string;
}

export interface DecideActions {
  readonly submit: (event: SubmitEvent) => void;
  readonly withdraw: () => void;
  readonly go: (part: string) => void;
  readonly show: (view: string) => void;
}

type Part = TemplateResult | typeof nothing;

export function decideView(state: DecideState, store: FormStore, actions: DecideActions): TemplateResult {
  const { builder, result, error, news } = state;
  const { language } = builder;
  const { draft } = store;
  const stage = draft?.stage;
  return html`
    <h2 id="decide">${say(language, 'decide')}</h2>
    ${error ? html`<p class="error" role="alert">${textIn(error, language)}</p>` : nothing}
    ${news ? html`<p class="good" role="status">${news}</p>` : nothing}
    ${
      draft === undefined || stage === undefined
        ? html`<p>${say(language, 'nothing')}</p>`
        : html`${where(draft, result, language)} ${needed(result, language)} ${changes(state, result, actions)}
          ${acts(state, store, actions)}`
    }
  `;
}

/** Who has done what with it so far. */
function where(
  { stage, sent, approval, returned }: DraftOfForm,
  result: CheckResult | undefined,
  language: Language,
): Part {
  const told = (
    word: 'returned' | 'sent' | 'approved',
    by: { readonly by: string; readonly at: string; readonly notes?: string },
  ) => say(language, word, { name: by.by, time: timeIn(by.at, language), notes: by.notes ?? '' });
  if (stage === 'returned' && returned) return html`<p class="error">${told('returned', returned)}</p>`;
  if (approval) return html`<p class="good">${told('approved', approval)}</p>`;
  if (!sent) return nothing;
  const next = result && !result.approval.length ? 'waitingToPublish' : 'waiting';
  return html`<p class="good">${told('sent', sent)}${say(language, next)}</p>
    ${sent.notes === undefined ? nothing : html`<blockquote>${sent.notes}</blockquote>`}`;
}

function needed(result: CheckResult | undefined, language: Language): Part {
  if (!result) return nothing;
  if (!result.approval.length) return html`<p>${say(language, 'needsNot')} ${say(language, 'needsPublisher')}</p>`;
  return html`<p>${say(language, 'needs')}</p>
    <ul>
      ${result.approval.map((text) => html`<li>・${textIn(text, language)}</li>`)}
    </ul>`;
}

/** Open for whoever publishes: what nobody has looked at must not lie folded away. */
function changes({ builder }: DecideState, result: CheckResult | undefined, { go }: DecideActions): Part {
  if (!result?.changes.length) return nothing;
  const { language, store } = builder;
  const skipped = result.changes.filter(({ harmless }) => harmless).length;
  const publishes = store?.roles.includes('publisher') ?? false;
  return html`${skipped && publishes ? html`<p>${say(language, 'skippedNote', { n: skipped })}</p>` : nothing}
    <details ?open=${skipped > 0 && publishes}>
      <summary>${say(language, 'differences', { n: result.changes.length })}</summary>
      ${changesView(result.changes, language, { go })}
    </details>`;
}

function acts(state: DecideState, store: FormStore, actions: DecideActions): TemplateResult {
  const { builder, result, busy } = state;
  const { language } = builder;
  const { stage } = store.draft!;
  const { roles } = store;
  const waits = stage === 'sent' || stage === 'approved';
  const needs = (result?.approval.length ?? 0) > 0;
  const ready = result?.publishable === true && (stage === 'approved' || (stage === 'sent' && !needs));
  return html`
    ${store.canEdit && !waits ? sendForm(state, actions) : nothing}
    ${
      store.canEdit && waits
        ? html`<p>${say(language, 'endsWhenChanged')}</p>
            <div class="acts">
              <button type="button" ?disabled=${busy} @click=${actions.withdraw}>${say(language, 'withdraw')}</button>
            </div>`
        : nothing
    }
    ${!store.canEdit && !waits ? html`<p>${say(language, 'notSent')}</p>` : nothing}
    ${
      roles.includes('approver') && waits
        ? html`<div class="acts">
            <button type="button" class="main" @click=${() => actions.show('review')}>
              ${say(language, 'toReview')}
            </button>
          </div>`
        : nothing
    }
    ${roles.includes('publisher') && waits ? publishForm(language, busy || !ready, actions) : nothing}
    ${!roles.includes('publisher') && stage === 'approved' ? html`<p>${say(language, 'noRole')}</p>` : nothing}
  `;
}

function sendForm({ builder, result, busy }: DecideState, { submit }: DecideActions): TemplateResult {
  const { language } = builder;
  const needs = !result || result.approval.length > 0;
  return html`<form @submit=${submit}>
    <label>${say(language, 'sendNotes')}<textarea name="notes" rows="2" maxlength="2000"></textarea></label>
    ${result?.publishable === false ? html`<p>${say(language, 'sendFirst')}</p>` : nothing}
    <div class="acts">
      <button name="act" value="send" class="main" ?disabled=${busy || result?.publishable !== true}>
        ${say(language, needs ? 'send' : 'sendOn')}
      </button>
    </div>
  </form>`;
}

const publishForm = (language: Language, disabled: boolean, { submit }: DecideActions): TemplateResult =>
  html`<form @submit=${submit}>
    <label>${say(language, 'notes')}<textarea name="notes" rows="3" maxlength="2000" required></textarea></label>
    <div class="acts">
      <button name="act" value="publish" class="main" ?disabled=${disabled}>${say(language, 'publish')}</button>
    </div>
  </form>`;
