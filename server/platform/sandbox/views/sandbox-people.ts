/** Pages on which somebody makes test people, changes them and hands them on. Test environment only. */
import { html, raw } from 'hono/html';
import { inUse } from '#schemas/datasets/catalogue.ts';
import type { CatalogueEntry, JsonValue } from '#schemas/datasets/types.ts';
import { counties } from '#schemas/taiwan/counties.ts';
import { towns } from '#schemas/taiwan/towns.ts';
import { factsOf } from '#server/sandbox/people/change-facts.ts';
import type { Disagreement } from '#server/sandbox/people/disagreements.ts';
import { disabilities, families, incomes, mostAge } from '#server/sandbox/people/make-people.ts';
import type { OwnFile } from '#server/sandbox/people/own-people.ts';
import type { SandboxResident } from '#server/sandbox/resident.ts';
import { datePartsOf } from '#server/http/date-fields.ts';
import { dateInput, dateScript } from '../../site/views/fields.ts';
import { page, type Html } from '../../site/views/page.ts';

export interface Said {
  readonly problem?: string;
  /** What was done. */
  readonly done?: string;
  /** Parties that did not take it. */
  readonly silent?: readonly string[];
}

const familyNames: Readonly<Record<(typeof families)[number], string>> = {
  alone: '自己一人',
  couple: '和配偶',
  children: '和配偶、子女',
  'single-parent': '離婚，和子女',
  'three-generations': '三代同堂',
};
const incomeNames: Readonly<Record<(typeof incomes)[number], string>> = {
  none: '一般戶',
  'low-1': '低收入戶第1款',
  'low-2': '低收入戶第2款',
  'low-3': '低收入戶第3款',
  'middle-low': '中低收入戶',
};

const frame = (title: string, { problem, done, silent = [] }: Said, body: Html): Html =>
  page({
    title,
    test: true,
    styles: ['sandbox.css'],
    scripts: [dateScript],
    body: html`
      <h1>${title}</h1>
      ${
        problem
          ? html`<div class="error-summary" role="alert">
              <h2>沒有存入</h2>
              <p>${problem}</p>
            </div>`
          : ''
      }
      ${done ? html`<div class="notice" role="status"><p>${done}</p></div>` : ''}
      ${
        silent.length
          ? html`<div class="notice warning" role="alert">
              <p>這些對象沒有收到：${silent.join('、')}。等它們啟動後，按「再通知各方」。</p>
              <form method="post" action="/sandbox/people">
                <input type="hidden" name="action" value="tell" /><button>再通知各方</button>
              </form>
            </div>`
          : ''
      }
      ${body}
    `,
  });

const select = (
  id: string,
  label: string,
  choices: readonly (readonly [value: string, label: string])[],
  chosen = '',
): Html =>
  html`<p class="pick">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${id}">
      ${choices.map(
        ([value, text]) => html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${text}</option>`,
      )}
    </select>
  </p>`;

const text = (id: string, label: string, value: string, hint = '', required = true): Html =>
  html`<p class="pick">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${id}"
      value="${value}"
      autocomplete="off"
      ${required ? raw('required') : ''}
      ${hint ? raw(`aria-describedby="${id}-hint"`) : ''}
    />
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : ''}
  </p>`;

const check = (id: string, label: string, checked: boolean): Html =>
  html`<p class="pick-one">
    <input type="checkbox" id="${id}" name="${id}" value="yes" ${checked ? raw('checked') : ''} />
    <label for="${id}">${label}</label>
  </p>`;

const pairs = (values: readonly string[]): readonly (readonly [string, string])[] =>
  values.map((value) => [value, value === 'none' ? '無' : value]);

const belongings = (facts: ReturnType<typeof factsOf> | undefined): Html => html`
  ${select(
    'income',
    '社會救助身分',
    incomes.map((one) => [one, incomeNames[one]]),
    facts?.income ?? 'none',
  )}
  ${select('disability', '身心障礙等級', pairs(disabilities), facts?.disability ?? 'none')}
  ${check('employed', '有工作', facts?.employed ?? true)} ${check('car', '有汽車', facts?.car ?? false)}
  ${check('land', '有房屋和土地', facts?.land ?? false)}
