/** The screens of a journey. Every answer to a POST is a 303 to a GET, save a form that must be filled again (422, 423). */
import type { Context, Hono } from 'hono';
import { offeredMethods } from '../methods/levels.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Collector } from '../services/collect.ts';
import { agree, refuse, wordsOf } from '../services/deliver.ts';
import { fetchForJourney } from '../services/journey-collection.ts';
import { endJourney, ownJourney, type OwnJourney } from '../services/journey.ts';
import { previews } from '../services/preview.ts';
import type { Screen } from '../storage.ts';
import { consentView } from '../views/consent.ts';
import { factsView } from '../views/facts.ts';
import { previewView } from '../views/preview.ts';
import { termsView } from '../views/terms.ts';
import { deliveringView, fetchingView } from '../views/working.ts';
import { identityRoutes } from './identity.ts';
import { journeyDesk } from './journey-desk.ts';

/** How long a page load waits for the agencies before the progress page is shown. */
const graceMs = 1500;

export function journeyRoutes(app: Hono, platform: Platform, collector: Collector): void {
  const { storage } = platform;
  const desk = journeyDesk(platform);
  const { test, show, go, forward, form } = desk;
  const { showIdentity, showPasskey } = identityRoutes(app, platform, desk);

  const person = async ({ journey }: OwnJourney): Promise<VerifiedPerson> => {
    const found = await openJson<VerifiedPerson>(platform, journey.person, 'person', journey.txId);
    if (!found) throw new Error('a verified journey without its person');
    return found;
  };

  const screens: { readonly [Name in Screen]?: (c: Context, own: OwnJourney) => Promise<Response> } = {
    facts: (c, own) => show(c, own, factsView(own, test)),
    terms: (c, own) => show(c, own, termsView(own, test)),
    identity: showIdentity,
    async fetching(c, own) {
      const progress = await soon(fetchForJourney(platform, collector, own.journey));
      if (progress === 'ready') return go(c, own, 'preview');
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

  // Before the screens, whose pattern it would match.
  app.get('/journey/:id/progress', async (c) => {
    const { journey } = await ownJourney(platform, c);
    if (journey.screen === 'fetching') void fetchForJourney(platform, collector, journey).catch(() => undefined);
    return c.json({ screen: journey.screen });
  });
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
      body['agree'] ? forward(c, own, 'terms', 'identity') : show(c, own, termsView(own, test, true), 422),
    ),
  );
  app.post(
    '/journey/:id/preview',
    form('preview', (c, own) => forward(c, own, 'preview', 'consent')),
  );
  app.post(
    '/journey/:id/consent',
    form('consent', async (c, own, body) => {
      const decide = body['decision'] === 'agree' ? agree : body['decision'] === 'refuse' ? refuse : undefined;
      if (!decide) return go(c, own, 'consent');
      const location = await decide(platform, own, body['words'] ?? '');
      // Decided in another tab, or the words have changed: the journey shows where it is.
      return location ? c.redirect(location, 303) : go(c, own, 'delivering');
    }),
  );
  app.post(
    '/journey/:id/cancel',
    form('any', async (c, own) =>
      own.journey.screen === 'delivering'
        ? go(c, own, 'delivering')
        : c.redirect(await endJourney(platform, own, 205), 303),
    ),
  );
  app.post(
    '/journey/:id/stay',
    form('any', async (c) => c.body(null, 204)),
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
