/** The frame of the provider's pages: landmarks with `:::` access keys (網站無障礙規範 110.07), skip link, test banner. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  /** The sample pages exist: links to them stand in the header. */
  readonly samples: boolean;
  /** Address of the page that is open, to mark it in the header. */
  readonly here?: string;
}

const places = [
  ['/samples', '資料集樣本'],
  ['/samples/residents', '測試民眾'],
  ['/samples/archives', '整批下載'],
  ['/sandbox/faults', '模擬故障'],
] as const;

/**
 * All that is put in is escaped, `body` is markup already. Search engines are told to leave each page out; each says
 * that its people and data are invented.
 */
export const page = ({ title, body, samples, here }: PageOptions): Html =>
  html`${raw('<!doctype html>')}
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}｜模擬資料提供者</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到主要內容</a>
        <header class="top">
          <p class="test-banner">測試環境：人物與資料皆為虛構</p>
          <div class="bar">
            <a class="access-key" id="top" href="#top" accesskey="U" title="上方區塊（快速鍵 U）">:::</a>
            <a class="brand" href="/">模擬資料提供者</a>
            ${
              samples
                ? html`<nav aria-label="樣本">
                    ${places.map(
                      ([path, label]) =>
                        html`<a href="${path}" ${path === here ? raw('aria-current="page"') : ''}>${label}</a>`,
                    )}
                  </nav>`
                : ''
            }
          </div>
        </header>
        <main id="main" tabindex="-1">
          <a class="access-key" href="#main" accesskey="C" title="主要內容區塊（快速鍵 C）">:::</a>
          ${body}
        </main>
        <footer class="bottom">
          <a class="access-key" id="bottom" href="#bottom" accesskey="B" title="下方區塊（快速鍵 B）">:::</a>
          <p>這裡的資料、文件與憑證只供開發與測試，不具任何效力。</p>
        </footer>
      </body>
    </html>`;
