/** The county's e-service backend, put together: the pages' interface, the doors of MyData, the site. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Hono } from 'hono';
import { clockBanner } from '../sandbox/clock/banner.ts';
import { peopleDoors } from '../sandbox/people/doors.ts';
import type { OwnPeople } from '../sandbox/people/own-people.ts';
import { clockRoutes, dueWithin } from '../sandbox/clock/routes.ts';
import type { TestClock } from '../sandbox/clock/test-clock.ts';
import { cookiesOf } from '../http/cookies.ts';
import { knownBrowsers } from '../limits/known-browser.ts';
import { Limiter } from '../limits/limiter.ts';
import { memoryLimitStorage } from '../limits/memory-storage.ts';
import { errorHandler, HttpError } from '../http/errors.ts';
import { refuseHead } from '../http/refuse-head.ts';
import { requestLog } from '../http/request-log.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { securityHeaders } from '../http/security.ts';
import { checkSetup, type CountyDependencies } from './config.ts';
import { CountySetupError } from './setup-error.ts';
import { frontPage } from './addresses.ts';
import type { County } from './county.ts';
import { renderCountyError } from './errors.ts';
import { renderError } from './render-error.ts';
import { judgeHere } from './judging/judge.ts';
import { organisationOf } from './offices/organisation-of.ts';
import { publishedSchemas } from './forms/published-schemas.ts';
import { readyOffices } from './offices/ready.ts';
import { openApi } from './openapi/document.ts';
import { apiRoutes } from './drafts/routes.ts';
import { mydataRoutes } from './journeys/routes.ts';
import { sandboxRoutes } from './sandbox/routes.ts';
import { blankRoutes } from './blank/routes.ts';
import { notFoundPage, playgroundRoutes, siteRoutes } from './site/routes.ts';
import { requireRegistered, resubmit } from './registration/ready.ts';
import { watchRegistry } from './registration/look.ts';
import { Turn } from './registration/turn.ts';
import { liveServices } from './services/catalogue.ts';
import { Changes } from './drafts/changes.ts';
import { sendReceipts } from './receipts/send-receipt.ts';
import { awaitDeliveries } from './journeys/await-delivery.ts';
import { freeFetches, resumeTransfers } from './journeys/fetch-package.ts';
import { Jobs } from './jobs.ts';
import { publishFiles } from './services/publish-files.ts';
import { Seals } from './seals.ts';
import { sweep } from './sweep.ts';
import { plainLooks } from './site/looks.ts';
import { Space } from '../space/space.ts';
import { countySpaceDefaults } from './space.ts';
import { staffRoutes } from './staff/routes.ts';
import { seedDesks } from './desks/sandbox-desks.ts';
import { seedStaff, staffProblems } from './staff/sandbox-staff.ts';

export interface CountyApp {
  readonly app: Hono;
  /** What the verbs work with. */
  readonly county: County;
  /** Resolves when no package is being fetched any more. */
  idle(): Promise<void>;
  /** Ends waiting, lets running calls finish. What is not fetched yet is taken up at the next start. */
  close(): Promise<void>;
  /** Erases what is past its time; to be called every few minutes. */
  sweep(): Promise<void>;
  /** Sends what waits for the register and looks what it decided; to be called several times a minute. */
  watch(): Promise<void>;
}

