/** Fourth screen: whose data, what is in it. For the resident's own eyes, not a proof (手冊 附件三 三-15). */
import { html } from 'hono/html';
import { maskId, maskName } from '#schemas/taiwan/masking.ts';
import { maskEmail } from '../../mask.ts';
import type { VerifiedPerson } from '../../person.ts';
import type { OwnJourney } from '../../journey/journey.ts';
import type { ParameterAnswer } from '../parameters.ts';
import type { DatasetPreview } from '../preview.ts';
import { datasetSection } from './dataset-section.ts';
import { csrfField, journeyPage, journeyPath } from '../../journey/views/journey-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface PreviewViewOptions {
  readonly own: OwnJourney;
  readonly test: boolean;
  readonly person: VerifiedPerson;
  readonly previews: readonly DatasetPreview[];
  /** To what the datasets asked. */
  readonly answers?: readonly ParameterAnswer[];
}

/**
 * To the resident once all has come, or one cannot be had. Name, id and e-mail address are masked; what was answered
 * stands in full, as typed.
 */
export function previewView({ own, test, person, previews, answers = [] }: PreviewViewOptions): Html {
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
          <dd translate="no">${maskName(person.name)}</dd>
        </div>
        <div>
          <dt>身分證統一編號</dt>
          <dd translate="no">${maskId(person.nationalId)}</dd>
        </div>
        ${answers.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd translate="no">${value}</dd>
            </div>`,
        )}
        <div>
          <dt>傳送後通知</dt>
          <dd>電子郵件 <span translate="no">${maskEmail(person.email)}</span></dd>
        </div>
      </dl>
      <p class="notice">這個畫面只供您本人確認內容，不是證明文件，不得列印作為證明。</p>
      ${failed ? html`<p class="notice warning" role="status">有資料暫時無法取得，這次不會傳送任何資料。您可以到下一步告知服務機關，或取消後改用其他方式申辦。</p>` : ''}
      ${previews.map((one) => datasetSection(one, '這也是一種回覆，會如實告知服務機關。'))}
      <form method="post" action="${journeyPath(own, 'preview')}">
        ${csrfField(own)}
        <button type="submit">下一步：決定是否同意</button>
      </form>
    `,
  });
}
