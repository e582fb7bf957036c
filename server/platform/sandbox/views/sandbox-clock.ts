/** Where the clocks of a test installation are moved, and how far each is. */
import { html } from 'hono/html';
import { spanWords, testTime } from '#server/sandbox/clock/words.ts';
import type { PartyClock } from '../move-clocks.ts';
import { page, type Html } from '../../site/views/page.ts';

export interface ClockPage {
  readonly now: Date;
  readonly aheadSeconds: number;
  readonly parties: readonly PartyClock[];
  /** Just now. */
  readonly moved?: { readonly seconds: number; readonly busy: readonly string[] };
  /** A wish that was not fulfilled. */
  readonly problem?: string;
}

/** 手冊 and interface: what each of them is good for stands in docs/sandbox.md. */
const steps: readonly (readonly [label: string, seconds: number, what: string])[] = [
  ['2 分鐘', 120, '驗證密碼到期'],
  ['15 分鐘', 900, '輸入錯誤的鎖定解除、承辦人員自動登出'],
  ['20 分鐘', 1200, '條碼換新'],
  ['8 小時', 8 * 3600, '暫存的資料刪除'],
  ['30 天', 30 * 86_400, '異動與停止的公告期滿'],
  ['一年', 366 * 86_400, '傳輸紀錄期滿、憑證更新'],
];

/** Programs are told the names as they are. */
const partyWords = (name: string): string =>
  name === 'platform'
    ? '平臺'
    : name === 'provider'
      ? '資料提供者'
      : name.replace(/^county(?::(.+))?$/, (_all, id?: string) => (id === undefined ? '縣市' : `縣市（${id}）`));

/**
 * For anybody in the test environment. A party that did not answer, or is elsewhere in time, is named, with a button
 * that brings all to the furthest.
 */
export const clockView = ({ now, aheadSeconds, parties, moved, problem }: ClockPage): Html => {
  const others = parties.map((party) => ({ ...party, same: party.aheadSeconds === aheadSeconds }));
  return page({
    title: '測試時鐘',
    test: true,
    styles: ['sandbox.css'],
    body: html`
      <h1>測試時鐘</h1>
      <p class="lead">
        把各方的時鐘一起往前撥，不必真的等。到期的工作（刪除、重試、通知）會在撥動時依序做完，和時間真的過去一樣。
      </p>
      ${
        problem
          ? html`<div class="error-summary" role="alert"><p>${problem}</p></div>`
          : moved
            ? html`<div class="notice" role="status">
                <p>已撥快 ${spanWords(moved.seconds)}。</p>
                ${moved.busy.length ? html`<p>還有工作在進行：${moved.busy.map(partyWords).join('、')}。稍後會自行完成。</p>` : ''}
              </div>`
            : ''
      }
      <dl class="values">
        <div>
          <dt>測試時間（臺北）</dt>
          <dd><time datetime="${now.toISOString()}">${testTime(now)}</time></dd>
        </div>
        <div>
          <dt>比真實時間</dt>
          <dd>${aheadSeconds ? `快 ${spanWords(aheadSeconds)}` : '相同，還沒有撥過'}</dd>
        </div>
      </dl>
      <h2>往前撥</h2>
      <ul class="clock-steps" role="list">
        ${steps.map(
          ([label, seconds, what]) =>
            html`<li>
              <form method="post" action="/sandbox/clock">
                <input type="hidden" name="seconds" value="${seconds}" />
                <button class="primary" aria-describedby="step-${seconds}">${label}</button>
                <span id="step-${seconds}">${what}</span>
              </form>
            </li>`,
        )}
      </ul>
      <form method="post" action="/sandbox/clock" class="clock-own">
        <label for="seconds">其他（秒）</label>
        <input id="seconds" name="seconds" inputmode="numeric" pattern="[0-9]+" required autocomplete="off" />
        <button>往前撥</button>
      </form>
      <h2>各方的時鐘</h2>
      <div class="scroll" role="region" aria-label="各方的時鐘" tabindex="0">
        <table class="clocks">
          <thead>
            <tr>
              <th scope="col">對象</th>
              <th scope="col">比真實時間快</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">${partyWords('platform')}</th>
              <td>${spanWords(aheadSeconds)}</td>
            </tr>
            ${others.map(
              (party) =>
                html`<tr>
                  <th scope="row">${partyWords(party.name)}</th>
                  <td>
                    ${party.aheadSeconds === undefined ? '沒有回應' : spanWords(party.aheadSeconds)}${
                      party.same || party.aheadSeconds === undefined ? '' : '（和平臺不同）'
                    }
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        others.every(({ same }) => same)
          ? ''
          : html`<form method="post" action="/sandbox/clock">
              <input type="hidden" name="seconds" value="0" />
              <p>有一方沒有跟上（例如剛才沒有啟動）。啟動之後，把大家撥到最快的那一個。</p>
              <button>對時</button>
            </form>`
      }
      <h2>請注意</h2>
      <ul>
        <li>時鐘只能往前。撥過的時間重新啟動後仍在；要回到今天，請換一個新的資料夾（<code>MYDATA_DATA</code>）。</li>
        <li>撥 15 分鐘以上，登入中的人會被登出，和真的閒置一樣。</li>
        <li>承辦人員的動態密碼要用測試帳號清單（<code>/sandbox/staff</code>）給的，手機上的驗證器不知道測試時間。</li>
        <li>瀏覽器自己的日期不會變：表單裡「不得晚於今天」先由瀏覽器用真實日期檢查。</li>
      </ul>
    `,
  });
};
