/** The steps of one self-download, and the list of what it holds. */
import { html } from 'hono/html';
import type { OwnDownload } from '../downloads.ts';
import type { Html } from '../../site/views/page.ts';

export type DownloadStep = 'choose' | 'answer' | 'consent' | 'fetch' | 'save';

const steps: readonly (readonly [DownloadStep, string])[] = [
  ['choose', '選擇資料'],
  ['answer', '補充說明'],
  ['consent', '同意'],
  ['fetch', '取得資料'],
  ['save', '查看與儲存'],
];

/** Without the questions where no dataset asks any. */
export function downloadSteps({ datasets }: Pick<OwnDownload, 'datasets'>, now: DownloadStep): Html {
  const shown = steps.filter(([name]) => name !== 'answer' || datasets.some(({ parameters }) => parameters.length));
  const number = shown.findIndex(([name]) => name === now);
  return html`<nav aria-label="下載步驟">
    <ol class="steps steps-${shown.length}">
      ${shown.map(
        ([name, label], index) =>
          html`<li
            class="${index < number ? 'done' : index === number ? 'now' : 'next'}"
            ${name === now ? html`aria-current="step"` : ''}
          >
            <span class="step-number">${index + 1}</span
            ><span class="step-label"
              >${label}${index < number ? html`<span class="hidden">（已完成）</span>` : ''}</span
            >
          </li>`,
      )}
    </ol>
  </nav>`;
}

/** @param part e.g. `save`; without it, the download's own page */
export const downloadPath = ({ download }: Pick<OwnDownload, 'download'>, part = ''): string =>
  `/me/download/${download.id}${part && `/${part}`}`;
