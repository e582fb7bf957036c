/** The page that shows the barcode, which desk waits for the code (not the code: clerk and bystanders see the page), and what has become of it. Works without script. */
import { serialGroups } from '#schemas/barcode/serial.ts';
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { NewBarcode, Standing } from '../barcodes.ts';
import type { DeskWaiting, ShownCode } from '../shown-code.ts';
import { placeOf } from '../desk.ts';
import { agencyOf } from '../agency.ts';
import { barcodePath, counterPath } from '../counter-return.ts';
import type { OwnBarcode } from '../own-barcode.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { DatasetState } from '../../delivery/collection.ts';
import { page, type Html } from '../../site/views/page.ts';
import { stateWords } from '../../journey/views/working.ts';

export interface BarcodeViewOptions {
  readonly own: OwnBarcode;
  readonly test: boolean;
  readonly standing: Standing;
  /** The serial of this browser; absent where another shows it. */
  readonly shown?: NewBarcode;
  /** That waits for the code. */
  readonly desk?: DeskWaiting;
  /** Of the datasets, while they are being prepared. */
  readonly states: readonly DatasetState[];
  readonly now: Date;
}

/**
 * For the person or the accepted agent. The serial is drawn by script, and written out where none runs, which loads
 * itself anew every 20 seconds. Where another device shows the barcode there is only the button that takes it over; an
 * agent can't cancel.
 */
export function barcodeView(options: BarcodeViewOptions): Html {
  const { own, test, standing } = options;
  const { state } = standing;
  const [title, body] = parts[state](options);
  const open = state === 'ready' || state === 'burnt' || state === 'preparing';
  const live = open && !(state === 'ready' && !options.shown);
  return page({
    title,
    test,
    styles: ['counter.css', 'journey.css'],
    scripts: live ? ['barcode.js'] : [],
    modules: state === 'ready' && options.shown ? ['/components/mydata-barcode.js'] : [],
    refreshSeconds: live ? 20 : undefined,
    body: html`
      <p class="counter-kind">${own.holder === 'agent' ? '代理出示' : '臨櫃辦理'}</p>
      <h1>${title}</h1>
      <p class="asker">服務：<strong>${own.client.name}</strong></p>
      <div
        class="barcode-page"
        ${live ? html`data-events="${barcodePath(own.journey.id)}/events" data-state="${state}"` : ''}
      >
        ${body}
      </div>
      ${open ? footer(options) : html`<p><a class="button" href="${counterPath(own.client.clientId)}">回到這項服務</a></p>`}
    `,
  });
}

type Part = (options: BarcodeViewOptions) => readonly [title: string, body: Html];

const parts: Readonly<Record<Standing['state'], Part>> = {
  ready: (options) => (options.shown ? shownPart(options, options.shown) : elsewherePart(options)),
  preparing: ({ own, states }) => [
    '資料準備中',
    html`<p class="lead" role="status">
        全部備妥後，條碼就會出現在這一頁，也會以電子郵件通知您。您可以先離開，之後從通知或「我的 MyData」回來。
      </p>
      <ul class="cards progress">
        ${own.datasets.map(({ id, name, agency }) => {
          const state = states.find((one) => one.resourceId === id) ?? { resourceId: id, state: 'asked' };
          return html`<li data-state="${state.state}">
            <h2>${name['zh-Hant']}</h2>
            <p>${agency['zh-Hant']}</p>
            <p class="state">${stateWords(state)}</p>
          </li>`;
        })}
      </ul>
      <p class="only-without-script"><a href="${barcodePath(own.journey.id)}">重新整理</a></p>`,
  ],
  burnt: (options) => [
    '這個條碼已經作廢',
    html`<p class="notice warning" role="alert">
        有櫃檯輸入錯誤的驗證密碼太多次，為了保護您，這個條碼已經作廢。資料沒有交出去，還在這裡。
      </p>
      <p>如果您正在櫃檯，請換一個新的條碼，再試一次。</p>
      ${renewForm(options, '換一個新的條碼')}`,
  ],
  taken: ({ own }) => [
    '櫃檯已經取走資料',
    html`<p class="notice" role="status">
        資料已經交給「${own.client.name}」的櫃檯，條碼和驗證密碼都失效了。本平臺的副本在櫃檯取得後就會刪除，並通知您。
      </p>
      <p>請在櫃檯和承辦人員一起確認申請內容。</p>`,
  ],
  withdrawn: () => [
    '已經取消',
    html`<p class="notice" role="status">條碼已經失效，本平臺保存的資料都刪除了。沒有交給任何櫃檯。</p>`,
  ],
  expired: () => [
    '資料已經過期',
    html`<p class="notice" role="status">
      資料最多暫存 8 小時，時間已經到了，或有資料無法取得，所以已經刪除，沒有交給任何櫃檯。需要時請重新取得。
    </p>`,
  ],
};

