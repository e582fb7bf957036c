import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseEntry } from '#schemas/wire/counter-api.ts';
import { language, say } from '../layout/language.ts';
import { timeText } from '../text/dates.ts';
import { deskTexts as texts } from './desk-texts.ts';

export const casesView = (cases: readonly CaseEntry[], reopen: (id: string) => void): TemplateResult => html`
  <section aria-labelledby="today">
    <h2 id="today">${say(texts.today)}</h2>
    ${
      cases.length
        ? html`<div class="desk-table">
            <table>
              <thead>
                <tr>
                  ${[texts.time, texts.service, texts.by, texts.state].map(
                    (name) => html`<th scope="col">${say(name)}</th>`,
                  )}
                </tr>
              </thead>
              <tbody>
                ${cases.map(
                  ({ id, service, clerk, openedAt, state, applicationNo }) =>
                    html`<tr>
                      <td data-label=${say(texts.time)}>${timeText(language(), openedAt)}</td>
                      <th scope="row">${service}</th>
                      <td data-label=${say(texts.by)}>${clerk}</td>
                      <td data-label=${say(texts.state)}>
                        ${say(texts.states[state])} <span translate="no">${applicationNo ?? nothing}</span>
                        ${
                          state === 'open'
                            ? html`<button
                                type="button"
                                class="button button-quiet desk-copy"
                                aria-label=${`${say(texts.reopen)} ${timeText(language(), openedAt)} ${service}`}
                                @click=${() => reopen(id)}
                              >
                                ${say(texts.reopen)}
                              </button>`
                            : nothing
                        }
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : html`<p class="hint">${say(texts.none)}</p>`
    }
  </section>
`;
