/** 全部／待我修改／待我核定／待我發布, each with how many there are. */
import { html, type TemplateResult } from 'lit';
import type { FormSummary } from '#schemas/wire/builder-api.ts';
import type { Language } from '#schemas/text.ts';
import { formsWords as say } from './forms-words.ts';
import { formsIn, tabs, type Tab } from './turns.ts';

const words = { all: 'tabAll', mend: 'tabMend', approve: 'tabApprove', publish: 'tabPublish' } as const;

export const tabsView = (
  forms: readonly FormSummary[],
  chosen: Tab,
  language: Language,
  choose: (tab: Tab) => void,
): TemplateResult =>
  html`<div class="tabs" role="group" aria-label=${say(language, 'tabs')}>
    ${tabs.map(
      (tab) =>
        html`<button type="button" aria-pressed=${tab === chosen ? 'true' : 'false'} @click=${() => choose(tab)}>
          ${say(language, words[tab])} <span class="count">${formsIn(tab, forms).length}</span>
        </button>`,
    )}
  </div>`;
