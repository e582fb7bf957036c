/** What the routes of a resident's own area have in common: who is signed in, showing a page, taking a form. */
import type { Context } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { residentCookie, requireToken, sessionOf, type OwnSession } from './session.ts';

export interface MeForm {
  /** The first value of a name. */
  readonly one: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
  readonly fields: Readonly<Record<string, string | undefined>>;
}

type Handle = (c: Context, own: OwnSession) => Promise<Response>;

export interface MeDesk {
  readonly test: boolean;
  /** Signed in, or led to the door and back here afterwards. Counts as activity. */
  page(handle: Handle): (c: Context) => Promise<Response>;
  /** The same for what a page's script asks by itself: no activity, and 401 instead of the door. */
  quiet(handle: Handle): (c: Context) => Promise<Response>;
  /** A form: signed in, and not forged. */
  form(handle: (c: Context, own: OwnSession, form: MeForm) => Promise<Response>): (c: Context) => Promise<Response>;
}

/**
 * Who is not signed in goes to `/me/sign-in` by 303 and comes back to the path, without its query; forms with a wrong
 * token are 403 `csrf`. A cookie that is good no more is taken away.
 */
export function meDesk(platform: Platform): MeDesk {
  const { storage, clock, cookies, config } = platform;

  /** → undefined when nobody is signed in (any more) */
  const enter = async (c: Context): Promise<OwnSession | undefined> => {
    const own = await sessionOf(platform, c);
    const touched =
      own && (await storage.commit([{ step: 'touch-resident-session', hash: own.session.hash, at: clock.now() }]));
    if (touched?.ok) return own;
    if (cookies.read(c, residentCookie)) cookies.clear(c, residentCookie);
    return undefined;
  };

  const toDoor = (c: Context): Response => {
    const over = cookies.read(c, residentCookie) ? '&over=1' : '';
    return c.redirect(`/me/sign-in?next=${encodeURIComponent(c.req.path)}${over}`, 303);
  };

  return {
    test: config.environment === 'test',
    page: (handle) => async (c) => {
      const own = await enter(c);
      return own ? handle(c, own) : toDoor(c);
    },
    quiet: (handle) => async (c) => {
      const own = await sessionOf(platform, c);
      if (own) return handle(c, own);
      throw new HttpError(401, 'signed-out', {
        'zh-Hant': '您已經登出，請重新登入。',
        en: 'You are signed out. Please sign in again.',
      });
    },
    form: (handle) => async (c) => {
      const form = readForm(await c.req.parseBody({ all: true }));
      const own = await enter(c);
      if (!own) return toDoor(c);
      requireToken(own, form.one('csrf'));
      return handle(c, own, form);
    },
  };
}

/**
 * Texts only: files are left out.
 * @param body as parsed with `all: true`
 */
export function readForm(body: Record<string, unknown>): MeForm {
  const all = (name: string): readonly string[] =>
    [Object.hasOwn(body, name) ? body[name] : undefined]
      .flat()
      .filter((value): value is string => typeof value === 'string');
  const fields = Object.fromEntries(Object.keys(body).map((name) => [name, all(name)[0]]));
  return { one: (name) => all(name)[0], all, fields };
}
