/**
 * The page that waits: one answer without any file beside it, made of text that is ready. It asks anew by itself, without
 * script; its address holds the place, so that a reload, another window or going back loses nothing.
 */
import { createHash } from 'node:crypto';
import { fixedHeaders, strictTransport } from '../security.ts';
import { escapeMarkup } from '#schemas/markup.ts';

const style =
  ':root{color-scheme:light dark}body{margin:0;background:Canvas;color:CanvasText;font:1.125rem/1.7 system-ui,"Noto Sans TC",sans-serif}' +
  'main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}h1{font-size:1.5rem;line-height:1.4}' +
  '.place{font-size:1.25rem;font-weight:700;padding:1rem;border:2px solid;border-radius:.5rem}' +
  'a{display:inline-block;min-height:2.75rem;padding:.5rem 0}a:focus-visible{outline:3px solid;outline-offset:2px}';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Not kept by anybody; no script at all, style by its hash. @param https adds HSTS */
export const waitingHeaders = (https: boolean): Readonly<Record<string, string>> => ({
  ...fixedHeaders,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  ...(https && { 'strict-transport-security': strictTransport }),
});

export interface Waiting {
  readonly ahead: number;
  readonly seconds: number;
  readonly refresh: number;
  /** Of this page, with the place in it. */
  readonly address: string;
}

const wait = (seconds: number): readonly [chinese: string, english: string] => {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? ['不到 1 分鐘', 'less than a minute'] : [`大約 ${minutes} 分鐘`, `about ${minutes} minutes`];
};

/**
 * @param ahead people before this one · `seconds` until their turn, told in minutes · `refresh` seconds until it asks
 * again · `address` of this page, escaped here
 * Says nothing of whom it is for or what was brought along.
 */
export function waitingPage({ ahead, seconds, refresh, address }: Waiting): string {
  const [chinese, english] = wait(seconds);
  const here = escapeMarkup(address);
  return `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="${refresh};url=${here}"><title>排隊中，前面還有 ${ahead} 人｜MyData 參考平臺</title><style>${style}</style></head><body><main><h1>現在使用的人很多，正在排隊</h1><p class="place" role="status">您前面還有 ${ahead} 人，${chinese}後輪到您。</p><p>請不要關閉這個網頁。它會每 ${refresh} 秒自動更新，輪到您時會自動進入；您從服務網站帶來的申請不會遺失，也還沒有傳送任何資料。</p><p>如果網頁沒有自動更新，請按下面的連結，順位會保留。</p><p><a href="${here}">更新順位</a></p><div lang="en"><h2>You are in a queue</h2><p>${ahead} people are before you; your turn comes in ${english}. Keep this page open: it asks again every ${refresh} seconds and lets you in by itself. Nothing you brought along is lost, and nothing has been sent. <a href="${here}">Update my place</a></p></div></main></body></html>`;
}
