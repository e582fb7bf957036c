/** What one dataset holds, field by field, for the eyes of the person it is about. */
import { html } from 'hono/html';
import type { DatasetPreview, PreviewField } from '../preview.ts';
import type { Html } from '../../site/views/page.ts';

/** @param ofNoRecord what follows from it where it is shown */
export const datasetSection = (
  { dataset, state, broken, fields, lists, documents }: DatasetPreview,
  ofNoRecord: string,
): Html => html`
  <section class="dataset" aria-labelledby="${headingId(dataset.id)}">
    <h2 id="${headingId(dataset.id)}">${dataset.name['zh-Hant']}</h2>
    <p class="hint">由${dataset.agency['zh-Hant']}提供。內容有錯時，請洽${dataset.correctedBy['zh-Hant']}更正。</p>
    ${noteOf(state, broken, ofNoRecord)} ${fields.length ? valueList(fields) : ''}
    ${lists.map(
      ({ label, rows }) => html`
        <h3>${label}（${rows.length} 筆）</h3>
        <ol class="rows">
          ${rows.map((row) => html`<li>${valueList(row)}</li>`)}
        </ol>
      `,
    )}
    ${state === 'had' && !fields.length && !lists.length && !documents.length ? html`<p>資料已經備妥，這個畫面無法顯示它的內容。</p>` : ''}
    ${
      documents.length
        ? html`<ul>
            ${documents.map(({ name, bytes }) => html`<li>文件 ${name}（${Math.max(1, Math.round(bytes / 1024))} KB）</li>`)}
          </ul>`
        : ''
    }
  </section>
`;

function noteOf(state: DatasetPreview['state'], broken: boolean | undefined, ofNoRecord: string): Html | string {
  if (state === 'had') return '';
  if (broken) return html`<p class="notice warning">${brokenWords}</p>`;
  if (state === 'not-awaited')
    return html`<p class="notice">機關還在準備這項資料。因為有別的資料無法取得，這次不再等候，也不會傳送。</p>`;
  return state === 'failed'
    ? html`<p class="notice warning">暫時無法取得這項資料。</p>`
    : html`<p class="notice">查無資料：機關沒有您的這項紀錄。${ofNoRecord}</p>`;
}

/** Whoever reads it has done nothing wrong, and need not know what a certificate is. */
const brokenWords =
  '機關送來的這項資料沒有通過檢查，無法確認是機關給您的完整資料。為了保護您，平臺沒有採用，也沒有保存。平臺已留下紀錄，請機關處理。';

const valueList = (fields: readonly PreviewField[]): Html =>
  html`<dl class="values">
    ${fields.map(
      ({ label, values }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>
            ${
              values.length === 1
                ? values[0]
                : html`<ul>
                    ${values.map((value) => html`<li>${value}</li>`)}
                  </ul>`
            }
          </dd>
        </div>`,
    )}
  </dl>`;

const headingId = (resourceId: string): string => `dataset-${resourceId.replace('.', '-')}`;
