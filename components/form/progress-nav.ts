import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '#schemas/text.ts';
import { say } from './messages.ts';

export interface ProgressStep {
  readonly id: string;
  readonly title: string;
  /** The resident was there, so may go there again. */
  readonly visited: boolean;
}

/** Where the resident is, and the way back to steps already visited. */
export function progressNav(
  steps: readonly ProgressStep[],
  current: string,
  language: Language,
  go: (step: string) => void,
): TemplateResult {
  const index = steps.findIndex(({ id }) => id === current);
  return html`<nav class="progress" part="progress" aria-label=${say(language, 'progress')}>
    <p class="position">${say(language, 'position', { n: index + 1, total: steps.length })}</p>
    <ol>
      ${steps.map(({ id, title, visited }, place) => {
        const mark = html`<span class="number" aria-hidden="true">${place + 1}</span>`;
        const name = html`<span class="name">${title}</span>`;
        const done = visited && place < index ? html`<span class="away">${say(language, 'stepDone')}</span>` : nothing;
        return html`<li class=${place < index ? 'done' : ''} aria-current=${id === current ? 'step' : nothing}>
          ${
            visited && id !== current
              ? html`<button type="button" class="link" @click=${() => go(id)}>${mark}${done}${name}</button>`
              : html`<span class="here">${mark}${name}</span>`
          }
        </li>`;
      })}
    </ol>
  </nav>`;
}