/** Publishes the services' forms and takes up interrupted transfers. Throws `CountySetupError` when a setting is missing. */
export async function createApp(dependencies: CountyDependencies): Promise<CountyApp> {
  checkSetup(dependencies);
  const { storage, clock, log, fetch, keys, config } = dependencies;
  const { instance = 'one', limits = memoryLimitStorage() } = dependencies;
  const testClock = config.environment === 'test' ? dependencies.testClock : undefined;
  const closing = new AbortController();
  const seals = new Seals(keys.master);
  const hash = (text: string): string => seals.hash('try', text);
  const { registrar } = dependencies;
  const own = { ...config, publicUrl: trimmed(config.publicUrl), platformUrl: trimmed(config.platformUrl) };
  const published = await publishFiles(dependencies);
  const county: County = {
    storage,
    clock,
    log,
    fetch,
    instance,
    holder: `${instance}/${randomUUID()}`,
    config: own,
    wait:
      dependencies.wait ??
      ((ms) =>
        testClock?.wait(ms, closing.signal) ?? delay(ms, undefined, { signal: closing.signal }).catch(() => undefined)),
    closing: closing.signal,
    addresses: { ...frontPage, ...config.site?.addresses, ...config.addresses },
    cookies: cookiesOf(config.cookieName ?? 'county', config.publicUrl),
    limiter: new Limiter({ storage: limits, clock, hash }),
    space: new Space({
      sizes: () => storage.sizes(),
      clock,
      log,
      most: countySpaceDefaults,
      reserve: 0,
      ...dependencies.space,
    }),
    browsers: knownBrowsers({ now: () => clock.now(), hash, newId: () => randomBytes(16).toString('base64url') }),
    organisation: organisationOf(config.organisation, config.services, await storage.serviceOwners()),
    seals,
    epochs: keys.epochs,
    anchors: keys.anchors,
    crls: keys.crls,
    agencies: keys.agencies,
    own: keys.own,
    services: await liveServices({ storage, seals, clients: keys.clients, config: own }, published),
    clients: keys.clients,
    ...(registrar && { registrar }),
    registering: new Turn(),
    judge: dependencies.judge ?? judgeHere,
    jobs: new Jobs(log),
    changes: new Changes(),
  };
  requireRegistered(county);
  await readyOffices({ ...county, fileServices: config.services.map(({ service }) => service.id) });
  await readyStaff(county);
  await resubmit(county);
  await freeFetches(county);
  await resumeTransfers(county);
  await awaitDeliveries(county);
  await sendReceipts(county);
  return {
    app: routes(county, testClock, config.environment === 'test' ? dependencies.ownPeople : undefined),
    county,
    idle: () => county.jobs.idle(),
    sweep: () => sweep(county),
    watch: () => watchRegistry(county),
    async close() {
      closing.abort();
      await county.jobs.idle();
    },
  };
}

function routes(county: County, testClock?: TestClock, ownPeople?: OwnPeople): Hono {
  const { config, log, clock } = county;
  const app = new Hono();
  const sweepFailed = (error: unknown): void => log.error({ code: (error as Error).name }, 'sweep failed');
  const https = new URL(config.publicUrl).protocol === 'https:';
  if (testClock) app.use(clockBanner(testClock, `${config.platformUrl}/sandbox/clock`));
  app.use(
    requestLog({ log, clock }),
    securityHeaders({ trustedTypes: ['lit-html'], https }),
    sameOrigin(config.publicUrl),
  );
  app.use('/mydata/*', refuseHead());
  app.onError(errorHandler({ log, render: renderError(county) }));
  app.notFound(async (c) =>
    /^\/(api|mydata|sandbox)\//.test(c.req.path)
      ? renderCountyError(
          c,
          new HttpError(404, 'not-found', { 'zh-Hant': '沒有這個位址。', en: 'There is no such address.' }),
        )
      : notFoundPage(county, c),
  );
  app.get('/health', (c) => c.json({ status: 'ok' }));
  let document: ReturnType<typeof openApi> | undefined;
  app.get('/openapi.json', (c) =>
    c.json((document ??= openApi(config)), 200, { 'cache-control': 'public, max-age=300' }),
  );
  app.route('/', publishedSchemas());
  app.route('/api', apiRoutes(county));
  app.route('/blank-forms', blankRoutes(county));
  app.route('/staff', staffRoutes(county));
  app.route('/mydata', mydataRoutes(county));
  if (config.environment === 'test') app.route('/sandbox', sandboxRoutes(county));
  if (ownPeople)
    app.route(
      '/sandbox',
      peopleDoors(ownPeople, async () => undefined),
    );
  if (testClock)
    app.route(
      '/sandbox',
      clockRoutes(
        testClock,
        dueWithin(() => catchUp(county), sweepFailed),
      ),
    );
  app.get('/theme.css', (c) =>
    c.body((config.looks ?? plainLooks).themeCss, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  );
  if (config.environment === 'test' && config.playground !== undefined)
    app.route('/', playgroundRoutes(county, config.playground));
  if (config.site) app.route('/', siteRoutes(county, config.site));
  return app;
}

/** What is due after the clock was moved, and a moment for packages that can be had now. */
async function catchUp(county: County): Promise<void> {
  await sweep(county);
  await watchRegistry(county);
  await Promise.race([county.jobs.idle(), delay(fetchMoment, undefined, { ref: false })]);
}

const fetchMoment = 300;

/** Invented people have accounts and desks in the test environment, and in no other. */
async function readyStaff(county: County): Promise<void> {
  if (county.config.environment === 'test') {
    await seedDesks(county);
    return seedStaff(county);
  }
  const [problem] = await staffProblems(county);
  if (problem !== undefined) throw new CountySetupError('invented-staff', problem);
}

const trimmed = (url: string): string => url.replace(/\/+$/, '');
