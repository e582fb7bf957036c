/** Draws what became of the transfer, above the form. Owns no state: the page says when it is new and takes the focus. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon, checkIcon, infoIcon, phoneIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { timeView } from '../layout/time-view.ts';
import { phoneHref } from '../text/phone-href.ts';
import { text } from '../text/text.ts';
import type { Outcome } from './outcome.ts';
import type { OutcomeAction, OutcomeText } from './outcome-text.ts';
import type { Service } from '#schemas/services/types.ts';
import type { TransferView } from '#schemas/wire/county-api.ts';

const texts = {
  again: text('再用 MyData 試一次', 'Use MyData again'),
  manual: text('自己填寫', 'Fill in by hand'),
  call: text('撥打', 'Call'),
  code: text('聯絡時請告訴我們代碼', 'When you call, please give us the code'),
  receivedAt: text('帶入時間：', 'Received: '),
  readyAbout: text('預計在這之前帶入：', 'Expected by: '),
  waitsFor: text('準備中的資料：', 'In preparation: '),
  comma: text('、', ', '),
  noRecord: text('下列資料查無紀錄', 'No record was found for'),
  noRecordWhat: text(
    '這不是錯誤，表示機關沒有您的這項紀錄。相關的問題請自己填寫，必要時附上證明文件。',
    'This is not an error: the agency holds no such record of you. Please answer those questions yourself, with proof where needed.',
  ),
} as const;

export interface NoticeOptions {
  readonly consentUrl: string;
  readonly contact?: Service['contact'];
  readonly receivedAt?: string;
  readonly preparing?: Pick<TransferView, 'readyAbout' | 'waitsFor'>;
  readonly onManual: () => void;
}

export const outcomeNoticeId = 'transfer-outcome';

const icons: { readonly [tone in OutcomeText['tone']]: TemplateResult } = {
  success: checkIcon,
  info: infoIcon,
  warning: alertIcon,
  error: alertIcon,
};

function action(
  kind: OutcomeAction,
  { consentUrl, contact, onManual }: NoticeOptions,
): TemplateResult | typeof nothing {
  switch (kind) {
    case 'again':
      return html`<a class="button button-quiet" href=${consentUrl}>${say(texts.again)}</a>`;
    case 'manual':
      return html`<button type="button" class="button button-quiet" @click=${onManual}>${say(texts.manual)}</button>`;
    case 'contact':
      return contact
        ? html`<a class="button button-quiet" href=${phoneHref(contact.phone)}
            >${phoneIcon}${say(texts.call)} ${contact.phone}</a
          >`
        : nothing;
  }
}

const noRecordPart = (outcome: Outcome): TemplateResult | typeof nothing =>
  outcome.noRecord.length === 0
    ? nothing
    : html`<div class="no-record">
        <h3>${say(texts.noRecord)}</h3>
        <ul>
          ${outcome.noRecord.map(({ name }) => html`<li>${say(name)}</li>`)}
        </ul>
        <p>${say(texts.noRecordWhat)}</p>
      </div>`;

const preparingPart = ({ readyAbout, waitsFor = [] }: Pick<TransferView, 'readyAbout' | 'waitsFor'>): TemplateResult =>
  html`<p class="notice-times">
    ${say(texts.waitsFor)}${waitsFor.map(({ name }) => say(name)).join(say(texts.comma))}
    ${readyAbout ? html`<br />${say(texts.readyAbout)}${timeView(readyAbout)}` : nothing}
  </p>`;

export function outcomeNotice(outcome: Outcome, options: NoticeOptions): TemplateResult {
  const { tone, title, what, next, actions } = outcome.text;
  const urgent = tone === 'warning' || tone === 'error';
  return html`<section
    class="notice notice-${tone}"
    id=${outcomeNoticeId}
    role=${urgent ? 'alert' : 'status'}
    tabindex="-1"
    data-outcome=${outcome.key}
  >
    ${outcome.key === 'fetching' || outcome.key === 'preparing' ? html`<span class="spinner" aria-hidden="true"></span>` : icons[tone]}
    <div class="notice-body">
      <h2>${say(title)}</h2>
      <p>${say(what)}</p>
      <p>${say(next)}</p>
      ${
        outcome.key === 'filled' && options.receivedAt
          ? html`<p class="notice-times">${say(texts.receivedAt)}${timeView(options.receivedAt)}</p>`
          : nothing
      }
      ${outcome.key === 'preparing' && options.preparing ? preparingPart(options.preparing) : nothing}
      ${noRecordPart(outcome)}
      ${outcome.code ? html`<p class="notice-code">${say(texts.code)} <strong>${outcome.code}</strong></p>` : nothing}
      ${
        actions.length > 0
          ? html`<div class="notice-actions">${actions.map((kind) => action(kind, options))}</div>`
          : nothing
      }
    </div>
  </section>`;
}
