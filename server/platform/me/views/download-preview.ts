/** What a self-download holds, for its owner's eyes only: not a proof, and not to be printed (手冊 附件三 三-15). */
import { html } from 'hono/html';
import type { OwnDownload } from '../downloads.ts';
import type { OwnSession } from '../session.ts';
import type { DatasetPreview } from '../../consent/preview.ts';
import type { Html } from '../../site/views/page.ts';
import { datasetSection } from '../../consent/views/dataset-section.ts';
import { countdown } from './countdown.ts';
import { downloadPath } from './download-step.ts';
import { mePage } from './me-page.ts';

/** Only while the data is kept. In print there is a word in the place of the data; PDFs are not opened here. */
export const downloadPreviewView = ({
  own,
  test,
  found,
  previews,
  now,
}: {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly found: OwnDownload;
  readonly previews: readonly DatasetPreview[];
  readonly now: Date;
}): Html =>
  mePage({
    own,
    test,
    part: 'download',
    title: '查看您的資料',
    scripts: ['me-countdown.js'],
    body: html`
      <p class="notice own-eyes">
        <strong>僅供本人查看，不得作為證明文件。</strong>這個畫面不能列印。文件（PDF）要儲存後才能打開。
      </p>
      ${countdown(found.download.keepUntil ?? now, now)}
      <div class="no-print">${previews.map((one) => datasetSection(one, ''))}</div>
      <p class="print-only">
        這個畫面的資料僅供本人查看，不得作為證明文件，因此不會印出來。要保留資料，請回到上一頁按「儲存到我的裝置」；要申辦業務，請從該服務使用
        MyData 直接傳送。
      </p>
      <p class="actions"><a class="button" href="${downloadPath(found)}">回到儲存</a></p>
    `,
  });
