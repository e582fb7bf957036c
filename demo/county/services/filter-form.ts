import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { searchIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { noFilter } from './filter.ts';
import type { ServiceFilter } from './filter.ts';
import { listTexts } from './list-texts.ts';

const modes = ['any', 'online', 'counter'] as const;

/** Filters as one types; there is nothing to press. */
export const filterForm = (filter: ServiceFilter, change: (next: ServiceFilter) => void): TemplateResult => html`
  <form class="filter" role="search" @submit=${(event: Event) => event.preventDefault()}>
    <div class="field">
      <label for="search">${say(listTexts.search)}</label>
      <p class="hint" id="search-hint">${say(listTexts.searchHint)}</p>
      <span class="search-box">
        ${searchIcon}
        <input
          id="search"
          type="search"
          autocomplete="off"
          aria-describedby="search-hint"
          .value=${filter.words}
          @input=${(event: Event) => change({ ...filter, words: (event.target as HTMLInputElement).value })}
        />
      </span>
    </div>
    <fieldset class="field">
      <legend>${say(listTexts.mode)}</legend>
      <div class="pills">
        ${modes.map(
          (mode) =>
            html`<label class="pill">
              <input
                type="radio"
                name="mode"
                value=${mode}
                .checked=${filter.mode === mode}
                @change=${() => change({ ...filter, mode })}
              />
              <span>${say(listTexts.modes[mode])}</span>
            </label>`,
        )}
      </div>
    </fieldset>
  </form>
`;

export const clearFilter = (change: (next: ServiceFilter) => void): TemplateResult =>
  html`<button type="button" class="button button-quiet" @click=${() => change(noFilter)}>
    ${say(listTexts.clear)}
  </button>`;
