/** What the routes of a journey have in common: showing a screen, leaving when it is over, taking a form. */
import type { Context } from 'hono';
import { isForCounter } from '../counter/counter-return.ts';
import { HttpError } from '../../http/errors.ts';
import { setPolicy } from '../../http/security.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import type { Platform } from '../platform.ts';
import { isEnded, isStopped } from '../registry/may-open.ts';
import { backAddress, endJourney, isOver, ownJourney, requireCsrf, type OwnJourney } from './journey.ts';
import type { IdentityForm } from '../identity/methods/prove-method.ts';
import type { Screen } from '../storage.ts';
import type { Html } from '../site/views/page.ts';

type Form = IdentityForm;

export interface Desk {
  /** Whether pages bear the banner of the test environment. */
  readonly test: boolean;
  show(c: Context, own: OwnJourney, body: Html, status?: 200 | 422 | 429): Promise<Response>;
  /** 303 to a screen of the journey. */
  go(c: Context, own: OwnJourney, screen: string): Response;
  /** Moves the journey on, then goes there; when another tab was faster, the screen leads to where it is. */
  forward(c: Context, own: OwnJourney, from: Screen, to: Screen): Promise<Response>;
  /** The journey of this browser, or where to go instead when it is over. Counts as activity. */
  enter(c: Context): Promise<OwnJourney | Response>;
  /** A form of one screen: owned, not forged, still in time, and the journey is where the form belongs. */
  form(
    screen: Screen | 'any' | readonly Screen[],
    handle: (c: Context, own: OwnJourney, form: Form) => Promise<Response>,
  ): (c: Context) => Promise<Response>;
}

/** Said here, as to whoever arrives (`registry/may-open.ts`): its return address may have another owner by now. */
const serviceEnded = (): HttpError =>
  new HttpError(401, 'service-ended', {
    'zh-Hant': '這項服務已經終止，不能再使用 MyData，也不會再帶您回到它的網站。請洽原來的機關。',
    en: 'This service has ended and uses MyData no more; you are not led back to its site. Please ask the agency.',
  });

/**
 * What all routes of a journey share. A journey whose time is over ends with 408, one whose service was suspended with
 * 423 (unless `delivering`); where the service has ended for good, it throws 401 `service-ended`, save at a counter
 * (櫃檯) and while `delivering`.
 */
export function journeyDesk(platform: Platform): Desk {
  const { storage, clock, config } = platform;

  const go: Desk['go'] = (c, own, screen) => c.redirect(`/journey/${own.journey.id}/${screen}`, 303);

  /** Where the browser must go instead, when the journey is over. */
  const leave = async (own: OwnJourney): Promise<string | undefined> => {
    if (isEnded(own.client) && !isForCounter(own.journey)) {
      if (!['away', 'ended', 'delivering'].includes(own.journey.screen)) await endJourney(platform, own, 401);
      if (own.journey.screen !== 'delivering') throw serviceEnded();
    }
    // Agreed and gone: what is still collected is no screen.
    if (own.journey.screen === 'away') return backAddress(own, 200);
    if (own.journey.screen === 'ended') return backAddress(own, (own.journey.code ?? 408) as ReturnCode);
    // Once it was agreed to, whoever calls the service provider looks.
    if (isStopped(own.client) && own.journey.screen !== 'delivering') return endJourney(platform, own, 423);
    if (isOver(platform, own.journey)) return endJourney(platform, own, 408);
    await storage.commit([{ step: 'touch-journey', id: own.journey.id, at: clock.now() }]);
    return undefined;
  };

  return {
    test: config.environment === 'test',
    go,
    async show(c, own, body, status = 200) {
      // Chromium applies form-action to the redirect after a POST too, and ours ends at the service provider.
      setPolicy(c, { formAction: [new URL(own.client.returnUrl).origin] });
      return c.html(body, status);
    },
    async forward(c, own, from, to) {
      await storage.commit([{ step: 'show-screen', id: own.journey.id, from, to }]);
      return go(c, own, to);
    },
    async enter(c) {
      const own = await ownJourney(platform, c);
      const elsewhere = await leave(own);
      return elsewhere ? c.redirect(elsewhere, 303) : own;
    },
    form: (screen, handle) => async (c) => {
      const own = await ownJourney(platform, c);
      const form = await readForm(c);
      requireCsrf(own, form['csrf']);
      const elsewhere = await leave(own);
      if (elsewhere) return c.redirect(elsewhere, 303);
      const here = own.journey.screen;
      if (screen !== 'any' && here !== screen && !screen.includes(here)) return go(c, own, here);
      return handle(c, own, form);
    },
  };
}

async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}