`;

/**
 * Those that somebody made, a form for more, and one for a file or a code of others.
 * @param county as the address has it; without a known one it is asked first, since towns depend on it
 */
export const peopleView = (people: readonly OwnFile[], county: string | undefined, said: Said = {}): Html => {
  const chosen = counties.find((one) => one === county);
  return frame(
    '自建測試人物',
    said,
    html`
      <p class="lead">
        選幾個條件，就有一位虛構的人，各機關對他的紀錄彼此相符。事實和每一筆紀錄都可以修改，也可以交給別人用同一個人測試。
      </p>
      <h2>自建的人</h2>
      ${
        people.length
          ? html`<ul class="cards">
              ${people.map(
                ({ slug, name, nationalId, birthDate, note }) =>
                  html`<li>
                    <h3><a href="/sandbox/people/${slug}">${name}</a></h3>
                    <p translate="no">${nationalId}・${birthDate}</p>
                    <p>${note['zh-Hant'].replace(/^虛構人物，僅供測試。/, '')}</p>
                  </li>`,
              )}
            </ul>`
          : html`<p>還沒有。隨附的測試人物在<a href="/sandbox/residents">清單（JSON）</a>。</p>`
      }
      <h2>新增測試人物</h2>
      ${
        chosen
          ? html`<form method="post" action="/sandbox/people" class="make">
              <input type="hidden" name="action" value="make" />
              <input type="hidden" name="county" value="${chosen}" />
              <p>住在${chosen}。<a href="/sandbox/people">換縣市</a></p>
              ${select('town', '鄉鎮市區', pairs(towns[chosen]))}
              ${text('name', '姓名', '', '可以不填，由程式取名', false)}
              ${select('sex', '性別', [
                ['F', '女'],
                ['M', '男'],
              ])}
              <p class="pick">
                <label for="age">年齡（足歲）</label>
                <input id="age" name="age" type="number" min="0" max="${mostAge}" value="40" required />
              </p>
              ${select(
                'family',
                '同住的家人',
                families.map((one) => [one, familyNames[one]]),
              )}
              ${belongings(undefined)} ${check('everybody', '同戶的家人也做成測試人物', false)}
              <p class="actions"><button>做出來</button></p>
            </form>`
          : html`<form method="get" action="/sandbox/people" class="make">
              ${select('county', '住在哪個縣市', pairs(counties), '嘉義縣')}
              <p class="actions"><button>下一步</button></p>
            </form>`
      }
      <h2>收下別人給的人</h2>
      <form method="post" action="/sandbox/people" class="make">
        <input type="hidden" name="action" value="import" />
        <p class="pick">
          <label for="file">人物檔的內容（JSON）或連結裡的代碼</label>
          <textarea id="file" name="file" rows="6" required spellcheck="false"></textarea>
        </p>
        <p class="actions"><button>收下</button></p>
      </form>
      <h2>號碼</h2>
      <p>
        身分證統一編號都是合格的號碼，但性別碼後面一定是 9 或
        00，標示是虛構的。其他號碼一律不收：那可能是真實的人，他不該在這裡有紀錄和金鑰。
      </p>
    `,
  );
};

export interface PersonView {
  readonly file: OwnFile;
  readonly resident: SandboxResident;
  readonly told: readonly Disagreement[];
  readonly link: string;
}

const nameOf = (id: string): string => inUse.get(id)?.name['zh-Hant'] ?? id;

const disagreement = ({ resource, fact, path, says, should }: Disagreement): Html =>
  html`<li>${nameOf(resource)}的${fact}（<code>${path}</code>）是「${says}」，事實是「${should}」</li>`;

/**
 * Everything of one invented person in clear, card PIN and passwords too: they are for trying. Where records that were
 * typed contradict the facts, it says which.
 * @param link to hand the whole person on
 */
export const personView = ({ file, resident, told, link }: PersonView, said: Said = {}): Html => {
  const { slug, name, nationalId, card, nhi, householdNumber, records: own = {} } = file;
  const facts = factsOf(file);
  const { address } = facts;
  return frame(
    name,
    said,
    html`
      <p><a href="/sandbox/people">回自建測試人物</a></p>
      ${
        told.length
          ? html`<div class="notice warning">
              <p>手動修改的紀錄和事實不一致。若不是您要測的，請改事實，或讓那一筆回到由事實產生。</p>
              <ul>
                ${told.map(disagreement)}
              </ul>
            </div>`
          : ''
      }
      <h2>驗證身分用</h2>
      <dl class="values">
        <div>
          <dt>統一編號</dt>
          <dd translate="no">${nationalId}</dd>
        </div>
        <div>
          <dt>自然人憑證</dt>
          <dd>卡號 ${card.number}，PIN ${card.pin}</dd>
        </div>
        <div>
          <dt>健保卡</dt>
          <dd>卡號 ${nhi.number}，密碼 ${nhi.password}</dd>
        </div>
        <div>
          <dt>戶號</dt>
          <dd>${householdNumber}</dd>
        </div>
      </dl>
      <p class="hint">憑證、私鑰與通行金鑰在<a href="/sandbox/residents">測試人物清單（JSON）</a>。</p>
      <h2>事實</h2>
      <p>在這裡改一次，各機關的紀錄和同戶家人的紀錄都跟著改。手動改過的那幾筆不動。</p>
      <form method="post" action="/sandbox/people/${slug}" class="make">
        <input type="hidden" name="action" value="facts" />
        ${text('name', '姓名', facts.name)}
        ${dateInput({ name: 'birthDate', label: '出生日期', value: datePartsOf(facts.birthDate) })}
        ${select('county', '縣市', pairs(counties), address.county)} ${text('town', '鄉鎮市區', address.town)}
        ${text('village', '村里', address.village)} ${text('neighbourhood', '鄰', address.neighbourhood)}
        ${text('street', '街路門牌', address.street)} ${belongings(facts)}
        <p class="actions"><button>儲存事實</button></p>
      </form>
      <h2>各機關的紀錄</h2>
      <p>點一個資料集，看它的內容，或逐欄修改。</p>
      <ul class="records">
        ${[...inUse.values()].map(
          ({ id, name: title }) =>
            html`<li>
              <a href="/sandbox/people/${slug}/${id}">${title['zh-Hant']}</a>
              ${resident.records[id] === null || resident.records[id] === undefined ? '查無紀錄' : '有紀錄'}${
                id in own ? '，手動' : ''
              }
            </li>`,
        )}
      </ul>
      <h2>交給別人</h2>
      <p>
        <a href="/sandbox/people/${slug}.json">下載人物檔（JSON）</a
        >，或給下面的連結（代碼裡就是整個人，換一個平臺也能用）：
      </p>
      <p class="pick">
        <label for="link">連結</label>
        <textarea id="link" rows="4" readonly>${link}</textarea>
      </p>
      <h2>刪除</h2>
      <form method="post" action="/sandbox/people/${slug}">
        <input type="hidden" name="action" value="remove" />
        <button class="second">刪除${name}</button>
      </form>
    `,
  );
};

/**
 * What an agency sends for this person, to be read or typed.
 * @param record null or undefined: the agency has none, and answers 204 @param typed stays where it was not taken
 */
export const recordView = (
  file: OwnFile,
  dataset: CatalogueEntry,
  record: JsonValue | null | undefined,
  { typed, ...said }: Said & { readonly typed?: string } = {},
): Html =>
  frame(
    `${file.name}：${dataset.name['zh-Hant']}`,
    said,
    html`
      <p><a href="/sandbox/people/${file.slug}">回${file.name}</a></p>
      <p>
        ${dataset.id in (file.records ?? {}) ? '這一筆是手動改過的，改事實時不會跟著變。' : '這一筆是由事實產生的。'}
        ${record === null || record === undefined ? '目前查無紀錄，介面回覆 204。' : ''}
      </p>
      <form method="post" action="/sandbox/people/${file.slug}/${dataset.id}" class="make">
        <p class="pick">
          <label for="record">機關送出的內容（JSON），照資料集的格式檢查</label>
          <textarea id="record" name="record" rows="24" spellcheck="false">
${typed ?? (record === null || record === undefined ? '' : JSON.stringify(record, null, 2))}</textarea>
        </p>
        <p class="actions">
          <button name="action" value="save">儲存這一筆</button>
          <button name="action" value="none" class="second">改為查無紀錄</button>
          <button name="action" value="facts" class="second">回到由事實產生</button>
        </p>
      </form>
    `,
  );

/**
 * Who is in a link, before anything is taken.
 * @param code as it came; it is checked when it is taken
 */
export const acceptView = (
  people: readonly { readonly name: string; readonly nationalId: string }[],
  code: string,
): Html =>
  frame(
    '收下測試人物',
    {},
    html`
      <p>這個連結裡有：</p>
      <ul>
        ${people.map(({ name, nationalId }) => html`<li translate="no">${name}（${nationalId}）</li>`)}
      </ul>
      <form method="post" action="/sandbox/people">
        <input type="hidden" name="action" value="import" />
        <input type="hidden" name="file" value="${code}" />
        <button>收下</button>
      </form>
    `,
  );
