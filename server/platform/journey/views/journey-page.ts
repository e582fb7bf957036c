/** A page of the resident's journey: steps, who asks, the way out, and the warning before the time is over. */
import { html } from 'hono/html';
import { lifetimes } from '#server/lifetimes.ts';
import { isForCounter } from '../../counter/counter-return.ts';
import type { OwnJourney } from '../journey.ts';
import type { Screen } from '../../storage.ts';
import { page, type Html } from '../../site/views/page.ts';

const steps: readonly (readonly [Screen, string])[] = [
  ['facts', '基本說明'],
  ['terms', '同意條款'],
  ['identity', '身分驗證'],
  ['preview', '資料預覽'],
  ['consent', '同意傳送'],
];

const stepOf: Partial<Record<Screen, Screen>> = {
  parameters: 'preview',
  fetching: 'preview',
  later: 'consent',
  delivering: 'consent',
};

export interface JourneyPageOptions {
  readonly own: OwnJourney;
  readonly screen: Screen;
  readonly title: string;
  readonly body: Html;
  readonly test: boolean;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  readonly refreshSeconds?: number;
  /** While the platform works there is no idling. */
  readonly working?: boolean;
  /** There is an error on the page: say so in the title too. */
  readonly error?: boolean;
}

/** The hidden field that `requireCsrf` looks for; every form of a journey has it. */
export const csrfField = ({ csrf }: OwnJourney): Html => html`<input type="hidden" name="csrf" value="${csrf}" />`;

/** → path of a screen or of a form's target, without the host */
export const journeyPath = ({ journey }: OwnJourney, screen: string): string => `/journey/${journey.id}/${screen}`;

const idleSeconds = lifetimes.journeyIdle.ms / 1000;
const warnSeconds = 120;

/**
 * To the browser that owns the journey. Without script it asks anew after `refreshSeconds`, else one second after it
 * may idle no longer; while the platform works (`working`) nobody is warned of idling. Beside the consent itself there
 * is no way to cancel.
 */
export function journeyPage({
  own,
  screen,
  title,
  body,
  test,
  styles,
  scripts = [],
  refreshSeconds,
  working = false,
  error = false,
}: JourneyPageOptions): Html {
  const current = stepOf[screen] ?? screen;
  const number = steps.findIndex(([name]) => name === current);
  return page({
    title: `${error ? '請修正：' : ''}${title}`,
    test,
    styles,
    scripts: working ? scripts : ['idle.js', ...scripts],
    // One second more than allowed: the server then ends the journey and sends the browser back.
    refreshSeconds: refreshSeconds ?? idleSeconds + 1,
    body: html`
      <nav aria-label="作業步驟">
        <ol class="steps">
          ${steps.map(
            ([name, label], index) =>
              html`<li
                class="${index < number ? 'done' : index === number ? 'now' : 'next'}"
                ${name === current ? html`aria-current="step"` : ''}
              >
                <span class="step-number">${index + 1}</span
                ><span class="step-label"
                  >${label}${index < number ? html`<span class="hidden">（已完成）</span>` : ''}</span
                >
              </li>`,
          )}
        </ol>
      </nav>
      <h1>${title}</h1>
      <p class="asker">申請服務：<strong>${own.client.name}</strong></p>
      ${body} ${current === 'consent' && !working ? '' : cancelForm(own, screen)} ${working ? '' : idleDialog(own)}
    `,
  });
}

const inTime = '服務機關還沒有取走資料時，可以取消；取消後不會傳送任何資料，您仍可改用其他方式申辦。';

/** Not beside the consent itself, whose refusal is the same and must stand alone. */
const cancelForm = (own: OwnJourney, screen: Screen): Html => html`
  <form class="leave" method="post" action="${journeyPath(own, 'cancel')}">
    ${csrfField(own)}
    <button class="quiet" type="submit">${isForCounter(own.journey) ? '取消' : '取消，返回原服務網站'}</button>
    <p class="hint">${screen === 'delivering' ? inTime : '取消後不會傳送任何資料，您仍可改用其他方式申辦。'}</p>
  </form>
`;

const idleDialog = (own: OwnJourney): Html => html`
  <dialog
    id="idle"
    aria-labelledby="idle-title"
    data-idle="${idleSeconds}"
    data-warn="${warnSeconds}"
    data-stay="${journeyPath(own, 'stay')}"
    data-csrf="${own.csrf}"
  >
    <h2 id="idle-title">您還在嗎？</h2>
    <p>您已經一段時間沒有操作。為了保護您的資料，再過 ${warnSeconds / 60} 分鐘，這次作業會自動結束。</p>
    <button type="button" id="idle-stay">我還在，繼續</button>
  </dialog>
`;
