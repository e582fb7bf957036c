/**
 * `GET|POST /sandbox/clock` of a party: its own clock, read and moved forward. Mounted only where there is a clock that can
 * be moved, so in the test environment only. The platform's moves all of them (`platform/sandbox/move-clocks.ts`).
 */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpError } from '../../http/errors.ts';
import { lifetimes } from '../../lifetimes.ts';
import { bannerStyle } from './banner.ts';
import { isAhead, mostAheadSeconds, type TestClock } from './test-clock.ts';

export interface ClockState {
  readonly now: string;
  readonly aheadSeconds: number;
}

/** What it shows (ISO 8601, UTC), and how many seconds that is ahead of real time. */
export const stateOf = (clock: TestClock): ClockState => ({
  now: clock.now().toISOString(),
  aheadSeconds: clock.aheadSeconds,
});

/** Does what is due by the clock as it stands now. → false: some of it still goes on */
export type Due = () => Promise<boolean>;

/** @param work what the party does every minute, and what else may be due */
export const dueWithin =
  (work: () => Promise<unknown>, failed: (error: unknown) => void): Due =>
  async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((done) => (timer = setTimeout(done, lifetimes.clockDue.ms, false)));
    const done = work().then(
      () => true,
      (error: unknown) => {
        failed(error);
        return false;
      },
    );
    const all = await Promise.race([done, late]);
    clearTimeout(timer);
    return all;
  };

/**
 * @param due runs after a move; the answer's `done` is false where some of it still goes on
 * For anybody, without sign-in: 400 `clock-unreadable`, 409 `clock-too-far`. Also `/clock.css`, which says on pages
 * that the clock is moved.
 */
export function clockRoutes(clock: TestClock, due: Due): Hono {
  const app = new Hono();
  app.get('/clock', (c) => c.json(stateOf(clock)));
  app.get('/clock.css', (c) =>
    c.body(bannerStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );
  app.post('/clock', bodyLimit({ maxSize: 1024 }), async (c) => {
    const { seconds, aheadSeconds = clock.aheadSeconds + (seconds ?? 0) } = await readMove(c);
    if (!isAhead(aheadSeconds)) throw tooFar();
    await clock.moveTo(aheadSeconds);
    const done = await due();
    return c.json({ ...stateOf(clock), done });
  });
  return app;
}

/** `seconds`: so much further · `aheadSeconds`: so far ahead of real time at least. */
export type Move =
  | { readonly seconds: number; readonly aheadSeconds?: undefined }
  | { readonly seconds?: undefined; readonly aheadSeconds: number };

async function readMove(c: Context): Promise<Move> {
  // A form of another site can send no JSON without asking first.
  if (!c.req.header('content-type')?.startsWith('application/json')) throw unreadable();
  const wish: unknown = await c.req.json().catch(() => undefined);
  const move = moveOf(wish);
  if (!move) throw unreadable();
  return move;
}

/** → undefined unless there is exactly one of the two, a whole number of seconds within what a clock may be ahead */
export function moveOf(wish: unknown): Move | undefined {
  if (typeof wish !== 'object' || wish === null) return undefined;
  const { seconds, aheadSeconds } = wish as { readonly seconds?: unknown; readonly aheadSeconds?: unknown };
  if (isAhead(seconds) && aheadSeconds === undefined) return { seconds };
  if (isAhead(aheadSeconds) && seconds === undefined) return { aheadSeconds };
  return undefined;
}

const days = mostAheadSeconds / 86_400;

/** 400 `clock-unreadable`; nothing was moved. */
export const unreadable = (): HttpError =>
  new HttpError(400, 'clock-unreadable', {
    'zh-Hant': `請送出 seconds（再撥快幾秒）或 aheadSeconds（比真實時間快幾秒），其中一個，整數，從 0 到 ${mostAheadSeconds}（${days} 天）。時鐘只能往前撥。`,
    en: `Send JSON with either \`seconds\` (so much further) or \`aheadSeconds\` (ahead of real time at least), a whole number from 0 to ${mostAheadSeconds} (${days} days). A clock only goes forward.`,
  });

/** 409 `clock-too-far`; nothing was moved. */
export const tooFar = (): HttpError =>
  new HttpError(409, 'clock-too-far', {
    'zh-Hant': `測試時鐘最多撥快 ${days} 天：再往前，測試用的憑證就到期了。要從現在重新開始，請換一個新的資料夾。`,
    en: `A test clock is at most ${days} days ahead: beyond that the test certificates end. For a clock that shows today, begin with a new data folder.`,
  });
