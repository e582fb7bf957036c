/** The application form 申請表 of a service: by hand, or filled from a published form. */
import { html } from 'hono/html';
import { usualJweMode } from '#server/protocol/mydata-1/jwe-modes.ts';
import { categories } from '#schemas/datasets/categories.ts';
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import type { DatasetAsked, ServiceDefinition } from '../definition.ts';
import { choicesText } from '../read-form.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import type { DateParts } from '#schemas/taiwan/read-date.ts';
import { datasetLimit } from '../read-register.ts';
import type { Finding } from '../rules/rule.ts';
import type { Staff } from '../../staff/session.ts';
import { consolePage } from '../../staff/views/console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { dateInput, dateScript, fieldErrors } from '../../site/views/fields.ts';
import { areaField, csrfField, textField } from '../../staff/views/fields.ts';
import { jweChoices } from '../../site/views/jwe-words.ts';
import type { Html } from '../../site/views/page.ts';
import { boxes, radios } from './controls.ts';

export interface ServiceFormView {
  readonly staff: Staff;
  readonly test: boolean;
  readonly title: string;
  /** Where the form goes. */
  readonly action: string;
  readonly submit: string;
  readonly definition: ServiceDefinition;
  /** How many dataset rows to show at least. */
  readonly rows: number;
  /** Row that was just added or opened. */
  readonly focus?: number;
  readonly mistakes: readonly Pick<Finding, 'field' | 'text' | 'clause'>[];
  /** Of a live service: the first day on which a change can be in force. */
  readonly change?: { readonly firstDay: string; readonly day: DateParts };
  readonly hidden?: Readonly<Record<string, string>>;
  readonly note?: Html;
}

/**
 * For people of the organisation: the application 申請表, a change of it (for a live service with its day), or the second
 * application before live. What was typed is kept; mistakes are listed in the order of the form, with their clauses.
 */
