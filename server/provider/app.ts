/** The data provider: signs what it holds of invented people and hands it to the platform. */
import { Hono } from 'hono';
import { errorHandler, notFoundHandler } from '../http/errors.ts';
import { refuseHead } from '../http/refuse-head.ts';
import { requestLog } from '../http/request-log.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { securityHeaders } from '../http/security.ts';
import type { ProviderContext } from './context.ts';
import { datasetRoutes } from './routes/dataset.ts';
import { publicRoutes } from './routes/public.ts';
import { sampleRoutes } from './routes/samples.ts';
import { sandboxRoutes } from './routes/sandbox.ts';

export function createApp(given: ProviderContext): Hono {
  const ctx: ProviderContext = { ...given, faults: given.config.sandbox ? new Map() : undefined };
  const app = new Hono();
  app.use(securityHeaders({ https: ctx.config.urls.provider.startsWith('https:') }));
  app.use(requestLog({ log: ctx.log, clock: ctx.clock }), sameOrigin(ctx.config.urls.provider));
  app.use('/dp/*', refuseHead());
  app.onError(errorHandler({ log: ctx.log }));
  app.notFound(notFoundHandler());
  publicRoutes(app, ctx);
  datasetRoutes(app, ctx);
  if (ctx.config.sandbox) {
    app.route('/sandbox', sandboxRoutes(ctx));
    app.route('/samples', sampleRoutes(ctx));
  }
  return app;
}
