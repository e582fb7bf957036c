/** The data provider: signs what it holds of invented people and hands it to the platform. */
import { Hono } from 'hono';
import { errorHandler, notFoundHandler, renderJsonError, type RenderError } from '../http/errors.ts';
import { refuseHead } from '../http/refuse-head.ts';
import { requestLog } from '../http/request-log.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { securityHeaders } from '../http/security.ts';
import { clockBanner } from '../sandbox/clock/banner.ts';
import { peopleDoors } from '../sandbox/people/doors.ts';
import { clockRoutes, dueWithin } from '../sandbox/clock/routes.ts';
import type { ProviderContext } from './context.ts';
import { datasetRoutes } from './routes/dataset.ts';
import { publicRoutes } from './routes/public.ts';
import { sampleRoutes } from './routes/samples.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { seed, type SeedPerson } from './seed.ts';
import { Faults } from './services/faults.ts';
import { forgetOld } from './services/forget-old.ts';

/** Nobody reads a body that comes with an error of the DP-API (interface, section 4); its name is for whoever tries it out. */
const render: RenderError = (c, error) =>
  c.req.path.startsWith('/dp/') ? c.body(null, error.status, { 'x-error': error.code }) : renderJsonError(c, error);

/**
 * → the app, which opens no port. `/sandbox` and `/samples` exist only with `config.sandbox`; people and clock can be
 * changed only where they are given besides.
 */
export function createApp(given: ProviderContext): Hono {
  const ctx: ProviderContext = { ...given, faults: given.config.sandbox ? new Faults() : undefined };
  const app = new Hono();
  const testClock = ctx.config.sandbox ? ctx.testClock : undefined;
  if (testClock) app.use(clockBanner(testClock, `${ctx.config.urls.platform}/sandbox/clock`));
  app.use(securityHeaders({ https: ctx.config.urls.provider.startsWith('https:') }));
  app.use(requestLog({ log: ctx.log, clock: ctx.clock }), sameOrigin(ctx.config.urls.provider));
  app.use('/dp/*', refuseHead());
  app.onError(errorHandler({ log: ctx.log, render }));
  app.notFound(notFoundHandler(render));
  publicRoutes(app, ctx);
  datasetRoutes(app, ctx);
  if (ctx.config.sandbox) {
    app.route('/sandbox', sandboxRoutes(ctx));
    if (ctx.ownPeople) app.route('/sandbox', peopleDoors(ctx.ownPeople, heard));
    if (testClock) app.route('/sandbox', clockRoutes(testClock, dueWithin(work, failed)));
    app.route('/samples', sampleRoutes(ctx));
  }
  return app;

  async function heard(people: readonly SeedPerson[]): Promise<void> {
    await seed(ctx.storage, people);
  }
  async function work(): Promise<void> {
    await ctx.keys.renew?.(ctx.clock.now());
    await forgetOld(ctx);
  }
  function failed(error: unknown): void {
    ctx.log.error({ code: (error as Error).name }, 'sweep failed');
  }
}