export const serviceFormView = (view: ServiceFormView): Html => {
  const { staff, test, title, action, submit, definition: d, mistakes, change, hidden = {}, note } = view;
  const error = (field: string): string | undefined => mistakes.find((one) => one.field === field)?.text;
  const rows = Array.from({ length: Math.max(view.rows, d.datasets.length, 1) }, (_, index) => d.datasets[index]);
  return consolePage({
    staff,
    test,
    title,
    current: 'portal',
    error: mistakes.length > 0,
    styles: ['portal.css'],
    scripts: change ? [dateScript] : [],
    body: html`
      ${
        mistakes.length
          ? errorSummary(
              '還不能送出，請修改下面的項目',
              inOrder(mistakes).map(({ field, text, clause }) => ({ field, text: `${text}（${clause}）` })),
            )
          : ''
      }
      ${note ?? ''}
      <form method="post" action="${action}" class="application" novalidate>
        ${csrfField(staff)}
        <input type="hidden" name="choices" value="${choicesText(d)}" />
        ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <section aria-labelledby="part-service">
          <h2 id="part-service">一、服務</h2>
          ${textField({ name: 'name', label: '服務名稱', hint: '民眾在同意畫面看到的名稱。', value: d.name, error: error('name'), maxLength: 60 })}
          ${radios({
            name: 'kind',
            legend: '服務種類',
            error: error('kind'),
            choices: [
              { value: 'application', text: '申辦：民眾用它辦一件事' },
              { value: 'look-up', text: '查詢：只是看資料' },
            ],
            chosen: [d.kind],
          })}
          ${boxes({
            name: 'modes',
            legend: '辦理方式',
            error: error('modes'),
            choices: [
              { value: 'online', text: '線上申辦' },
              { value: 'counter', text: '臨櫃核驗' },
            ],
            chosen: d.modes,
          })}
          ${radios({
            name: 'applicant',
            legend: '由誰申請',
            error: error('applicant'),
            choices: [
              { value: 'self', text: '當事人本人' },
              { value: 'agent', text: '也可以由他人代為申請' },
            ],
            chosen: [d.applicant],
          })}
          ${areaField({ name: 'agentBasis', label: '代為申請的法源依據', hint: '只有可以代為申請時才要填。', value: d.agentBasis, error: error('agentBasis'), required: false, rows: 2 })}
          ${radios({
            name: 'centralService',
            legend: '中央業務主管機關是否已有這項線上申辦',
            hint: '地方政府必填。',
            error: error('centralService'),
            choices: [
              { value: 'none', text: '沒有' },
              { value: 'exists', text: '已經有了' },
            ],
            chosen: [d.centralService],
          })}
        </section>
        <section aria-labelledby="part-purpose">
          <h2 id="part-purpose">二、目的與依據</h2>
          ${areaField({ name: 'purpose', label: '蒐集目的', hint: '一兩句話，民眾在同意前會讀到。', value: d.purpose, error: error('purpose') })}
          ${textField({ name: 'purposeCodes', label: '特定目的代號', hint: '例如 057、175。可填多個，用頓號或空白分開。', value: d.purposeCodes.join('、'), error: error('purposeCodes'), maxLength: 200 })}
          ${textField({ name: 'dataClasses', label: '個人資料類別代號', hint: '例如 C001、C011。', value: d.dataClasses.join('、'), error: error('dataClasses'), maxLength: 300 })}
          ${areaField({ name: 'legalBasis', label: '辦理這項服務的法律依據', hint: '法規名稱與條文，例如「社會救助法第 21 條」。', value: d.legalBasis, error: error('legalBasis'), rows: 2 })}
        </section>
        <section aria-labelledby="part-datasets">
          <h2 id="part-datasets">三、資料集與欄位</h2>
          <p>
            每項服務以 ${datasetLimit} 項資料集為限（手冊
            參-一-(六)）；只能要求申辦規定本來就要民眾檢附的證明，而且只勾用得到的欄位。
          </p>
          ${rows.map((row, index) => datasetRow(row, index, error, view.focus === index))}
          <p><button class="plain" name="do" value="more">再加一項資料集</button></p>
          ${areaField({ name: 'extraDatasetsBasis', label: `超過 ${datasetLimit} 項的法源依據`, hint: '超過時才要填，會由本平臺審查。', value: d.extraDatasetsBasis, error: error('extraDatasetsBasis'), required: false, rows: 2 })}
          ${areaField({ name: 'specialBasis', label: '特種個人資料的依據', hint: '資料集含病歷、醫療、健康檢查、犯罪前科等資料時：個資法第 6 條第 1 項但書的哪一款與依據的法規。', value: d.specialBasis, error: error('specialBasis'), required: false, rows: 2 })}
          ${boxes({
            name: 'specialConsent',
            legend: '書面同意（要求特種個人資料時）',
            error: error('specialConsent'),
            choices: [{ value: 'yes', text: '會另外取得當事人的書面同意（得以電子文件為之）' }],
            chosen: d.specialConsent ? ['yes'] : [],
          })}
        </section>
        <section aria-labelledby="part-terms">
          <h2 id="part-terms">四、條款與保存</h2>
          ${areaField({ name: 'terms', label: '服務條款', hint: '民眾同意前看到的全文。', value: d.terms, error: error('terms'), rows: 8, maxLength: 4000 })}
          ${textField({ name: 'retentionDays', label: '資料保存天數', hint: '例如 1825（5 年）。', value: d.retentionDays === undefined ? '' : String(d.retentionDays), error: error('retentionDays'), numeric: true, width: 'short', maxLength: 6 })}
        </section>
        <section aria-labelledby="part-contact">
          <h2 id="part-contact">五、承辦單位</h2>
          ${textField({ name: 'contactUnit', label: '單位', value: d.contact.unit, error: error('contactUnit'), maxLength: 60 })}
          ${textField({ name: 'contactPhone', label: '電話', value: d.contact.phone, error: error('contactPhone'), maxLength: 60 })}
          ${textField({ name: 'contactEmail', label: '公務電子郵件', value: d.contact.email, error: error('contactEmail'), maxLength: 100 })}
        </section>
        <section aria-labelledby="part-addresses">
          <h2 id="part-addresses">六、介接網址</h2>
          ${textField({ name: 'returnUrl', label: '返回網址', hint: '民眾同意後回到這裡；只有這個網址回得去。', value: d.returnUrl, error: error('returnUrl'), maxLength: 500 })}
          ${textField({ name: 'spApiUrl', label: 'SP-API 網址', hint: '平臺把許可憑據送到這裡。', value: d.spApiUrl, error: error('spApiUrl'), maxLength: 500 })}
          ${areaField({ name: 'addresses', label: '取資料的來源 IP', hint: '一行一個；留白表示不限定。', value: d.addresses.join('\n'), error: error('addresses'), required: false, rows: 3 })}
          ${radios({
            name: 'jwe',
            legend: '資料包的加密方式',
            hint: '您的系統兩種都讀得懂時，請選第一種。',
            error: error('jwe'),
            choices: jweChoices,
            chosen: [d.jwe ?? usualJweMode],
          })}
        </section>
        ${
          change
            ? html`<section aria-labelledby="part-day">
                <h2 id="part-day">七、生效日</h2>
                ${dateInput({ name: 'effectiveDay', label: '從哪一天起變更', hint: `最早${formatRocDate(change.firstDay) ?? ''}：異動要在 30 日前公告（附件一 四-(二)）。`, value: change.day, errors: fieldErrors(mistakes) })}
              </section>`
            : ''
        }
        <p class="actions">
          <button name="do" value="submit">${submit}</button>
          <a href="/portal">取消，回我的服務</a>
        </p>
      </form>
    `,
  });
};

