/** The frame of every page of a resident's own area: whose it is, its parts, the way out, and the warning before time. */
import { html } from 'hono/html';
import { lifetimes } from '#server/lifetimes.ts';
import { maskName } from '#schemas/taiwan/masking.ts';
import type { OwnSession } from '../session.ts';
import { page, type Html } from '../../site/views/page.ts';

type MePart = 'home' | 'records' | 'download';

export interface MePageOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly part: MePart;
  readonly title: string;
  readonly body: Html;
  readonly scripts?: readonly string[];
  readonly refreshSeconds?: number;
  /** There is an error on the page: say so in the title too. */
  readonly error?: boolean;
}

const parts: readonly (readonly [MePart, string, string])[] = [
  ['home', '/me', '我的首頁'],
  ['download', '/me/download', '下載我的資料'],
  ['records', '/me/records', '使用紀錄'],
];

/** A name of twenty characters would be a line of circles. */
const greeted = (name: string): string => maskName(name).replace(/○{4,}/, '○○○');

const idleSeconds = lifetimes.residentIdle.ms / 1000;
const warnSeconds = 120;

/** For every form of this area: without it, 403 `csrf`. */
export const tokenField = ({ csrf }: Pick<OwnSession, 'csrf'>): Html =>
  html`<input type="hidden" name="csrf" value="${csrf}" />`;

/**
 * For who is signed in, whose name is masked. A script warns two minutes before the session's idle time is over; where none
 * runs, the page loads itself anew just after it, which leads to the door.
 * @param refreshSeconds sooner, for pages that wait for something; without a script only
 */
export const mePage = ({
  own,
  test,
  part,
  title,
  body,
  scripts = [],
  refreshSeconds = idleSeconds + 1,
  error = false,
}: MePageOptions): Html =>
  page({
    title: `${error ? '請修正：' : ''}${title}`,
    test,
    styles: ['me.css', 'counter.css'],
    scripts: ['idle.js', ...scripts],
    refreshSeconds,
    body: html`
      <div class="me-top">
        <p class="me-who"><span class="hidden">已登入：</span><strong>${greeted(own.person.name)}</strong> 您好</p>
        <form class="me-out" method="post" action="/me/sign-out">
          ${tokenField(own)}<button class="quiet" type="submit">登出</button>
        </form>
      </div>
      <nav class="me-parts" aria-label="我的資料">
        <ul>
          ${parts.map(
            ([name, href, label]) =>
              html`<li><a href="${href}" ${name === part ? html`aria-current="page"` : ''}>${label}</a></li>`,
          )}
        </ul>
      </nav>
      <h1>${title}</h1>
      ${body} ${idleDialog(own)}
    `,
  });

const idleDialog = (own: OwnSession): Html => html`
  <dialog
    id="idle"
    aria-labelledby="idle-title"
    data-idle="${idleSeconds}"
    data-warn="${warnSeconds}"
    data-stay="/me/stay"
    data-csrf="${own.csrf}"
  >
    <h2 id="idle-title">您還在嗎？</h2>
    <p>您已經一段時間沒有操作。為了保護您的資料，再過 ${warnSeconds / 60} 分鐘會自動登出。</p>
    <button type="button" id="idle-stay">我還在，繼續</button>
  </dialog>
`;
