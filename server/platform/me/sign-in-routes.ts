/** The door of a resident's own area: signing in, proving more, binding a device, signing out. */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { newSecret } from '../../crypto/secret.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { HttpError } from '../../http/errors.ts';
import { forgetPages } from '../../http/security.ts';
import { after, lifetimes } from '../../lifetimes.ts';
import { TooMany } from '../../limits/too-many.ts';
import { callerOf, rememberBrowser } from '../../limits/caller.ts';
import { ownDownload } from './downloads.ts';
import { methodsFor, tooWeakFor } from './level.ts';
import { downloadIn, nextPage } from './next-page.ts';
import { residentCookie, requireToken, sessionOf, visitOf, type OwnSession, type Visit } from './session.ts';
import { signIn, type SignedIn } from './sign-in.ts';
import { isPlatformMethod, offeredMethods, platformMethods, type PlatformMethod } from '../identity/methods/levels.ts';
import { enrolPasskey, relyingParty } from '../identity/methods/passkey.ts';
import type { Platform } from '../platform.ts';
import { pauseOf } from '../identity/prove-identity.ts';
import type { ChallengePurpose } from '../storage.ts';
import { isPause, shownProblem, typedPerson, type Pause } from '../identity/views/identity-form.ts';
import { mePasskeyView } from './views/passkey.ts';
import { signInView, type SignInViewOptions } from './views/sign-in.ts';
import type { Html } from '../site/views/page.ts';
import { readForm, type MeDesk } from './desk.ts';

/** What is asked of this browser before it may go on to `next`; nothing when it may. */
interface Asked {
  readonly methods: readonly PlatformMethod[];
  readonly stronger?: Html;
}

type Answered = SignedIn | { readonly kind: 'refused'; readonly problem: Pause };

/**
 * `/me/sign-in` for anybody, and for who is signed in where more must be proved; `/me/sign-out`, `/me/stay` (204,
 * counts as activity). `/me/passkey` only for who came in with the citizen certificate 自然人憑證, others prove that first.
 */
