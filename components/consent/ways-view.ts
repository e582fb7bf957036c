/** The two ways between which the resident chooses; both look the same on purpose. */
import { html, nothing } from 'lit';
import type { ServiceDetail } from '#schemas/wire/county-api.ts';
import { textIn } from '#schemas/text.ts';
import type { Language } from '#schemas/text.ts';
import { consentMessages } from './messages.ts';

export interface Ways {
  readonly idError?: 'idMissing' | 'idWrong';
  readonly startError?: string;
  readonly busy: boolean;
  readonly start: (event: SubmitEvent) => void;
  readonly chooseManual: (event: Event) => void;
}

export const manualLink = ({ chooseManual }: Ways, { manualUrl }: ServiceDetail, words: string) =>
  html`<a class="button" part="button" href=${manualUrl} @click=${chooseManual}>${words}</a>`;

export function waysView(detail: ServiceDetail, ways: Ways, language: Language) {
  const say = consentMessages[language];
  return html`<div class="ways" part="choice" role="group" aria-labelledby="choose">
    ${mydataWay(ways, language)}
    <div class="way">
      <h4>${say.byHand}</h4>
      <p>${textIn(detail.manual, language)}</p>
      ${manualLink(ways, detail, say.manual)}
    </div>
  </div>`;
}

function mydataWay({ idError, startError, busy, start }: Ways, language: Language) {
  const say = consentMessages[language];
  return html`<form class="way" novalidate @submit=${start}>
    <h4>${say.title}</h4>
    <label for="id">${say.idLabel}</label>
    <span class="hint" id="hint">${say.idHint}</span>
    <p class="error" id="error" aria-live="polite">${idError ? say[idError] : nothing}</p>
    <input
      class="id"
      id="id"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      required
      aria-describedby="hint error"
      aria-invalid=${idError ? 'true' : 'false'}
    />
    <p class="error" role="alert">${startError}</p>
    <button class="button" part="button" aria-disabled=${busy}>${busy ? say.starting : say.start}</button>
  </form>`;
}
