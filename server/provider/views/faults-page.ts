/** `/sandbox/faults` as a page: which dataset misbehaves how, and for whom. */
import { html, raw } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { SamplePerson } from '../samples/person.ts';
import { faults, slowSeconds, type Fault, type SetFault } from '../services/faults.ts';
import { page, type Html } from './page.ts';

const faultWords: Readonly<Record<Fault, readonly [name: string, what: string]>> = {
  slow: ['很慢', `${slowSeconds} 秒後才回覆，內容正常`],
  hangs: ['沒有回覆', '收下要求，一直不回覆，直到平臺不再等'],
  dead: ['停擺', '一律回覆 503；對所有人時，心跳也是'],
  'no-record': ['查無紀錄', '回覆 204，如同機關沒有這個人的資料'],
  malformed: ['內容損壞', '回覆 200，但資料包只有前半，打不開'],
  'another-person': ['別人的資料', '簽章正確，裡面是另一個人的統一編號'],
  'bad-signature': ['簽章錯誤', '簽章和憑證的金鑰不符'],
  oversized: ['太大', '解開後超過 50 MB'],
  'expired-certificate': ['憑證過期', '以過期的憑證簽章'],
  'revoked-certificate': ['憑證廢止', '以已廢止的憑證簽章'],
  'wrong-agency': ['別的機關', '以其他機關的憑證簽章'],
};

export interface FaultsPage {
  readonly datasets: readonly CatalogueEntry[];
  readonly people: readonly SamplePerson[];
  readonly active: readonly SetFault[];
  readonly problem?: string;
}

/** To everybody in the test environment; `problem` stands above what is set now, where a form was not taken. */
export const faultsPage = ({ datasets, people, active, problem }: FaultsPage): Html =>
  page({
    title: '模擬故障',
    samples: true,
    here: '/sandbox/faults',
    body: html`<h1>模擬故障</h1>
      <p class="lead">讓一個資料集出錯，看看平臺和縣市的服務怎麼應對。從下一次調取起生效；重新啟動後全部恢復正常。</p>
      ${problem ? html`<p class="notice warning" role="alert">${problem}</p>` : ''}
      <h2>目前的故障</h2>
      ${
        active.length
          ? html`<ul class="cards">
                ${active.map((one) => entry(one, datasets, people))}
              </ul>
              <form method="post" action="/sandbox/faults">
                <input type="hidden" name="all" value="well" />
                <button class="button">全部恢復正常</button>
              </form>`
          : html`<p>沒有，全部正常。</p>`
      }
      <h2>加一個</h2>
      <form method="post" action="/sandbox/faults" class="plain">
        <label for="resource">資料集</label>
        <select id="resource" name="resource" required>
          ${datasets.map(({ id, name }) => html`<option value="${id}">${name['zh-Hant']}（${id}）</option>`)}
        </select>
        <label for="person">對誰</label>
        <select id="person" name="person">
          <option value="">所有人</option>
          ${people.map(({ nationalId, name }) => html`<option value="${nationalId}">${name}（${nationalId}）</option>`)}
        </select>
        <fieldset>
          <legend>怎麼出錯</legend>
          ${faults.map((fault, index) => {
            const [name, what] = faultWords[fault];
            return html`<label class="choice">
              <input type="radio" name="fault" value="${fault}" required ${index === 0 ? raw('checked') : ''} />
              <span><strong>${name}</strong>：${what} <code>${fault}</code></span>
            </label>`;
          })}
        </fieldset>
        <p class="actions"><button class="button">套用</button></p>
      </form>
      <p class="hint">用程式設定：<code>PUT /sandbox/faults</code>，見<a href="/openapi.json">介面說明</a>。</p>`,
  });

function entry(
  { resource, person, fault }: SetFault,
  datasets: readonly CatalogueEntry[],
  people: readonly SamplePerson[],
): Html {
  const name = datasets.find(({ id }) => id === resource)?.name['zh-Hant'] ?? resource;
  const whom =
    person === undefined ? '所有人' : (people.find(({ nationalId }) => nationalId === person)?.name ?? person);
  return html`<li>
    <h3>${name}</h3>
    <p>${faultWords[fault][0]}，對${whom}</p>
    <form method="post" action="/sandbox/faults">
      <input type="hidden" name="resource" value="${resource}" />
      <input type="hidden" name="person" value="${person ?? ''}" />
      <input type="hidden" name="fault" value="" />
      <button class="button">恢復正常<span class="hidden">：${name}，${whom}</span></button>
    </form>
  </li>`;
}
