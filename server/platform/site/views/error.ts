/** An error as a page. */
import { html } from 'hono/html';
import type { HttpError } from '#server/http/errors.ts';
import { page, type Html } from './page.ts';

/**
 * For whoever looks at a page and not for programs (`app.ts`): the words in both languages, status and code; never what
 * was thrown.
 */
export const errorView = (error: HttpError, test: boolean): Html =>
  page({
    title: '無法繼續',
    test,
    body: html`
      <h1>${error.status === 404 ? '找不到' : '無法繼續'}</h1>
      <p class="lead">${error.text['zh-Hant']}</p>
      <p lang="en">${error.text.en}</p>
      <p class="back"><a href="/">回到首頁</a></p>
      <p class="hint">代碼 ${error.status}（${error.code}）</p>
    `,
  });
