import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { say } from '../layout/language.ts';
import { timeView } from '../layout/time-view.ts';
import { contactCard } from '../services/contact-card.ts';
import { progressTexts as texts, statusTexts } from './progress-texts.ts';
import type { ProgressView } from '#schemas/wire/county-api.ts';

export const resultId = 'progress-result';

/** Newest first, as the resident wants to know what is now. */
const timeline = (progress: ProgressView): TemplateResult => html`
  <ol class="timeline" reversed>
    ${progress.history
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .map(
        ({ at, status, note }, index) =>
          html`<li class=${index === 0 ? 'timeline-now' : 'timeline-past'}>
            <strong>${say(statusTexts[status].name)}</strong>
            ${timeView(at)} ${note ? html`<p>${say(note)}</p>` : nothing}
          </li>`,
      )}
  </ol>
`;

export const progressResult = (progress: ProgressView, another: () => void): TemplateResult => html`
  <div class="columns">
    <section class="column-main" aria-labelledby=${resultId}>
      <div class="status-card status-${progress.status}">
        <p class="muted">
          ${say(progress.serviceName)} <span class="nowrap" translate="no">${progress.applicationNo}</span>
        </p>
        <h2 id=${resultId} tabindex="-1">
          <span class="visually-hidden">${say(texts.result)}</span>${say(statusTexts[progress.status].name)}
        </h2>
        <p>${say(statusTexts[progress.status].what)}</p>
        <p class="muted">${say(texts.submittedAt)}${timeView(progress.submittedAt)}</p>
      </div>
      <h3>${say(texts.history)}</h3>
      ${timeline(progress)}
      <p><button type="button" class="button button-quiet" @click=${another}>${say(texts.another)}</button></p>
    </section>
    <div class="column-side">${contactCard(progress.contact)}</div>
  </div>
`;
