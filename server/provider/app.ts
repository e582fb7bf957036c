/** The data provider: signs what it holds of invented people and hands it to the platform. */
import { Hono } from 'hono';
import { errorHandler, notFoundHandler } from '../http/errors.ts';
import { refuseHead } from '../http/refuse-head.ts';
import { requestLog } from '../http/request-log.ts';
import { securityHeaders } from '../http/security.ts';
import type { ProviderContext } from './context.ts';
import { datasetRoutes } from './routes/dataset.ts';
import { publicRoutes } from './routes/public.ts';

export function createApp(ctx: ProviderContext): Hono {
  const app = new Hono();
  app.use(securityHeaders({ https: ctx.config.urls.provider.startsWith('https:') }));
  app.use(requestLog({ log: ctx.log, clock: ctx.clock }));
  app.use('/dp/*', refuseHead());
  app.onError(errorHandler({ log: ctx.log }));
  app.notFound(notFoundHandler());
  publicRoutes(app, ctx);
  datasetRoutes(app, ctx);
  return app;
}
