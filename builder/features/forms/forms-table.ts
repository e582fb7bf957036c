/** The forms, a row each: whether it is live, how far the work on it is, and what can be done with it. */
import { html, nothing } from 'lit';
import type { FormSummary } from '#schemas/wire/builder-api.ts';
import { textIn, type Language } from '#schemas/text.ts';
import { registrationLine } from '../publish/registration-view.ts';
import { timeIn } from '../store/time.ts';
import { formsWords as say } from './forms-words.ts';
import { stageView } from './stage-view.ts';
import { viewFor } from './turns.ts';

export interface RowDoes {
  /** Address of the form, for who opens it beside this page. */
  href(id: string): string;
  exportUrl(id: string): string;
  open(id: string, view?: string): void;
  /** Absent of somebody who designs nowhere. */
  copy?: (form: FormSummary) => void;
}

export const formsTable = (forms: readonly FormSummary[], language: Language, does: RowDoes): unknown =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">${say(language, 'form')}</th>
        <th scope="col">${say(language, 'state')}</th>
        <th scope="col">${say(language, 'work')}</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${forms.map((form) => formRow(form, language, does))}
    </tbody>
  </table>`;

function formRow(form: FormSummary, language: Language, does: RowDoes): unknown {
  const { id, name, office, questions, datasets } = form;
  const title = textIn(name, language) || id;
  return html`<tr>
    <th scope="row">
      <a
        href=${does.href(id)}
        @click=${(event: Event) => {
          event.preventDefault();
          does.open(id);
        }}
        >${title}</a
      ><small>${textIn(office.name, language)}・${say(language, 'size', { questions, datasets })}</small>
    </th>
    <td>${liveView(form, language)}</td>
    <td>${stageView(form, language, (turn) => does.open(id, viewFor[turn]))}</td>
    <td class="acts">
      <a href=${does.exportUrl(id)} download aria-label=${`${say(language, 'export')} ${title}`}
        >${say(language, 'export')}</a
      >${
        does.copy
          ? html`<button
              type="button"
              aria-label=${say(language, 'copyOf', { name: title })}
              @click=${() => does.copy?.(form)}
            >
              ${say(language, 'copy')}
            </button>`
          : nothing
      }
    </td>
  </tr>`;
}

/** What residents see of it now. */
function liveView({ live, state, schedule, registration }: FormSummary, language: Language): unknown {
  const seen =
    state === 'scheduled' && schedule.opensAt
      ? say(language, 'scheduled', { time: timeIn(schedule.opensAt, language) })
      : say(language, state === 'scheduled' ? 'open' : state);
  return html`${seen}${live ? html`<small>${say(language, 'live', { n: live.version })}</small>` : nothing}
  ${registrationLine(registration, language)}`;
}
