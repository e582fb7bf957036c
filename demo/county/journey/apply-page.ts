/**
 * Owns the page of the form: first what became of the transfer, then the form. While a package is on its way the
 * form waits, unless the resident would rather begin by hand.
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
import { showServicePage } from '../services/service-page.ts';
import { text } from '../text/text.ts';
import type { DraftView, ServiceDetail, SubmitResult } from '../../../schemas/wire/county-api.ts';
import { awaitTransfer } from './await-transfer.ts';
import { outcomeNotice, outcomeNoticeId } from './outcome-notice.ts';
import { outcomeOf } from './outcome.ts';
import { keepReceipt } from './receipt.ts';
import { serviceHere, servicePath } from './service-path.ts';
import type { StationId } from './steps.ts';

const formId = 'form-region';
const texts = {
  title: text('填寫申請表', 'Application form'),
  form: text('申請表', 'Application form'),
} as const;

export function applyPage(): void {
  const service = serviceHere();
  let draft: Loaded<DraftView> = loading;
  let slow = false;
  let byHand = false;
  let station: StationId = 'fill';

  const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

  async function follow(): Promise<void> {
    const end = await awaitTransfer({
      load: () => getDraft(service),
      pause,
      stopped: () => byHand,
      slow: () => {
        slow = true;
        page.redraw();
        focusOn(outcomeNoticeId);
      },
    });
    if (!end) return;
    draft = { state: 'ready', value: end };
    page.redraw();
    focusOn(outcomeNoticeId);
  }

  async function load(): Promise<void> {
    draft = loading;
    page.redraw();
    draft = await settle(getDraft(service));
    page.redraw();
    if (draft.state !== 'ready' || draft.value.transfer.status === 'none') return;
    focusOn(outcomeNoticeId);
    if (draft.value.transfer.status === 'fetching') await follow();
  }

  function fillByHand(): void {
    byHand = true;
    page.redraw();
    focusOn(formId);
  }

  function submitted(event: CustomEvent<SubmitResult>): void {
    keepReceipt(service, event.detail);
    location.assign(servicePath(service, 'done'));
  }

  const form = (): TemplateResult => html`
    <section id=${formId} tabindex="-1" aria-label=${say(texts.form)}>
      <mydata-form
        class="sheet"
        service=${service}
        api=${apiBase}
        lang=${language()}
        @mydata-application-submitted=${submitted}
      ></mydata-form>
    </section>
  `;

  function content(detail: ServiceDetail): TemplateResult {
    return loadedView(
      draft,
      () => void load(),
      ({ transfer, consentUrl, officialUntil }) => {
        const outcome = outcomeOf(transfer, slow);
        const waiting = transfer.status === 'fetching' && !byHand;
        return html`
          ${
            outcome
              ? outcomeNotice(outcome, {
                  consentUrl,
                  contact: detail.contact,
                  onManual: fillByHand,
                  ...(transfer.receivedAt ? { receivedAt: transfer.receivedAt } : {}),
                  ...(officialUntil ? { officialUntil } : {}),
                })
              : nothing
          }
          ${waiting ? nothing : form()}
        `;
      },
    );
  }

  const page = showServicePage({
    title: texts.title,
    station: () => station,
    content: (detail) =>
      html`<h1>${phrases(say(detail.name))}</h1>
        ${content(detail)}`,
    loaded: () => void load(),
  });
}
