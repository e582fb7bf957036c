/** How a piece of work came where it is: who sent, changed, gave back and approved it, and what they wrote. */
import { html, nothing, type TemplateResult } from 'lit';
import type { TrailEntry } from '#schemas/wire/builder-api.ts';
import type { Language } from '#schemas/text.ts';
import { timeIn } from '../store/time.ts';
import { reviewWords as say } from './review-words.ts';

const words = {
  sent: 'trailSent',
  withdrawn: 'trailWithdrawn',
  changed: 'trailChanged',
  approved: 'trailApproved',
  returned: 'trailReturned',
} as const;

export const trailView = (trail: readonly TrailEntry[], language: Language): TemplateResult | typeof nothing =>
  trail.length
    ? html`<h3>${say(language, 'trail')}</h3>
        <ol class="trail">
          ${trail.map(
            ({ what, by, at, notes }) =>
              html`<li>
                ${say(language, words[what], { name: by, time: timeIn(at, language) })}
                ${notes === undefined ? nothing : html`<q>${notes}</q>`}
              </li>`,
          )}
        </ol>`
    : nothing;
