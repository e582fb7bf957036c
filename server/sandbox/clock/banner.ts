/**
 * As long as a party's clock is ahead, each of its pages says so, and each of its answers is dated by that clock: who
 * counts down by an answer's `Date` counts right.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { spanWords, testTime } from './words.ts';
import type { TestClock } from './test-clock.ts';

export const bannerStylePath = '/sandbox/clock.css';

/** @param clockPage where the clocks are moved: the platform's page */
export function clockBanner(clock: TestClock, clockPage: string): MiddlewareHandler {
  return async function showClock(c, next) {
    await next();
    if (!clock.aheadSeconds) return;
    const isPage = c.res.body !== null && (c.res.headers.get('content-type') ?? '').startsWith('text/html');
    if (isPage) await withBanner(c, String(await banner(clock, clockPage)));
    c.res.headers.set('date', clock.now().toUTCString());
  };
}

const banner = (clock: TestClock, clockPage: string) =>
  html`<aside class="sandbox-clock" aria-label="測試時鐘">
    測試時鐘已撥快 ${spanWords(clock.aheadSeconds)}，這一頁的時間是 ${testTime(clock.now())}。
    <a href="${clockPage}">測試時鐘</a>
  </aside>`;

async function withBanner(c: Context, text: string): Promise<void> {
  const page = await c.res.text();
  const { status } = c.res;
  const headers = new Headers(c.res.headers);
  headers.delete('content-length');
  const shown = page
    .replace('</head>', `<link rel="stylesheet" href="${bannerStylePath}" /></head>`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${text}</body>`);
  c.res = undefined;
  c.res = new Response(shown, { status, headers });
}

export const bannerStyle = `.sandbox-clock {
  position: sticky;
  inset-block-end: 0;
  z-index: 3;
  padding: 0.35rem 1rem;
  text-align: center;
  font-size: 1rem;
  font-weight: 700;
  line-height: 1.5;
  color: light-dark(#17211b, #fff4d6);
  background: light-dark(#fde68a, #4d3d00);
  border-block-start: 2px solid light-dark(#8a4b00, #ffc56b);
}
.sandbox-clock a {
  color: inherit;
  display: inline-block;
  padding-block: 0.15rem;
}
/* What has the focus is not behind it; where the window is low it stands at the end. */
html:has(.sandbox-clock) {
  scroll-padding-block-end: 6rem;
}
@media print, (max-height: 30rem) {
  .sandbox-clock {
    position: static;
  }
}
`;
