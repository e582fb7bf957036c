/** Where the published versions stand with the platform: asked of the county anew as long as something is being decided. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { RegistrationView, VersionSummary } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { FormsProblem } from '../store/forms-api.ts';
import type { FormStore } from '../store/form-store.ts';
import { timeIn } from '../store/time.ts';
import { registrationWords as say } from './registration-words.ts';

/** A registration takes seconds where nobody has to look at it. */
const soon = 5_000;

export interface Registered {
  /** What was published last. */
  readonly newest: VersionSummary;
  /** What residents see. */
  readonly live?: VersionSummary;
}

/** Owns only when to look: the draft and its revision are the store's. */
export class RegistrationController implements ReactiveController {
  now?: Registered;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => FormStore | undefined;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, store: () => FormStore | undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#host.updateComplete.then(() => this.look());
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const store = this.#store();
    if (!store) return;
    try {
      const [newest, ...older] = await store.api.versions(store.form);
      const live = [newest, ...older].find((one) => one?.live);
      this.now = newest && { newest, ...(live && { live }) };
    } catch (problem) {
      // It is told again the next time.
      if (!(problem instanceof FormsProblem)) throw problem;
    }
    this.#host.requestUpdate();
    if (this.now?.newest.registration?.state === 'in-review') this.#timer = setTimeout(() => void this.look(), soon);
  }
}

export function registrationPart({ newest, live }: Registered, language: Language): TemplateResult | typeof nothing {
  // Of a county that does not tell.
  const { registration } = newest as { readonly registration?: RegistrationView };
  if (!registration) return nothing;
  const { state, since, words = [], note, gaps = [] } = registration;
  const waits = live !== undefined && live.version !== newest.version;
  const stopped = state === 'suspended' || state === 'ended';
  return html`<section class="sheet decide registration" aria-labelledby="registration">
    <h2 id="registration">${say(language, 'title')}</h2>
    <p class=${toneOf(registration)} role="status">
      ${say(language, 'version', { n: newest.version })}<strong>${say(language, state)}</strong>${
        since === undefined || state === 'not-needed'
          ? nothing
          : say(language, 'since', { time: timeIn(since, language) })
      }
    </p>
    ${note ? html`<p>${textIn(note, language)}</p>` : nothing}
    ${words.map((text) => html`<p>${say(language, 'words', { words: text })}</p>`)}
    ${
      gaps.length
        ? html`<p>${say(language, 'gaps')}</p>
            <ul>
              ${gaps.map((text) => html`<li>・${textIn(text, language)}</li>`)}
            </ul>`
        : nothing
    }
    ${state === 'returned' ? html`<p>${say(language, 'mend')}</p>` : nothing}
    ${
      stopped
        ? html`<p>${say(language, 'stopped')}</p>`
        : waits
          ? html`<p>${say(language, 'still', { n: live.version })}</p>`
          : state === 'registered' || state === 'not-needed'
            ? nothing
            : html`<p>${say(language, 'byHand')}</p>`
    }
  </section>`;
}

/** In a line, for the list. */
export const registrationLine = (
  registration: RegistrationView | undefined,
  language: Language,
): TemplateResult | typeof nothing =>
  registration
    ? html`<small class=${toneOf(registration)}
        >${say(language, 'title')}：${say(language, registration.state)}${
          registration.state === 'returned' ? registration.words?.map((text) => html`<br />${text}`) : nothing
        }</small
      >`
    : nothing;

function toneOf({ state }: RegistrationView): 'good' | 'error' | '' {
  if (state === 'registered') return 'good';
  return state === 'returned' || state === 'refused' || state === 'suspended' || state === 'ended' ? 'error' : '';
}
