/** How long something is still kept: said in words at once, counted by script against the server's clock. */
import { html } from 'hono/html';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { Html } from '../../site/views/page.ts';

/** 7 小時 59 分; whole minutes, never more than is left. */
export function timeLeft(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!minutes) return ms > 0 ? '不到 1 分鐘' : '0 分鐘';
  return [hours ? `${hours} 小時` : '', rest || !hours ? `${rest} 分` : ''].filter(Boolean).join(' ');
}

/** @param until when it is deleted @param now the server's: a wrong clock of the browser changes nothing */
export const countdown = (until: Date, now: Date): Html => html`
  <div class="countdown" data-until="${until.toISOString()}" data-now="${now.toISOString()}">
    <p class="countdown-left">還剩 <strong data-left>${timeLeft(until.getTime() - now.getTime())}</strong></p>
    <p>保留到 <time datetime="${until.toISOString()}">${taipeiTime(until)}</time>，時間到了會自動刪除。</p>
  </div>
`;
