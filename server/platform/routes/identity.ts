/** The identity screen, and the binding of a passkey beside it. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { after } from '../../lifetimes.ts';
import { newSecret } from '../hashes.ts';
import { isPlatformMethod, offeredMethods, type PlatformMethod } from '../methods/levels.ts';
import { enrolPasskey, relyingParty } from '../methods/passkey.ts';
import type { Platform } from '../platform.ts';
import { endJourney, type OwnJourney } from '../services/journey.ts';
import { lockedUntil, proveForBinding, verifyIdentity } from '../services/verify-identity.ts';
import type { ChallengePurpose } from '../storage.ts';
import { identityView } from '../views/identity.ts';
import type { Problem, TypedPerson } from '../views/identity-form.ts';
import { passkeyView } from '../views/passkey.ts';
import type { Desk, Form } from './journey-desk.ts';

export interface IdentityScreens {
  showIdentity(c: Context, own: OwnJourney): Promise<Response>;
  showPasskey(c: Context, own: OwnJourney): Promise<Response>;
}

interface Shown {
  readonly problem?: Problem;
  readonly typed?: TypedPerson;
}

/** A form that must be filled again is no redirect: 422, or 423 where trying again does not help for now. */
const statusOf = (problem: Problem | undefined): 200 | 422 | 423 =>
  problem === undefined ? 200 : problem === 'locked' ? 423 : 422;

export function identityRoutes(app: Hono, platform: Platform, desk: Desk): IdentityScreens {
  const { storage, clock } = platform;
  const { test, show, go, form } = desk;

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
    { problem, typed }: Shown = {},
  ): Promise<Response> => {
    const methods = offeredMethods(own.datasets);
    const method: PlatformMethod = methods.find((one) => one === wanted) ?? methods[0] ?? 'citizen-certificate';
    const challenge = await newChallenge(own, method === 'tw-fido' ? 'passkey-proof' : 'citizen-certificate');
    const locked = (await lockedUntil(platform, own.journey)) ? 'locked' : undefined;
    const view = identityView({
      own,
      test,
      methods,
      method,
      challenge,
      rpId: relyingParty(platform).id,
      problem: problem ?? locked,
      typed,
      bound: c.req.query('bound') === '1',
    });
    return show(c, own, view, statusOf(problem));
  };

  const showPasskey = async (c: Context, own: OwnJourney, { problem, typed }: Shown = {}): Promise<Response> => {
    const { id: rpId, name: rpName } = relyingParty(platform);
    const challenge = await newChallenge(own, own.journey.bindingFor ? 'passkey-enrolment' : 'citizen-certificate');
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
      const verdict = await verifyIdentity(platform, own.journey, method, body);
      switch (verdict) {
        case 'verified':
        case 'moved':
          return go(c, own, 'fetching');
        case 'another-person':
          return c.redirect(await endJourney(platform, own, 409), 303);
        case 'not-admitted':
          return c.redirect(await endJourney(platform, own, 401), 303);
        default:
          return showIdentity(c, own, method, { problem: verdict, typed: typedPerson(body) });
      }
    }),
  );

  app.post(
    '/journey/:id/passkey/proof',
    form('identity', async (c, own, body) => {
      const verdict = await proveForBinding(platform, own.journey, body);
      return verdict === 'verified' || verdict === 'moved'
        ? go(c, own, 'passkey')
        : showPasskey(c, own, { problem: verdict, typed: typedPerson(body) });
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

const typedPerson = (form: Form): TypedPerson => ({ nationalId: form['nationalId'], birthday: form['birthday'] });