/** As the form asks: the checks are in the order of the rules. */
const order = [
  ...['name', 'kind', 'modes', 'applicant', 'agentBasis', 'centralService'],
  ...['purpose', 'purposeCodes', 'dataClasses', 'legalBasis', 'datasets', 'extraDatasetsBasis', 'specialBasis'],
  ...[
    'specialConsent',
    'terms',
    'retentionDays',
    'contactUnit',
    'contactPhone',
    'contactEmail',
    'returnUrl',
    'spApiUrl',
  ],
];

const placeOf = ({ field = '' }: Pick<Finding, 'field'>): number => {
  const place = order.indexOf(field.split('.')[0] ?? '');
  return place < 0 ? order.length : place;
};

const inOrder = <One extends Pick<Finding, 'field'>>(mistakes: readonly One[]): readonly One[] =>
  mistakes.toSorted((a, b) => placeOf(a) - placeOf(b));

const byCategory = [...new Set([...catalogue.values()].map(({ category }) => category))].map((category) => ({
  category,
  entries: [...catalogue.values()].filter((entry) => entry.category === category && entry.status === 'in-use'),
}));

function datasetRow(
  row: DatasetAsked | undefined,
  index: number,
  error: (field: string) => string | undefined,
  focus: boolean,
): Html {
  const at = (name: string): string => `datasets.${index}.${name}`;
  const id = row?.id ?? '';
  const entry = catalogue.get(id);
  const fields = datasets.get(id)?.fields;
  const wrong = error(at('id'));
  return html`
    <fieldset class="dataset">
      <legend>資料集 ${index + 1}${entry ? `：${entry.name['zh-Hant']}` : ''}</legend>
      <div class="field ${wrong ? 'wrong' : ''}">
        <label for="${at('id')}">資料集</label>
        ${wrong ? html`<p class="error" id="${at('id')}-error">${wrong}</p>` : ''}
        <select
          id="${at('id')}"
          name="${at('id')}"
          ${wrong ? html`aria-invalid="true" aria-describedby="${at('id')}-error"` : ''}
          ${focus ? html`autofocus` : ''}
        >
          <option value="">請選擇</option>
          ${entry || !id ? '' : html`<option value="${id}" selected>${id}（目錄裡沒有）</option>`}
          ${byCategory.map(
            ({ category, entries }) =>
              html`<optgroup label="${categories[category]['zh-Hant']}">
                ${entries.map(
                  (one) =>
                    html`<option value="${one.id}" ${one.id === id ? html`selected` : ''}>
                      ${one.name['zh-Hant']}（${one.agency['zh-Hant']}）
                    </option>`,
                )}
              </optgroup>`,
          )}
        </select>
      </div>
      <input type="hidden" name="${at('shown')}" value="${id}" />
      ${
        fields
          ? boxes({
              name: at('fields'),
              legend: '用得到的欄位',
              error: error(at('fields')),
              choices: [
                ...(row?.fields.includes('$') ? [{ value: '$', text: '整份資料（表單要附上整份文件）' }] : []),
                ...fields.map(({ path, label }) => ({ value: path, text: label['zh-Hant'] })),
              ],
              chosen: row?.fields ?? [],
            })
          : html`<p class="hint" id="${at('fields')}">
              ${
                entry
                  ? '這項資料集只有簽章文件，沒有可以單獨要求的欄位。'
                  : '選好資料集後，按「顯示欄位」勾選用得到的欄位。'
              }
            </p>`
      }
      <p><button class="plain" name="do" value="fields.${index}">顯示欄位</button></p>
      ${textField({ name: at('document'), label: '取代哪一份紙本證明', value: row?.document ?? '', error: error(at('document')), maxLength: 200 })}
      ${textField({ name: at('rule'), label: '哪一個規定要求附這份證明', value: row?.rule ?? '', error: error(at('rule')), maxLength: 300 })}
      ${radios({
        name: at('demanded'),
        legend: '申辦規定是否要求每位申請人附這份證明',
        error: error(at('demanded')),
        choices: [
          { value: 'demanded', text: '是' },
          { value: 'not-demanded', text: '否' },
        ],
        chosen: [row?.demanded ?? ''],
      })}
      ${radios({
        name: at('lookUp'),
        legend: '貴機關能不能自行查調這項資料',
        error: error(at('lookUp')),
        choices: [
          { value: 'no', text: '不能' },
          { value: 'in-part', text: '只能查到一部分' },
          { value: 'yes', text: '可以' },
        ],
        chosen: [row?.lookUp ?? ''],
      })}
      ${textField({ name: at('lookUpNote'), label: '為什麼查調還不夠', hint: '只能查到一部分時才要填。', value: row?.lookUpNote ?? '', error: error(at('lookUpNote')), required: false, maxLength: 300 })}
      <p><button class="plain" name="do" value="remove.${index}">移除這項資料集</button></p>
    </fieldset>
  `;
}
