/** The open case on one page: whose it is, the form with what is missing, then documents and values; and its end. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SubmitResult } from '#schemas/wire/county-api.ts';
import { language, say } from '../layout/language.ts';
import { dateTimeText, timeText } from '../text/dates.ts';
import { datasetsView } from './datasets-view.ts';
import { caseBase, type OpenCase } from './desk-api.ts';
import { deskTexts as texts } from './desk-texts.ts';
import { valuesView } from './values-view.ts';

export interface CaseActions {
  readonly copy: (label: string, text: string) => void;
  readonly take: (datasets: readonly string[]) => void;
  readonly submitted: (result: SubmitResult) => void;
  readonly close: () => void;
  /** For the next person; what was typed stays. */
  readonly leave: () => void;
  /** Asks first, or thinks better of it. */
  readonly askClose: (asked: boolean) => void;
  /** The values are looked at: what was typed since stands beside them. */
  readonly refresh: () => void;
}

export function casePage(
  open: OpenCase,
  { asked, error }: { readonly asked: boolean; readonly error?: string | undefined },
  actions: CaseActions,
): TemplateResult {
  const { view } = open;
  return html`
    ${head(open)}
    <mydata-desk-form
      class="sheet"
      service=${view.serviceId}
      api=${caseBase(view.id)}
      lang=${language()}
      .beside=${view}
      @mydata-application-submitted=${(event: CustomEvent<SubmitResult>) => actions.submitted(event.detail)}
    ></mydata-desk-form>
    <details class="desk-more">
      <summary>${say(texts.documents)}</summary>
      ${datasetsView(view, { take: actions.take, error })}
    </details>
    <details class="desk-more" @toggle=${actions.refresh}>
      <summary>${say(texts.values)}</summary>
      ${valuesView(open, actions.copy)}
    </details>
    <div class="desk-end">
      ${
        asked
          ? html`<p role="alert">${say(texts.closeAsk)}</p>
              <div class="page-actions">
                <button type="button" class="button" id="close-sure" @click=${actions.close}>
                  ${say(texts.closeSure)}
                </button>
                <button type="button" class="button button-quiet" @click=${() => actions.askClose(false)}>
                  ${say(texts.closeNot)}
                </button>
              </div>`
          : html`<div class="page-actions">
              <button type="button" class="button button-quiet" id="later" @click=${actions.leave}>
                ${say(texts.later)}
              </button>
              <button type="button" class="button button-quiet" id="close" @click=${() => actions.askClose(true)}>
                ${say(texts.close)}
              </button>
            </div>`
      }
    </div>
  `;
}

/** Who, what, since when and until when. The name first: it is what the clerk compares with the person. */
function head({ view }: OpenCase): TemplateResult {
  const { applicant, agent } = view;
  const name = applicant?.name;
  return html`
    <h1 id="case" tabindex="-1">
      ${name === undefined ? say(texts.applicant) : html`<span translate="no">${name}</span>`}
      <span class="desk-service">${view.service}</span>
    </h1>
    <dl class="desk-facts">
      ${
        applicant
          ? html`<div>
              <dt>${say(texts.nationalId)}</dt>
              <dd translate="no">${applicant.nationalId}</dd>
            </div>`
          : nothing
      }
      <div>
        <dt>${say(texts.openedAt)}</dt>
        <dd>${timeText(language(), view.openedAt)}（${view.clerk}）</dd>
      </div>
      <div>
        <dt>${say(texts.until)}</dt>
        <dd>${dateTimeText(language(), view.expiresAt)}</dd>
      </div>
    </dl>
    ${
      agent
        ? html`<p class="desk-agent">
            <strong>${say(texts.agent)}：<span translate="no">${agent.name}</span></strong>
            <span translate="no">${agent.nationalId}</span>
          </p>`
        : nothing
    }
  `;
}