function shownPart(options: BarcodeViewOptions, { serial, expiresAt }: NewBarcode): readonly [string, Html] {
  const { own, desk } = options;
  return [
    desk ? '櫃檯正在請您提供驗證密碼' : '請向櫃檯出示條碼',
    html`
      <div id="code-place" role="status" aria-live="polite" aria-atomic="true">${desk ? deskBox(desk) : ''}</div>
      <mydata-barcode
        src="${barcodePath(own.journey.id)}.json"
        data-datasets="${JSON.stringify(own.datasets.map(({ name }) => name['zh-Hant']))}"
        service="${own.client.name}"
        agency="${agencyOf(own.client) ?? ''}"
        lang="zh-Hant"
      ></mydata-barcode>
      <noscript>
        <div class="serial-box">
          <p>條碼序號（請承辦人員輸入）</p>
          <p class="serial" translate="no">${serialGroups(serial).join(' ')}</p>
          <p class="hint">有效到 ${taipeiTime(expiresAt)}，之後這一頁會自動換新。</p>
        </div>
        ${renewForm(options, '換一個新的條碼')}
      </noscript>
      <ol class="how">
        <li>請承辦人員掃描條碼，或輸入序號。</li>
        <li>
          驗證密碼會送到${own.holder === 'agent' ? '您（代理人）' : '您'}的手機或電子郵件，登入「我的
          MyData」也看得到；為了保護您，不會出現在這一頁。
        </li>
        <li>確認畫面上的機關和櫃檯就是您面前的櫃檯，再當面說出驗證密碼。有人打電話來要，請不要說。</li>
      </ol>
    `,
  ];
}

const deskBox = (desk: DeskWaiting): Html => html`
  <section class="code-box">
    <p>「<strong>${placeOf(desk)}</strong>」正在請您提供驗證密碼</p>
    <p>驗證密碼已經送到您的手機或電子郵件，登入<a href="/me">我的 MyData</a>也看得到。</p>
    <p class="hint">${deskTimes(desk)}</p>
  </section>
`;

const deskTimes = ({ at, expiresAt }: DeskWaiting): string =>
  `${clock(at)} 提出，${clock(expiresAt)} 前有效。您人不在這個櫃檯，請不要告訴任何人。`;

/** On the signed-in page only. */
export const codeBox = (code: ShownCode): Html => html`
  <section class="code-box">
    <p>「<strong>${placeOf(code)}</strong>」正在請您提供驗證密碼</p>
    <p class="code" translate="no">${code.code.slice(0, 4)} ${code.code.slice(4)}</p>
    <p class="hint">${deskTimes(code)}</p>
  </section>
`;

const elsewherePart = (options: BarcodeViewOptions): readonly [string, Html] => [
  '條碼顯示在別的裝置',
  html`<p class="notice" role="status">
      您的條碼目前顯示在另一個裝置或分頁。要改在這裡顯示，請按下面的按鈕；原來的條碼和驗證密碼會立即失效。
    </p>
    ${renewForm(options, '改在這裡顯示條碼')}`,
];

const renewForm = ({ own }: BarcodeViewOptions, label: string): Html =>
  html`<form method="post" action="${barcodePath(own.journey.id)}">
    <input type="hidden" name="csrf" value="${own.csrf}" />
    <button type="submit">${label}</button>
  </form>`;

function footer({ own, standing }: BarcodeViewOptions): Html {
  const { journey, client, datasets, holder, delegation } = own;
  const acting = delegation?.state === 'offered' || delegation?.state === 'accepted';
  return html`
    <section aria-labelledby="kept">
      <h2 id="kept">櫃檯會看到的資料</h2>
      <ul>
        ${datasets.map((one: CatalogueEntry) => html`<li>${one.name['zh-Hant']}（${one.agency['zh-Hant']}）</li>`)}
      </ul>
      <p>資料保存到 ${taipeiTime(standing.until)}，櫃檯取走就立即刪除。</p>
    </section>
    ${
      holder === 'owner'
        ? html`${
              client.agentBasis
                ? html`<section aria-labelledby="agent">
                    <h2 id="agent">不能親自去？</h2>
                    <p>${acting ? '您已經委託代理人。' : '這項服務可以委託他人代您到櫃檯出示條碼。'}</p>
                    <p><a href="/journey/${journey.id}/delegation">${acting ? '查看或撤回委託' : '委託代理人'}</a></p>
                  </section>`
                : ''
            }
            <form class="leave" method="post" action="${barcodePath(journey.id)}/cancel">
              <input type="hidden" name="csrf" value="${own.csrf}" />
              <button class="quiet" type="submit">取消，刪除資料</button>
              <p class="hint">取消後條碼立即失效，本平臺保存的資料會全部刪除。</p>
            </form>`
        : html`<p class="hint">您是代理人，只能出示條碼，看不到資料內容。委託人可以隨時撤回。</p>`
    }
  `;
}

/** Taiwan has one time and no summer time. */
const clock = (at: Date): string => localInTaiwan(at).slice(11);
