/** Loading and failure look the same on every page: say what is happening, and give a way on. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { alertIcon } from '../layout/icons.ts';
import { say } from '../layout/language.ts';
import { whomToCall } from '../layout/site-texts.ts';
import { text } from '../text/text.ts';
import type { Text } from '#schemas/text.ts';
import type { Loaded } from './loaded.ts';
import type { CountyError } from '#components/county-calls.ts';

const texts = {
  loading: text('讀取中，請稍候…', 'Loading, please wait…'),
  unreachable: text('現在連不上服務', 'The service cannot be reached'),
  failed: text('系統暫時無法提供資料', 'The system cannot answer at the moment'),
  again: text('重新讀取', 'Try again'),
  unknownService: text('找不到這項服務', 'No such service'),
  unknownServiceNext: text(
    '網址可能打錯了，或這項服務已經停止。請從服務列表重新選擇。',
    'The address may be mistyped, or the service has ended. Please choose again from the list.',
  ),
  toList: text('回服務列表', 'Back to the list'),
} as const;

function next(offline: boolean): Text {
  const { 'zh-Hant': zh, en } = whomToCall();
  return offline
    ? text(
        `請確認網路是否正常，再按「重新讀取」。如果一直不行，請${zh}，我們會協助您。`,
        `Check your connection and press “Try again”. If it keeps failing, ${en} and we will help you.`,
      )
    : text(
        `這是本站的問題，不是您操作錯誤。請過幾分鐘再試；如果很急，請${zh}或直接到櫃檯辦理。`,
        `This is our fault, not yours. Please try again in a few minutes; if it is urgent, ${en} or come to the counter.`,
      );
}

const loadingView = (): TemplateResult =>
  html`<div class="loading" role="status"><span class="spinner" aria-hidden="true"></span>${say(texts.loading)}</div>`;

export function problemView(problem: CountyError, retry: () => void): TemplateResult {
  if (problem.status === 404) {
    return html`<section class="plain-page">
      <h1>${say(texts.unknownService)}</h1>
      <p>${say(texts.unknownServiceNext)}</p>
      <p><a class="button" href="/">${say(texts.toList)}</a></p>
    </section>`;
  }
  const offline = problem.status === 0;
  return html`<section class="notice notice-error" role="alert">
    ${alertIcon}
    <div class="notice-body">
      <h2>${say(offline ? texts.unreachable : texts.failed)}</h2>
      <p>${say(next(offline))}</p>
      <p class="notice-actions"><button type="button" class="button" @click=${retry}>${say(texts.again)}</button></p>
    </div>
  </section>`;
}

export function loadedView<Value>(
  loaded: Loaded<Value>,
  retry: () => void,
  ready: (value: Value) => TemplateResult,
): TemplateResult {
  if (loaded.state === 'loading') return loadingView();
  return loaded.state === 'failed' ? problemView(loaded.problem, retry) : ready(loaded.value);
}
