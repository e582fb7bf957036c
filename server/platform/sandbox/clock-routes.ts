/** `/sandbox/clock` of the platform: a page and an interface that move the clocks of all parties. Test environment only. */
import type { Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { bannerStyle, bannerStylePath } from '../../sandbox/clock/banner.ts';
import { moveOf, stateOf, tooFar, unreadable, type Due } from '../../sandbox/clock/routes.ts';
import { isAhead } from '../../sandbox/clock/test-clock.ts';
import type { Platform } from '../platform.ts';
import { clocksOf, inTurn, moveClocks, type Clocks, type PartyClock } from './move-clocks.ts';
import { clockView, type ClockPage } from './views/sandbox-clock.ts';

/**
 * For anybody, in the test environment only. A move is `seconds` or, as JSON, `aheadSeconds`; 400 `clock-unreadable`,
 * 409 `clock-too-far`. Moves wait for one another, and the answer comes when every party was told; forms come back to
 * the page.
 * @param due what this platform does once its clock stands further on
 */
export function sandboxClockRoutes(app: Hono, { fetch }: Platform, clocks: Clocks, due: Due): void {
  const { clock, others } = clocks;
  const take = inTurn();
  const furthest = (parties: readonly PartyClock[]): number =>
    Math.max(clock.aheadSeconds, ...parties.map(({ aheadSeconds = 0 }) => aheadSeconds));

  app.get('/sandbox/clock', async (c) => {
    const parties = await clocksOf({ fetch, others });
    if (!(c.req.header('accept') ?? '').includes('text/html')) return c.json({ ...stateOf(clock), parties });
    const seconds = Number(c.req.query('moved'));
    const busy = (c.req.query('busy') ?? '').split(',').filter((name) => others.some((one) => one.name === name));
    return c.html(view({ parties, ...(isAhead(seconds) && seconds > 0 && { moved: { seconds, busy } }) }));
  });
  app.get(bannerStylePath, (c) =>
    c.body(bannerStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );

  app.post('/sandbox/clock', async (c) => {
    const isForm = !c.req.header('content-type')?.startsWith('application/json');
    const wish: unknown = isForm ? await fromForm(c.req.parseBody()) : await c.req.json().catch(() => undefined);
    const move = moveOf(wish);
    if (!move) return refused(unreadable(), '請填整數的秒數，不能是負數。');
    try {
      const { seconds, moved } = await take(async () => {
        const from = furthest(await clocksOf({ fetch, others }));
        const to = move.aheadSeconds ?? from + move.seconds;
        if (!isAhead(to)) throw tooFar();
        return { seconds: Math.max(0, to - from), moved: await moveClocks({ clock, others, fetch, due }, to) };
      });
      if (!isForm) return c.json({ ...stateOf(clock), ...moved, parties: await clocksOf({ fetch, others }) });
      return c.redirect(
        `/sandbox/clock?${new URLSearchParams({ moved: String(seconds), busy: moved.busy.join(',') })}`,
        303,
      );
    } catch (error) {
      if (error instanceof HttpError) return refused(error, error.text['zh-Hant']);
      throw error;
    }

    async function refused(error: HttpError, problem: string): Promise<Response> {
      if (!isForm) throw error;
      return c.html(view({ parties: await clocksOf({ fetch, others }), problem }), error.status);
    }
  });

  const view = (given: Pick<ClockPage, 'parties' | 'moved' | 'problem'>): ReturnType<typeof clockView> =>
    clockView({ now: clock.now(), aheadSeconds: clock.aheadSeconds, ...given });
}

async function fromForm(body: Promise<Readonly<Record<string, unknown>>>): Promise<unknown> {
  const { seconds } = await body;
  return typeof seconds === 'string' && /^\d{1,12}$/.test(seconds.trim()) ? { seconds: Number(seconds) } : undefined;
}
