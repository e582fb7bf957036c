/** The identity screen, and the binding of a passkey beside it. */
import type { Context, Hono } from 'hono';
import { newSecret } from '../../crypto/secret.ts';
import { HttpError } from '../../http/errors.ts';
import { TooMany } from '../../limits/too-many.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { after } from '../../lifetimes.ts';
import { callerOf, rememberBrowser } from '../../limits/caller.ts';
import { isPlatformMethod, offeredMethods, type PlatformMethod } from './methods/levels.ts';
import { enrolPasskey, relyingParty } from './methods/passkey.ts';
import type { Platform } from '../platform.ts';
import { endJourney, type OwnJourney } from '../journey/journey.ts';
import { pauseOf } from './prove-identity.ts';
import { proveForBinding, verifyIdentity } from './verify-identity.ts';
import type { ChallengePurpose } from '../storage.ts';
import { identityView } from './views/identity.ts';
import { isPause, shownProblem, typedPerson, type Problem, type TypedPerson } from './views/identity-form.ts';
import { passkeyView } from './views/passkey.ts';
import type { Desk } from '../journey/desk.ts';

export interface IdentityScreens {
  showIdentity(c: Context, own: OwnJourney): Promise<Response>;
  showPasskey(c: Context, own: OwnJourney): Promise<Response>;
}

interface Shown {
  readonly problem?: Problem;
  readonly typed?: TypedPerson;
}

/** A form that must be filled again is no redirect: 422, or 429 where trying again does not help for now. */
const statusOf = (problem: Problem | undefined): 200 | 422 | 429 =>
  problem === undefined ? 200 : isPause(problem) ? 429 : 422;

/** What the verb answers, or for how long it takes no more tries. */
const unlessPaused = <T>(work: Promise<T>): Promise<T | { readonly waitSeconds: number }> =>
  work.catch((error: unknown) => {
    if (error instanceof TooMany) return { waitSeconds: error.waitSeconds };
    throw error;
  });

/**
 * Below `/journey/:id`: POST `identity`, `passkey/proof`, `passkey`, each with the journey's token and only at the
 * screen `identity`. Another person than the service provider's `pid` ends the journey with 409, one who is not
 * admitted with 401. → the two screens, for the route that shows them
 */
export function identityRoutes(app: Hono, platform: Platform, desk: Desk): IdentityScreens {
  const { storage, clock } = platform;
  const { test, show, go, form } = desk;

  const today = (): string => dateInTaiwan(clock.now());

  const newChallenge = async (own: OwnJourney, purpose: ChallengePurpose): Promise<string> => {
    const id = newSecret();
    const expiresAt = after(clock.now(), 'identityChallenge');
    await storage.commit([{ step: 'add-challenge', id, journeyId: own.journey.id, purpose, expiresAt }]);
    return id;
  };

  const showIdentity = async (
    c: Context,
    own: OwnJourney,
    wanted = c.req.query('method'),
    { problem: told, typed }: Shown = {},
  ): Promise<Response> => {
    const methods = offeredMethods(own.datasets);
    const method: PlatformMethod = methods.find((one) => one === wanted) ?? methods[0] ?? 'citizen-certificate';
    const challenge = await newChallenge(own, method === 'tw-fido' ? 'passkey-proof' : 'citizen-certificate');
    const waitSeconds = await pauseOf(platform, { owner: own.journey.id }, method);
    const problem = shownProblem(told, waitSeconds);
    const view = identityView({
      own,
      test,
      methods,
      method,
      challenge,
      rpId: relyingParty(platform).id,
      problem,
      typed,
      bound: c.req.query('bound') === '1',
    });
    if (isPause(problem)) c.header('retry-after', String(problem.waitSeconds));
    return show(c, own, view, statusOf(told === undefined ? undefined : problem));
  };

  const showPasskey = async (c: Context, own: OwnJourney, { problem, typed }: Shown = {}): Promise<Response> => {
    const { id: rpId, name: rpName } = relyingParty(platform);
    const challenge = await newChallenge(own, own.journey.bindingFor ? 'passkey-enrolment' : 'citizen-certificate');
    if (isPause(problem)) c.header('retry-after', String(problem.waitSeconds));
    return show(c, own, passkeyView({ own, test, challenge, rpId, rpName, problem, typed }), statusOf(problem));
  };

  app.post(
    '/journey/:id/identity',
    form('identity', async (c, own, body) => {
      const method = body['method'];
      if (!isPlatformMethod(method) || !offeredMethods(own.datasets).includes(method)) {
        throw new HttpError(400, 'method-not-offered', {
          'zh-Hant': '這項服務不能用這種方式驗證身分，請改選其他方式。',
          en: 'This method is not offered for this service.',
        });
      }
      const caller = callerOf(platform, c);
      const verdict = await unlessPaused(verifyIdentity(platform, own.journey, method, { caller, form: body }));
      if (typeof verdict === 'object' && 'kind' in verdict) {
        rememberBrowser(platform, c, verdict.personHash);
        return go(c, own, 'fetching');
      }
      switch (verdict) {
        case 'moved':
          return go(c, own, 'fetching');
        case 'another-person':
          return c.redirect(await endJourney(platform, own, 409), 303);
        case 'not-admitted':
          return c.redirect(await endJourney(platform, own, 401), 303);
        default:
          return showIdentity(c, own, method, { problem: verdict, typed: typedPerson(body, verdict, today()) });
      }
    }),
  );

  app.post(
    '/journey/:id/passkey/proof',
    form('identity', async (c, own, body) => {
      const caller = callerOf(platform, c);
      const verdict = await unlessPaused(proveForBinding(platform, own.journey, { caller, form: body }));
      if (typeof verdict === 'object' && 'kind' in verdict) rememberBrowser(platform, c, verdict.personHash);
      else if (verdict !== 'moved')
        return showPasskey(c, own, { problem: verdict, typed: typedPerson(body, verdict, today()) });
      return go(c, own, 'passkey');
    }),
  );

  app.post(
    '/journey/:id/passkey',
    form('identity', async (c, own, body) => {
      const steps = await enrolPasskey(platform, { owner: own.journey.id, bindingFor: own.journey.bindingFor }, body);
      const kept = steps && (await storage.commit(steps));
      return kept?.ok ? go(c, own, 'identity?method=tw-fido&bound=1') : showPasskey(c, own, { problem: 'wrong' });
    }),
  );

  return { showIdentity: (c, own) => showIdentity(c, own), showPasskey: (c, own) => showPasskey(c, own) };
}
