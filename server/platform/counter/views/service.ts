/** The page of one counter service: what MyData supplies, what to bring, and one button. */
import { html } from 'hono/html';
import type { ReturnCode } from '#server/protocol/mydata-1/return-codes.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { fieldLabels } from '../../field-labels.ts';
import { methodName, offeredMethods } from '../../identity/methods/levels.ts';
import type { Client } from '../../registry/read-register.ts';
import { requiredOf } from '../../registry/counter-offer.ts';
import { agencyOf } from '../agency.ts';
import { counterPath } from '../counter-return.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { page, type Html } from '../../site/views/page.ts';

export interface CounterServiceOptions {
  readonly client: Client;
  readonly datasets: readonly CatalogueEntry[];
  readonly test: boolean;
  readonly maintenance: Html;
  /** Why a journey that began here ended. */
  readonly ended?: ReturnCode;
  readonly ticked?: readonly string[];
  /** Of these too few were ticked. */
  readonly lacking?: readonly string[];
}

/** For anybody, before anyone knows who they are. A suspended service says so in the place of the button. */
export function counterServiceView(options: CounterServiceOptions): Html {
  const { client, datasets, test, maintenance, ended, lacking } = options;
  const required = datasets.filter(({ id }) => requiredOf(client.counter, client.resources).includes(id));
  const minutes = Math.max(0, ...datasets.map((one) => one.minutes ?? 0));
  return page({
    title: `${lacking ? '請修正：' : ''}${client.name}（臨櫃辦理）`,
    test,
    styles: ['counter.css'],
    body: html`
      <p class="counter-kind">臨櫃辦理</p>
      <h1>${client.name}</h1>
      ${agencyOf(client) ? html`<p class="asker">辦理機關：<strong>${agencyOf(client)}</strong></p>` : ''}
      ${ended ? endedNote(ended) : ''}
      ${lacking ? errorSummary('請再勾選需要的資料', [{ field: `dataset-${lacking[0] ?? ''}`, text: choiceRule(options, lacking) }]) : ''}
      <p class="lead">
        先在這裡取得資料、拿到條碼，再到櫃檯出示。承辦人員掃描後，由您當面說出驗證密碼，資料才會交給櫃檯，不必再準備這些證明文件。
      </p>
      ${maintenance}
      <form method="post" action="${counterPath(client.clientId)}">
        ${
          required.length
            ? html`<section aria-labelledby="supplied">
                <h2 id="supplied">MyData 幫您準備</h2>
                <ul class="cards">
                  ${required.map((one) => html`<li>${datasetFacts(client, one, html`<h3>${one.name['zh-Hant']}</h3>`)}</li>`)}
                </ul>
              </section>`
            : ''
        }
        ${client.counter.atLeast.map(({ of }, index) => choice(options, of, index))}
        ${
          client.counter.bring.length
            ? html`<section aria-labelledby="bring">
                <h2 id="bring">請您自己帶</h2>
                <ul class="bring">
                  ${client.counter.bring.map((text) => html`<li>${text}</li>`)}
                </ul>
              </section>`
            : ''
        }
        <section class="one-click" aria-label="開始">
          ${minutes ? html`<p class="notice">有的資料約需準備 ${minutes} 分鐘。您可以先同意再離開，備妥後會通知您，再回來看條碼。</p>` : ''}
          ${
            client.suspended
              ? html`<p class="notice warning" role="status">
                  這項服務目前暫停使用 MyData，請直接帶證明文件到櫃檯辦理。
                </p>`
              : html`<button class="one-click-button" type="submit">一鍵取得</button>
                  <p class="hint">
                    接著會請您閱讀條款、驗證身分，看過資料再決定是否同意。可用的驗證方式：${offeredMethods(datasets).map(methodName).join('、')}。條碼每
                    20 分鐘更換，資料最多暫存 8 小時，櫃檯取走就刪除。
                  </p>`
          }
        </section>
      </form>
      <p class="hint">不想用 MyData，也可以自己帶證明文件到櫃檯，權益不受影響。</p>
    `,
  });
}

function choice(
  { client, datasets, ticked = [], lacking }: CounterServiceOptions,
  of: readonly string[],
  index: number,
) {
  const among = datasets.filter(({ id }) => of.includes(id));
  const n = client.counter.atLeast[index]?.n ?? 1;
  const wrong = lacking === of;
  return html`<fieldset
    class="field choose ${wrong ? 'wrong' : ''}"
    ${wrong ? html`aria-describedby="lacking-${index}"` : ''}
  >
    <legend>以下資料請至少選 ${n} 項</legend>
    ${wrong ? html`<p class="error" id="lacking-${index}">請至少勾選 ${n} 項。</p>` : ''}
    <ul class="cards">
      ${among.map(
        (one) =>
          html`<li>
            ${datasetFacts(
              client,
              one,
              html`<label class="check"
                ><input
                  type="checkbox"
                  id="dataset-${one.id}"
                  name="dataset"
                  value="${one.id}"
                  ${ticked.includes(one.id) ? 'checked' : ''}
                  ${wrong ? html`aria-invalid="true"` : ''}
                />
                <strong>${one.name['zh-Hant']}</strong></label
              >`,
            )}
          </li>`,
      )}
    </ul>
  </fieldset>`;
}

const choiceRule = ({ client, datasets }: CounterServiceOptions, of: readonly string[]): string => {
  const names = datasets.filter(({ id }) => of.includes(id)).map(({ name }) => name['zh-Hant']);
  return `${names.join('、')}：請至少勾選 ${client.counter.atLeast.find((one) => one.of === of)?.n ?? 1} 項。`;
};

function datasetFacts(client: Client, { id, agency, minutes, specialCategory }: CatalogueEntry, head: Html): Html {
  const labels = fieldLabels(id, client.fields[id]);
  return html`${head}
    <p>由${agency['zh-Hant']}提供${minutes ? `，約需準備 ${minutes} 分鐘` : ''}</p>
    ${labels.length ? html`<p>只取其中的：${labels.join('、')}</p>` : html`<p>取整份資料</p>`}
    ${specialCategory ? html`<p class="tag">特種個人資料（個人資料保護法第 6 條）</p>` : ''}`;
}

const endedWords: Partial<Record<ReturnCode, string>> = {
  401: '這項服務還在試用，目前只開放給參加試用的民眾。沒有保存任何資料。',
  205: '這次已經取消，沒有保存任何資料。您可以隨時重新開始。',
  408: '時間太久沒有完成，這次已經結束，沒有保存任何資料。請重新開始。',
  423: '這項服務目前暫停使用 MyData。',
  504: '有資料暫時無法取得，所以沒有產生條碼，也沒有保存任何資料。請改天再試，或自行帶證明文件到櫃檯。',
};

const endedNote = (code: ReturnCode): Html =>
  html`<p class="notice warning" role="status">
    ${endedWords[code] ?? '這次沒有完成，沒有保存任何資料。您可以重新開始。'}
  </p>`;
