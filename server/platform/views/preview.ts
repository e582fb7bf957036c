/** Fourth screen: whose data, what is in it. For the resident's own eyes, not a proof (手冊 附件三 三-15). */
import { html } from 'hono/html';
import { maskId, maskName } from '../../../schemas/taiwan/masking.ts';
import { maskEmail } from '../mask.ts';
import type { VerifiedPerson } from '../person.ts';
import type { OwnJourney } from '../services/journey.ts';
import type { DatasetPreview, PreviewField } from '../services/preview.ts';
import { csrfField, journeyPage, journeyPath } from './journey-page.ts';
import type { Html } from './page.ts';

export interface PreviewViewOptions {
  readonly own: OwnJourney;
  readonly test: boolean;
  readonly person: VerifiedPerson;
  readonly previews: readonly DatasetPreview[];
}

export function previewView({ own, test, person, previews }: PreviewViewOptions): Html {
  const failed = previews.some(({ state }) => state === 'failed');
  return journeyPage({
    own,
    test,
    screen: 'preview',
    title: '預覽您的資料',
    body: html`
      <dl class="person">
        <div>
          <dt>姓名</dt>
          <dd>${maskName(person.name)}</dd>
        </div>
        <div>
          <dt>身分證統一編號</dt>
          <dd>${maskId(person.nationalId)}</dd>
        </div>
        <div>
          <dt>傳送後通知</dt>
          <dd>電子郵件 ${maskEmail(person.email)}</dd>
        </div>
      </dl>
      <p class="notice">這個畫面只供您本人確認內容，不是證明文件，不得列印作為證明。</p>
      ${failed ? html`<p class="notice warning" role="status">有資料暫時無法取得，這次不會傳送任何資料。您可以到下一步告知服務機關，或取消後改用其他方式申辦。</p>` : ''}
      ${previews.map(datasetSection)}
      <form method="post" action="${journeyPath(own, 'preview')}">
        ${csrfField(own)}
        <button type="submit">下一步：決定是否同意</button>
      </form>
    `,
  });
}

const datasetSection = ({ dataset, state, fields, lists, documents }: DatasetPreview): Html => html`
  <section class="dataset" aria-labelledby="${headingId(dataset.id)}">
    <h2 id="${headingId(dataset.id)}">${dataset.name['zh-Hant']}</h2>
    <p class="hint">由${dataset.agency['zh-Hant']}提供。內容有錯時，請洽${dataset.correctedBy['zh-Hant']}更正。</p>
    ${notes[state]} ${fields.length ? valueList(fields) : ''}
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

const notes: Readonly<Record<DatasetPreview['state'], Html | string>> = {
  had: '',
  'no-record': html`<p class="notice">查無資料：機關沒有您的這項紀錄。這也是一種回覆，會如實告知服務機關。</p>`,
  failed: html`<p class="notice warning">暫時無法取得這項資料。</p>`,
};

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
