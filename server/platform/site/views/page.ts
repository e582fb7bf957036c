/** The frame of every page: landmarks with `:::` access keys (網站無障礙規範 110.07), skip link, test banner. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly test: boolean;
  /** Style sheets under `/assets/`, beside the one of every page. */
  readonly styles?: readonly string[];
  /** Module scripts under `/assets/`. */
  readonly scripts?: readonly string[];
  /** Module scripts by their whole path, such as a built component. */
  readonly modules?: readonly string[];
  /** Seconds until the page asks anew where there is no script (a `<meta>` in force would be a trap for slow readers). */
  readonly refreshSeconds?: number;
}

/**
 * `title` and all that is put in are escaped; `body` is markup already. Search engines are told to leave each page out.
 */
export const page = ({
  title,
  body,
  test,
  styles = [],
  scripts = [],
  modules = [],
  refreshSeconds,
}: PageOptions): Html =>
  html`${raw('<!doctype html>')}
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}｜MyData 參考平臺</title>
        <link rel="stylesheet" href="/assets/platform.css" />
        ${styles.map((name) => html`<link rel="stylesheet" href="/assets/${name}" />`)}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${scripts.map((name) => html`<script type="module" src="/assets/${name}"></script>`)}
        ${modules.map((path) => html`<script type="module" src="${path}"></script>`)}
        ${refreshSeconds === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}" /></noscript>`}
      </head>
      <body>
        <a class="skip" href="#main">跳到主要內容</a>
        <header class="top">
          ${test ? html`<p class="test-banner">測試環境：資料皆為虛構</p>` : ''}
          <div class="bar">
            <a class="access-key" id="top" href="#top" accesskey="U" title="上方區塊（快速鍵 U）">:::</a>
            <a class="brand" href="/"><span class="brand-mark" aria-hidden="true"></span>MyData 參考平臺</a>
            <span class="brand-note">個人資料自主運用</span>
          </div>
        </header>
        <main id="main" tabindex="-1">
          <a class="access-key" href="#main" accesskey="C" title="主要內容區塊（快速鍵 C）">:::</a>
          ${body}
        </main>
        <footer class="bottom">
          <a class="access-key" id="bottom" href="#bottom" accesskey="B" title="下方區塊（快速鍵 B）">:::</a>
          <p>這是供縣市開發與測試用的 MyData 參考平臺，不是政府的正式服務。</p>
        </footer>
      </body>
    </html>`;
