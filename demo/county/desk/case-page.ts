/** The open case: the form as on the website, the values beside what is said, the documents; and its end. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SubmitResult } from '../../../schemas/wire/county-api.ts';
import { language, say } from '../layout/language.ts';
import { dateTimeText } from '../text/dates.ts';
import { datasetsView } from './datasets-view.ts';
import { caseBase, type OpenCase } from './desk-api.ts';
import { deskTexts as texts } from './desk-texts.ts';
import { tabList } from './tabs.ts';
import { valuesView } from './values-view.ts';

export type CaseTab = 'form' | 'values' | 'datasets';

export interface CaseActions {
  readonly choose: (tab: CaseTab) => void;
  readonly copy: (label: string, text: string) => void;
  readonly take: (datasets: readonly string[]) => void;
  readonly submitted: (result: SubmitResult) => void;
  readonly close: () => void;
  /** Asks first, or thinks better of it. */
  readonly askClose: (asked: boolean) => void;
}

export function casePage(
  open: OpenCase,
  { tab, asked, error }: { readonly tab: CaseTab; readonly asked: boolean; readonly error?: string | undefined },
  actions: CaseActions,
): TemplateResult {
  const { view } = open;
  const names = (['form', 'values', 'datasets'] as const).map((id) => ({ id, name: say(texts.tabs[id]) }));
  const panel = (id: CaseTab, body: TemplateResult) =>
    html`<div role="tabpanel" id=${`panel-${id}`} aria-labelledby=${`tab-${id}`} ?hidden=${tab !== id} tabindex="-1">
      ${body}
    </div>`;
  return html`
    <h1 id="case" tabindex="-1">${view.service}</h1>
    <p class="hint">${say(texts.until)} ${dateTimeText(language(), view.expiresAt)}</p>
    ${
      view.agent
        ? html`<p class="desk-agent">
            <strong>${say(texts.agent)}：${view.agent.name}</strong>
            <span translate="no">${view.agent.nationalId}</span>
          </p>`
        : nothing
    }
    ${tabList(view.service, names, tab, actions.choose)}
    ${panel(
      'form',
      html`<mydata-form
        class="sheet"
        service=${view.serviceId}
        api=${caseBase(view.id)}
        lang=${language()}
        @mydata-application-submitted=${(event: CustomEvent<SubmitResult>) => actions.submitted(event.detail)}
      ></mydata-form>`,
    )}
    ${panel('values', valuesView(open, actions.copy))}
    ${panel('datasets', datasetsView(view, { take: actions.take, error }))}
    <div class="desk-end">
      ${
        asked
          ? html`<p role="alert">${say(texts.closeAsk)}</p>
              <div class="page-actions">
                <button type="button" class="button" @click=${actions.close}>${say(texts.closeSure)}</button>
                <button type="button" class="button button-quiet" @click=${() => actions.askClose(false)}>
                  ${say(texts.closeNot)}
                </button>
              </div>`
          : html`<button type="button" class="button button-quiet" @click=${() => actions.askClose(true)}>
              ${say(texts.close)}
            </button>`
      }
    </div>
  `;
}
