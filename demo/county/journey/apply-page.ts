/**
 * Owns the page of the form: first what became of the transfer, then the form. While a package is on its way the form
 * waits a moment, so that it opens filled; when that takes long it opens as it is and fills itself later.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { apiBase, getDraft } from '../api/county-api.ts';
import { loading, settle } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import { loadedView } from '../api/loaded-view.ts';
import { focusOn } from '../layout/page.ts';
import { language, say } from '../layout/language.ts';
import { phrases } from '../layout/phrases.ts';
import { contactCard } from '../services/contact-card.ts';
import { showServicePage } from '../services/service-page.ts';
import { text } from '../text/text.ts';
import type { DraftView, ServiceDetail, SubmitResult, TransferView } from '#schemas/wire/county-api.ts';
import { awaitTransfer } from './await-transfer.ts';
import { outcomeNotice, outcomeNoticeId } from './outcome-notice.ts';
import { outcomeOf } from './outcome.ts';
import { keepReceipt, readReceipt } from './receipt.ts';
import { serviceHere, servicePath } from './service-path.ts';
import type { StationId } from './steps.ts';

const formId = 'form-region';
const texts = {
  title: text('填寫申請表', 'Application form'),
  form: text('申請表', 'Application form'),
} as const;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const isFilling = (): boolean => document.activeElement?.closest(`#${formId}`) != null;

const isUnmatched = (): boolean => new URLSearchParams(location.search).get('return') === 'unmatched';

/** Whether the county app found no journey of this browser for the return; said once, not again after a reload. */
function takeUnmatched(): boolean {
  const unmatched = isUnmatched();
  if (unmatched) history.replaceState(history.state, '', location.pathname);
  return unmatched;
}

export function applyPage(): void {
  const service = serviceHere();
  // Back from the done page leads through the platform's own last page to here: the application is sent, not lost.
  if (isUnmatched() && readReceipt()?.service === service) return location.replace(servicePath(service, 'done'));
  let draft: Loaded<DraftView> = loading;
  const unmatched = takeUnmatched();
  let slow = false;
  let station: StationId = 'fill';

  /** As it is: what arrives later fills it then. */
  function openForm(): void {
    slow = true;
    page.redraw();
    focusOn(formId);
  }

  async function follow(): Promise<void> {
    const end = await awaitTransfer({
      load: () => getDraft(service),
      pause,
      stopped: () => station === 'done',
      slow: () => {
        if (!slow) openForm();
      },
    });
    if (!end) return;
    draft = { state: 'ready', value: end };
    page.redraw();
    // The notice speaks for itself; whoever is typing is not pulled away.
    if (!slow || !isFilling()) focusOn(outcomeNoticeId);
  }

  async function load(): Promise<void> {
    draft = loading;
    page.redraw();
    draft = await settle(getDraft(service));
    page.redraw();
    if (draft.state !== 'ready' || !outcomeOf(draft.value.transfer, unmatched)) return;
    focusOn(outcomeNoticeId);
    if (draft.value.transfer.status === 'fetching') await follow();
  }

  function stepChanged(event: CustomEvent<{ step: string }>): void {
    station = event.detail.step === 'check' ? 'check' : 'fill';
    page.redraw();
  }

  /** The form hears of what arrives; the notice above it follows, and whoever is typing is not pulled away. */
  function transferChanged({ detail }: CustomEvent<TransferView>): void {
    if (draft.state !== 'ready') return;
    draft = { state: 'ready', value: { ...draft.value, transfer: detail } };
    page.redraw();
  }

  function submitted(event: CustomEvent<SubmitResult>): void {
    station = 'done';
    keepReceipt(service, event.detail);
    // In place of this page: going back must not open an empty form.
    location.replace(servicePath(service, 'done'));
  }

  const form = (): TemplateResult => html`
    <section id=${formId} tabindex="-1" aria-label=${say(texts.form)}>
      <mydata-form
        class="sheet"
        history
        service=${service}
        api=${apiBase}
        lang=${language()}
        @mydata-step-changed=${stepChanged}
        @mydata-transfer-changed=${transferChanged}
        @mydata-application-submitted=${submitted}
      ></mydata-form>
    </section>
  `;

  const notice = ({ transfer, consentUrl }: DraftView, detail: ServiceDetail): TemplateResult | typeof nothing => {
    const outcome = outcomeOf(transfer, unmatched);
    if (!outcome || (station !== 'fill' && outcome.key === 'filled')) return nothing;
    return outcomeNotice(outcome, {
      consentUrl,
      contact: detail.contact,
      onManual: () => (transfer.status === 'fetching' && !slow ? openForm() : focusOn(formId)),
      preparing: transfer,
      ...(transfer.receivedAt ? { receivedAt: transfer.receivedAt } : {}),
    });
  };

  const page = showServicePage({
    title: texts.title,
    station: () => station,
    content: (detail) => html`
      <h1>${phrases(say(detail.name))}</h1>
      ${loadedView(
        draft,
        () => void load(),
        (view) => {
          const waits = view.transfer.status === 'fetching';
          return html`<div class="columns">
            <div>${waits && slow ? nothing : notice(view, detail)} ${waits && !slow ? nothing : form()}</div>
            <aside class="column-side">${contactCard(detail.contact)}</aside>
          </div>`;
        },
      )}
    `,
    loaded: () => void load(),
  });
}