export function meSignInRoutes(app: Hono, platform: Platform, desk: MeDesk): void {
  const { storage, clock, cookies, config } = platform;
  const test = config.environment === 'test';

  const newChallenge = async (owner: string, purpose: ChallengePurpose): Promise<string> => {
    const id = newSecret();
    const expiresAt = after(clock.now(), 'identityChallenge');
    await storage.commit([{ step: 'add-challenge', id, journeyId: owner, purpose, expiresAt }]);
    return id;
  };

  /** → undefined when the session is strong enough for where it goes: then nobody is asked again */
  const askedFor = async (own: OwnSession | undefined, next: string): Promise<Asked | undefined> => {
    if (!own) return { methods: platformMethods };
    if (next === '/me/passkey') {
      return own.session.method === 'citizen-certificate'
        ? undefined
        : {
            methods: ['citizen-certificate'],
            stronger: html`<p class="lead">要綁定新的裝置，請先用自然人憑證確認是您本人。</p>`,
          };
    }
    const id = downloadIn(next);
    const download = id && (await ownDownload(platform, own, id));
    const weak = download ? tooWeakFor(own.session.method, download.datasets) : [];
    if (!download || !weak.length) return undefined;
    return {
      methods: offeredMethods(download.datasets),
      stronger: html`<p class="lead">
          您選的資料裡，以下項目需要更高強度的身分驗證。驗證一次就能繼續，選好的資料會保留。
        </p>
        <ul>
          ${weak.map((dataset) => html`<li>${dataset.name['zh-Hant']}：可用${methodsFor(dataset)}</li>`)}
        </ul>`,
    };
  };

  const show = async (
    c: Context,
    visit: Visit,
    asked: Asked,
    more: Pick<SignInViewOptions, 'next' | 'problem' | 'typed' | 'over' | 'left'> & { readonly wanted?: string },
  ): Promise<Response> => {
    const { wanted, ...rest } = more;
    const method = asked.methods.find((one) => one === wanted) ?? asked.methods[0] ?? 'citizen-certificate';
    const challenge = await newChallenge(visit.owner, method === 'tw-fido' ? 'passkey-proof' : 'citizen-certificate');
    const waitSeconds = await pauseOf(platform, visit, method);
    const problem = shownProblem(rest.problem, waitSeconds);
    if (isPause(problem)) c.header('retry-after', String(problem.waitSeconds));
    const view = signInView({
      ...asked,
      ...rest,
      test,
      csrf: visit.csrf,
      method,
      challenge,
      rpId: relyingParty(platform).id,
      problem,
    });
    return c.html(view, problem === undefined ? 200 : isPause(problem) ? 429 : 422);
  };

  app.get('/me/sign-in', async (c) => {
    const next = nextPage(c.req.query('next'));
    const asked = await askedFor(await sessionOf(platform, c), next);
    if (!asked) return c.redirect(next, 303);
    return show(c, visitOf(platform, c), asked, {
      next,
      wanted: c.req.query('method'),
      over: c.req.query('over') === '1',
      left: c.req.query('left') === '1',
    });
  });

  app.post('/me/sign-in', async (c) => {
    const form = readForm(await c.req.parseBody({ all: true }));
    const visit = visitOf(platform, c);
    requireToken(visit, form.one('csrf'));
    const own = await sessionOf(platform, c);
    const next = nextPage(form.one('next'));
    const asked = await askedFor(own, next);
    if (!asked) return c.redirect(next, 303);
    const method = form.one('method');
    if (!isPlatformMethod(method) || !asked.methods.includes(method)) {
      throw new HttpError(400, 'method-not-offered', {
        'zh-Hant': '這裡不能用這種方式驗證身分，請改選其他方式。',
        en: 'This method is not offered here.',
      });
    }
    const result = await signIn(platform, {
      visit,
      caller: callerOf(platform, c),
      current: own?.session,
      method,
      form: form.fields,
    }).catch((error: unknown): Answered => {
      if (error instanceof TooMany) return { kind: 'refused', problem: { waitSeconds: error.waitSeconds } };
      throw error;
    });
    if (result.kind === 'refused') {
      const typed = typedPerson(form.fields, result.problem, dateInTaiwan(clock.now()));
      return show(c, visit, asked, { next, wanted: method, problem: result.problem, typed });
    }
    rememberBrowser(platform, c, result.personHash);
    cookies.write(c, residentCookie, result.secret, lifetimes.residentWhole.ms / 1000);
    return c.redirect(next, 303);
  });

  app.post(
    '/me/sign-out',
    desk.form(async (c, own) => {
      await storage.commit([{ step: 'close-resident-session', hash: own.session.hash }]);
      cookies.clear(c, residentCookie);
      forgetPages(c);
      return c.redirect('/me/sign-in?left=1', 303);
    }),
  );
  app.post(
    '/me/stay',
    desk.form(async (c) => c.body(null, 204)),
  );

  const showPasskey = async (c: Context, own: OwnSession, more: { problem?: boolean; bound?: boolean }) =>
    c.html(
      mePasskeyView({
        own,
        test,
        challenge: await newChallenge(own.session.hash, 'passkey-enrolment'),
        relyingParty: relyingParty(platform),
        ...more,
      }),
      more.problem ? 422 : 200,
    );

  app.get(
    '/me/passkey',
    desk.page(async (c, own) =>
      own.session.method === 'citizen-certificate'
        ? showPasskey(c, own, { bound: c.req.query('bound') === '1' })
        : c.redirect('/me/sign-in?next=/me/passkey', 303),
    ),
  );
  app.post(
    '/me/passkey',
    desk.form(async (c, own, form) => {
      const { hash, personHash, method } = own.session;
      if (method !== 'citizen-certificate') return c.redirect('/me/sign-in?next=/me/passkey', 303);
      const steps = await enrolPasskey(platform, { owner: hash, bindingFor: personHash }, form.fields);
      const kept = steps && (await storage.commit(steps));
      return kept?.ok ? c.redirect('/me/passkey?bound=1', 303) : showPasskey(c, own, { problem: true });
    }),
  );
}
