/** The screens of a journey. Every answer to a POST is a 303 to a GET, save a form that must be filled again (422, 429). */
import type { Context, Hono } from 'hono';
import { offeredMethods } from '../identity/methods/levels.ts';
import { openJson, sealJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { LateDeliveries } from '../delivery/late-deliveries.ts';
import type { Collector } from '../delivery/collect.ts';
import { isPending, isReady, statesOf } from '../delivery/collection.ts';
import { cancelDelivery } from '../delivery/cancel-delivery.ts';
import { agree, parametersOf, refuse, wordsOf } from '../delivery/deliver.ts';
import { fetchForJourney, isServiceStopped } from '../delivery/journey-collection.ts';
import { backAddress, endJourney, ownJourney, type OwnJourney } from './journey.ts';
import { nextAfterIdentity, parameterAnswers, parameterFields, readParameters } from '../consent/parameters.ts';
import { previews } from '../consent/preview.ts';
import { waitBriefly } from '../wait-briefly.ts';
import type { SpCaller } from '../delivery/sp-caller.ts';
import type { Screen } from '../storage.ts';
import { consentView } from '../consent/views/consent.ts';
import { maintenanceNow, maintenanceOf } from '../staff/maintenance.ts';
import { factsView } from './views/facts.ts';
import { maintenanceView } from '../site/views/maintenance.ts';
import type { Html } from '../site/views/page.ts';
import { laterView } from '../consent/views/later.ts';
import { parametersView } from '../consent/views/parameters.ts';
import { previewView } from '../consent/views/preview.ts';
import { termsView } from './views/terms.ts';
import { deliveringView, fetchingView } from './views/working.ts';
import { identityRoutes } from '../identity/routes.ts';
import { journeyDesk } from './desk.ts';
import { journeyEvents } from './events-routes.ts';

/** What goes on beside the pages. */
export interface Workers {
  readonly collector: Collector;
  readonly late: LateDeliveries;
  readonly spCaller: SpCaller;
}

/**
 * All below `/journey/:id`, for the browser that began it and no other (404); forms need the journey's token (403
 * `csrf`). Which screen is shown is the journey's to say, and a request for another is led there.
 */
export function journeyRoutes(app: Hono, platform: Platform, { collector, late, spCaller }: Workers): void {
  const { storage, clock } = platform;
  const desk = journeyDesk(platform);
  const { test, show, go, forward, form } = desk;
  const { showIdentity, showPasskey } = identityRoutes(app, platform, desk);

  const person = async ({ journey }: OwnJourney): Promise<VerifiedPerson> => {
    const found = await openJson<VerifiedPerson>(platform, journey.person, 'person', journey.txId);
    if (!found) throw new Error('a verified journey without its person');
    return found;
  };

  const maintenanceFor = async ({ journey }: OwnJourney): Promise<Html> =>
    maintenanceView(maintenanceOf(await maintenanceNow(platform), journey.resources), platform.datasets);

  const screens: { readonly [Name in Screen]?: (c: Context, own: OwnJourney) => Promise<Response> } = {
    facts: async (c, own) => show(c, own, factsView(own, test, await maintenanceFor(own))),
    terms: (c, own) => show(c, own, termsView(own, test)),
    identity: showIdentity,
    parameters: (c, own) =>
      show(c, own, parametersView({ own, test, fields: parameterFields(own.datasets, clock.now()) })),
    async fetching(c, own) {
      const progress = await waitBriefly(fetchForJourney(platform, collector, own.journey));
      if (progress === 'ready') return go(c, own, 'preview');
      return show(c, own, fetchingView(own, test, await statesOf(platform, own.journey)));
    },
    async later(c, own) {
      const states = await statesOf(platform, own.journey);
      // All there meanwhile, or one that can't be had: the ordinary way is the better one.
      if (isReady(states, true)) return forward(c, own, 'later', 'fetching');
      const there = own.datasets.filter(({ id }) => !states.some((one) => one.resourceId === id && isPending(one)));
      const shown = await previews(platform, own.journey.txId, there);
      const { words } = await wordsOf(platform, own);
      return show(c, own, laterView({ own, test, person: await person(own), words, previews: shown }));
    },
    async preview(c, own) {
      const shown = await previews(platform, own.journey.txId, own.datasets);
      const answers = parameterAnswers(own.datasets, await parametersOf(platform, own.journey));
      return show(c, own, previewView({ own, test, person: await person(own), previews: shown, answers }));
    },
    async consent(c, own) {
      const { words } = await wordsOf(platform, own);
      return show(
        c,
        own,
        consentView({ own, test, person: await person(own), words, maintenance: await maintenanceFor(own) }),
      );
    },
    async delivering(c, own) {
      await waitBriefly(spCaller.call(own.journey.txId));
      const now = (await storage.journey(own.journey.id))?.screen;
      // Decided meanwhile: asked for anew, the journey leads back.
      return now === 'delivering' ? show(c, own, deliveringView(own, test)) : go(c, own, 'delivering');
    },
  };

  // Before the screens, whose pattern it would match.
  app.get('/journey/:id/progress', async (c) => {
    const { journey } = await ownJourney(platform, c);
    if (journey.screen === 'delivering') spCaller.soon(journey.txId);
    if (journey.screen === 'fetching') void fetchForJourney(platform, collector, journey).catch(() => undefined);
    // The page loads anew, and is led away.
    const stopped = journey.screen === 'fetching' && (await isServiceStopped(platform, journey));
    return c.json({ screen: stopped ? 'ended' : journey.screen });
  });
  journeyEvents(app, platform, collector);
  app.get('/journey/:id', (c) => c.redirect(`/journey/${c.req.param('id')}/facts`, 303));
  app.get('/journey/:id/:screen', async (c) => {
    const own = await desk.enter(c);
    if (own instanceof Response) return own;
    const { screen } = own.journey;
    const asked = c.req.param('screen');
    if (asked === 'passkey' && screen === 'identity' && offeredMethods(own.datasets).includes('tw-fido'))
      return showPasskey(c, own);
    // The journey itself knows where it is: no screen can be jumped to.
    const view = asked === screen ? screens[screen] : undefined;
    return view ? view(c, own) : go(c, own, screen);
  });

  app.post(
    '/journey/:id/facts',
    form('facts', (c, own) => forward(c, own, 'facts', 'terms')),
  );
  app.post(
    '/journey/:id/terms',
    form('terms', (c, own, body) =>
      body['agree']
        ? forward(c, own, 'terms', own.journey.person ? nextAfterIdentity(platform, own.journey) : 'identity')
        : show(c, own, termsView(own, test, true), 422),
    ),
  );
  app.post(
    '/journey/:id/parameters',
    form('parameters', async (c, own, body) => {
      const fields = parameterFields(own.datasets, clock.now());
      const answer = readParameters(fields, body, clock.now());
      if (!answer.ok)
        return show(c, own, parametersView({ own, test, fields, typed: body, errors: answer.errors }), 422);
      const { id, txId } = own.journey;
      const parameters = await sealJson(platform, answer.parameters, 'parameters', txId);
      await storage.commit([{ step: 'keep-parameters', id, parameters }]);
      return go(c, own, 'fetching');
    }),
  );
  // Leaving before all is there, and coming back to wait all the same.
  app.post(
    '/journey/:id/later',
    form('fetching', (c, own) => forward(c, own, 'fetching', 'later')),
  );
  app.post(
    '/journey/:id/wait',
    form('later', (c, own) => forward(c, own, 'later', 'fetching')),
  );
  app.post(
    '/journey/:id/preview',
    form('preview', (c, own) => forward(c, own, 'preview', 'consent')),
  );
  app.post(
    '/journey/:id/consent',
    form(['consent', 'later'], async (c, own, body) => {
      const { screen, txId } = own.journey;
      const { decision, words = '' } = body;
      if (decision !== 'agree' && decision !== 'refuse') return go(c, own, screen);
      const location = await (decision === 'agree'
        ? agree(platform, spCaller, own, words)
        : refuse(platform, own, words));
      if (screen === 'later') late.soon(txId);
      // Decided in another tab, or the words have changed: the journey shows where it is.
      return location ? c.redirect(location, 303) : go(c, own, 'delivering');
    }),
  );
  app.post(
    '/journey/:id/cancel',
    form('any', async (c, own) => {
      if (own.journey.screen === 'delivering') {
        // Fetched already: what has happened can't be cancelled.
        if (!(await cancelDelivery(platform, own))) return go(c, own, 'delivering');
        return c.redirect(backAddress(own, 205), 303);
      }
      const location = await endJourney(platform, own, 205);
      collector.stop(own.journey.txId);
      return c.redirect(location, 303);
    }),
  );
  app.post(
    '/journey/:id/stay',
    form('any', async (c) => c.body(null, 204)),
  );
}
