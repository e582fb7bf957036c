/** 完成: the number to keep, what happens now, and where to look. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { checkIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { timeView } from '../layout/time-view.ts';
import { contactCard } from '../services/contact-card.ts';
import { daysText } from '../services/description-texts.ts';
import { text } from '../text/text.ts';
import type { Receipt } from './receipt.ts';
import type { ServiceDetail } from '#schemas/wire/county-api.ts';

export const doneTexts = {
  title: text('申請完成', 'Application submitted'),
  heading: text('申請已經送出', 'Your application has been submitted'),
  number: text('您的申請編號', 'Your application number'),
  keep: text(
    '請抄下或列印這個編號，查詢進度時會用到。',
    'Please write it down or print it. You need it to track your application.',
  ),
  copy: text('複製編號', 'Copy the number'),
  copied: text('已複製', 'Copied'),
  notCopied: text('無法自動複製，請直接抄下編號', 'Could not copy; please write the number down'),
  print: text('列印這一頁', 'Print this page'),
  submittedAt: text('送出時間：', 'Submitted: '),
  next: text('接下來會怎樣', 'What happens next'),
  toProgress: text('查詢進度', 'Track this application'),
  toList: text('回服務列表', 'Back to the list'),
  lost: text('這裡沒有可以顯示的申請編號', 'There is no application number to show here'),
  lostWhat: text(
    '申請編號只在送出申請的那個分頁顯示。如果您已經記下編號，可以到「查詢進度」查看；沒有記下的話，請打電話給承辦單位。',
    'The number is shown only in the tab where you submitted. If you wrote it down, you can track the application; otherwise please call the office.',
  ),
} as const;

export type CopyState = 'no' | 'copied' | 'failed';

const nextSteps = (receipt: Receipt, { agency }: ServiceDetail) => [
  text('我們已經收到您的申請。', 'We have received your application.'),
  text(
    `${agency['zh-Hant']}審核資料，約需 ${daysText(receipt.processingDays)['zh-Hant']}。`,
    `${agency.en} reviews it, in about ${daysText(receipt.processingDays).en}.`,
  ),
  text(
    '需要補件或有結果時，我們會用您留下的電話或電子郵件通知您。',
    'When something is missing or decided, we tell you by the phone or e-mail you gave.',
  ),
];

export interface DoneOptions {
  readonly copyState: CopyState;
  readonly onCopy: () => void;
}

export const doneView = (
  receipt: Receipt,
  service: ServiceDetail,
  { copyState, onCopy }: DoneOptions,
): TemplateResult => html`
  <section class="receipt" aria-labelledby="done">
    <span class="receipt-mark">${checkIcon}</span>
    <h1 id="done">${say(doneTexts.heading)}</h1>
    <p class="receipt-service">${say(service.name)}</p>
    <p class="receipt-label" id="number-label">${say(doneTexts.number)}</p>
    <p class="receipt-number" translate="no" aria-labelledby="number-label">${receipt.applicationNo}</p>
    <p>${say(doneTexts.keep)}</p>
    <div class="receipt-actions">
      <button type="button" class="button" @click=${onCopy}>${say(doneTexts.copy)}</button>
      <button type="button" class="button button-quiet" @click=${() => print()}>${say(doneTexts.print)}</button>
    </div>
    <p class="copy-state" role="status">
      ${copyState === 'no' ? '' : say(copyState === 'copied' ? doneTexts.copied : doneTexts.notCopied)}
    </p>
    <p class="muted">${say(doneTexts.submittedAt)}${timeView(receipt.submittedAt)}</p>
  </section>
  <div class="columns">
    <section class="column-main" aria-labelledby="next">
      <h2 id="next">${say(doneTexts.next)}</h2>
      <ol class="next-steps">
        ${nextSteps(receipt, service).map((step) => html`<li>${say(step)}</li>`)}
      </ol>
      <div class="page-actions">
        <a class="button button-quiet" href="/progress">${say(doneTexts.toProgress)}</a>
        <a class="button button-quiet" href="/">${say(doneTexts.toList)}</a>
      </div>
    </section>
    <div class="column-side">${contactCard(service.contact)}</div>
  </div>
`;

export const lostView = (service: ServiceDetail): TemplateResult => html`
  <div class="columns">
    <section class="column-main">
      <h1>${say(doneTexts.lost)}</h1>
      <p>${say(doneTexts.lostWhat)}</p>
      <div class="page-actions">
        <a class="button" href="/progress">${say(doneTexts.toProgress)}</a>
        <a class="button button-quiet" href="/">${say(doneTexts.toList)}</a>
      </div>
    </section>
    <div class="column-side">${contactCard(service.contact)}</div>
  </div>
`;
