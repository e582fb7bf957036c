/** The screens of a journey. Every answer to a POST is a 303 to a GET, save a form that must be filled again (422, 423). */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { setPolicy } from '../../http/security.ts';
import { after } from '../../lifetimes.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { newSecret } from '../hashes.ts';
import { isPlatformMethod, offeredMethods, type PlatformMethod } from '../methods/levels.ts';
import { enrolPasskey, relyingParty } from '../methods/passkey.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { agree, refuse, wordsOf } from '../services/deliver.ts';
import type { Collector } from '../services/collect.ts';
import { backAddress, endJourney, isOver, ownJourney, requireCsrf, type OwnJourney } from '../services/journey.ts';
import { previews } from '../services/preview.ts';
import { lockedUntil, proveForBinding, verifyIdentity, type IdentityForm } from '../services/verify-identity.ts';
import type { ChallengePurpose, Screen } from '../storage.ts';
import { consentView } from '../views/consent.ts';
import { factsView } from '../views/facts.ts';
import { identityView, type TypedPerson } from '../views/identity.ts';
import type { Html } from '../views/page.ts';
import { passkeyView } from '../views/passkey.ts';
import { previewView } from '../views/preview.ts';
import { termsView } from '../views/terms.ts';
import { deliveringView, fetchingView } from '../views/working.ts';

/** How long a page load waits for the agencies before the progress page is shown. */
const graceMs = 1500;

type Form = IdentityForm;

export function journeyRoutes(app: Hono, platform: Platform, collector: Collector): void {
  const { storage, clock, config } = platform;
  const test = config.environment === 'test';

  const show = async (c: Context, own: OwnJourney, body: Html, status: 200 | 422 | 423 = 200): Promise<Response> => {
    // Chromium applies form-action to the redirect after a POST too, and ours ends at the service provider.
    setPolicy(c, { formAction: [new URL(own.client.returnUrl).origin] });
    return c.html(body, status);
  };
  const at = (own: OwnJourney, screen: string): string => `/journey/${own.journey.id}/${screen}`;

  /** Where the browser must go instead, when the journey is over. */
  const leave = async (own: OwnJourney): Promise<string | undefined> => {
    if (own.journey.screen === 'ended') return backAddress(own, (own.journey.code ?? 408) as ReturnCode);
    if (isOver(platform, own.journey)) {
      collector.forget(own.journey.id);
      return endJourney(platform, own, 408);
    }
    await storage.commit([{ step: 'touch-journey', id: own.journey.id, at: clock.now() }]);
    return undefined;
  };

  const newChallenge = async (own: OwnJourney, purpose: ChallengePurpose): Promise<string> => {
    const challenge = newSecret();
    await storage.commit([
      {
        step: 'add-challenge',
        id: challenge,
        journeyId: own.journey.id,
        purpose,
        expiresAt: after(clock.now(), 'identityChallenge'),
      },
    ]);
    return challenge;
  };

  const showIdentity = async (
    c: Context,
    own: OwnJourney,
    wanted: string | undefined,
    more: { problem?: 'wrong' | 'locked'; bound?: boolean; typed?: TypedPerson } = {},
  ): Promise<Response> => {
    const methods = offeredMethods(own.datasets);
    const method: PlatformMethod = methods.find((one) => one === wanted) ?? methods[0] ?? 'citizen-certificate';
    const challenge = await newChallenge(own, method === 'tw-fido' ? 'passkey-proof' : 'citizen-certificate');
    const problem = more.problem ?? ((await lockedUntil(platform, own.journey)) ? 'locked' : undefined);
    const view = identityView({
      own,
      test,
      methods,
      method,
      challenge,
      rpId: relyingParty(platform).id,
      ...more,
      problem,
    });
    return show(c, own, view, more.problem === 'wrong' ? 422 : more.problem === 'locked' ? 423 : 200);
  };

  const showPasskey = async (
    c: Context,
    own: OwnJourney,
    problem?: 'wrong' | 'locked',
    typed?: TypedPerson,
  ): Promise<Response> => {
    const { id: rpId, name: rpName } = relyingParty(platform);
    const challenge = await newChallenge(own, own.journey.bindingFor ? 'passkey-enrolment' : 'citizen-certificate');
    return show(
      c,
      own,
      passkeyView({ own, test, challenge, rpId, rpName, problem, typed }),
      problem === 'wrong' ? 422 : problem === 'locked' ? 423 : 200,
    );
  };

  const person = async (own: OwnJourney): Promise<VerifiedPerson> => {
    const found = await openJson<VerifiedPerson>(platform, own.journey.person, 'person', own.journey.txId);
    if (!found) throw new Error('a verified journey without its person');
    return found;
  };

  const views: { readonly [Name in Exclude<Screen, 'ended'>]: (c: Context, own: OwnJourney) => Promise<Response> } = {
    facts: (c, own) => show(c, own, factsView(own, test)),
    terms: (c, own) => show(c, own, termsView(own, test)),
    identity: (c, own) => showIdentity(c, own, c.req.query('method'), { bound: c.req.query('bound') === '1' }),
    async fetching(c, own) {
      const progress = await soon(collector.collect(own.journey));
      if (progress === 'ready') return c.redirect(at(own, 'preview'), 303);
      return show(c, own, fetchingView(own, test, await storage.packages(own.journey.txId)));
    },
    async preview(c, own) {
      const shown = await previews(platform, own.journey.txId, own.datasets);
      return show(c, own, previewView({ own, test, person: await person(own), previews: shown }));
    },
    async consent(c, own) {
      const { words } = await wordsOf(platform, own);
      return show(c, own, consentView({ own, test, person: await person(own), words }));
    },
    delivering: (c, own) => show(c, own, deliveringView(own, test)),
  };

  const enter = async (c: Context): Promise<Response> => {
    const own = await ownJourney(platform, c);
    const elsewhere = await leave(own);
    if (elsewhere) return c.redirect(elsewhere, 303);
    const { screen } = own.journey;
    const asked = c.req.param('screen');
    if (asked === 'passkey' && screen === 'identity' && offeredMethods(own.datasets).includes('tw-fido'))
      return showPasskey(c, own);
    if (asked !== screen) return c.redirect(at(own, screen), 303);
    return views[screen as Exclude<Screen, 'ended'>](c, own);
  };

  /** A form of one screen: owned, not forged, still in time, and the journey is where the form belongs. */
  const form =
    (screen: Screen | 'any', handle: (c: Context, own: OwnJourney, form: Form) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const own = await ownJourney(platform, c);
      const body = await readForm(c);
      requireCsrf(own, body['csrf']);
      const elsewhere = await leave(own);
      if (elsewhere) return c.redirect(elsewhere, 303);
      if (screen !== 'any' && own.journey.screen !== screen) return c.redirect(at(own, own.journey.screen), 303);
      return handle(c, own, body);
    };

  const forward = async (c: Context, own: OwnJourney, from: Screen, to: Screen): Promise<Response> => {
    await storage.commit([{ step: 'show-screen', id: own.journey.id, from, to }]);
    return c.redirect(at(own, to), 303);
  };

  // Before the screens, whose pattern it would match.
  app.get('/journey/:id/progress', async (c) => {
    const own = await ownJourney(platform, c);
    const { journey } = own;
    if (journey.screen === 'fetching') void collector.collect(journey).catch(() => undefined);
    return c.json({ screen: journey.screen });
  });
  app.get('/journey/:id', async (c) => c.redirect(`/journey/${c.req.param('id')}/facts`, 303));
  app.get('/journey/:id/:screen', enter);

  app.post(
    '/journey/:id/facts',
    form('facts', (c, own) => forward(c, own, 'facts', 'terms')),
  );
  app.post(
    '/journey/:id/terms',
    form('terms', async (c, own, body) =>
      body['agree'] ? forward(c, own, 'terms', 'identity') : show(c, own, termsView(own, test, true), 422),
    ),
  );
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
      if (verdict === 'wrong' || verdict === 'locked')
        return showIdentity(c, own, method, { problem: verdict, typed: typedPerson(body) });
      if (verdict === 'another-person') return c.redirect(await endJourney(platform, own, 409), 303);
      return c.redirect(at(own, 'fetching'), 303);
    }),
  );
  app.post(
    '/journey/:id/passkey/proof',
    form('identity', async (c, own, body) => {
      const verdict = await proveForBinding(platform, own.journey, body);
      return verdict === 'verified'
        ? c.redirect(at(own, 'passkey'), 303)
        : showPasskey(c, own, verdict === 'locked' ? 'locked' : 'wrong', typedPerson(body));
    }),
  );
  app.post(
    '/journey/:id/passkey',
    form('identity', async (c, own, body) => {
      const steps = await enrolPasskey(platform, own.journey, body);
      const kept = steps && (await storage.commit(steps));
      return kept?.ok ? c.redirect(`${at(own, 'identity')}?method=tw-fido&bound=1`, 303) : showPasskey(c, own, 'wrong');
    }),
  );
  app.post(
    '/journey/:id/preview',
    form('preview', (c, own) => forward(c, own, 'preview', 'consent')),
  );
  app.post(
    '/journey/:id/consent',
    form('consent', async (c, own, body) => {
      const words = body['words'] ?? '';
      if (body['decision'] !== 'agree' && body['decision'] !== 'refuse') return c.redirect(at(own, 'consent'), 303);
      const location =
        body['decision'] === 'agree' ? await agree(platform, own, words) : await refuse(platform, own, words);
      return c.redirect(location ?? at(own, 'delivering'), 303);
    }),
  );
  app.post(
    '/journey/:id/cancel',
    form('any', async (c, own) =>
      own.journey.screen === 'delivering'
        ? c.redirect(at(own, 'delivering'), 303)
        : c.redirect(await endJourney(platform, own, 205), 303),
    ),
  );
  app.post(
    '/journey/:id/stay',
    form('any', async (c) => c.body(null, 204)),
  );
}

const typedPerson = (form: Form): TypedPerson => ({ nationalId: form['nationalId'], birthday: form['birthday'] });

async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

async function soon<T>(work: Promise<T>): Promise<T | 'waiting'> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<'waiting'>((resolve) => {
    timer = setTimeout(() => resolve('waiting'), graceMs);
  });
  try {
    return await Promise.race([work, grace]);
  } finally {
    clearTimeout(timer);
  }
}
