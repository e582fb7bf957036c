/** The reference platform: identity, consent, and the one-time hand-over of packages. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorHandler, notFoundHandler, renderJsonError, type RenderError } from '../http/errors.ts';
import { refuseHead } from '../http/refuse-head.ts';
import { requestLog } from '../http/request-log.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { securityHeaders } from '../http/security.ts';
import { MessageSender } from './messages/sender.ts';
import { platformOf, type Platform, type PlatformOptions } from './platform.ts';
import { connectRoutes } from './routes/connect.ts';
import { dataRoutes } from './routes/data.ts';
import { entryRoutes } from './routes/entry.ts';
import { journeyRoutes } from './routes/journey.ts';
import { logRoutes } from './routes/logs.ts';
import { pageRoutes } from './routes/pages.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { Collector } from './services/collect.ts';
import { sweep, type Swept } from './sweep.ts';
import { errorView } from './views/error.ts';

export type PlatformApp = Hono & {
  /** To be called every minute. */
  sweep(): Promise<Swept>;
  /** Sends the notices that are due; happens by itself too, shortly after one is queued. → how many were handled */
  sendMessages(): Promise<number>;
};

export function createApp(options: PlatformOptions): PlatformApp {
  const sender = new MessageSender(options);
  const platform = platformOf({ ...options, storage: sender.watch(options.storage) });
  const { config, log, clock } = platform;
  const app = new Hono();
  const render = renderErrors(platform);
  app.use(
    requestLog({ log, clock }),
    securityHeaders({ https: new URL(config.publicUrl).protocol === 'https:' }),
    sameOrigin(config.publicUrl),
    bodyLimit({ maxSize: 64 * 1024 }),
  );
  app.use('/service/*', refuseHead());
  app.onError(errorHandler({ log, render }));
  app.notFound(notFoundHandler(render));

  pageRoutes(app, platform);
  dataRoutes(app, platform);
  connectRoutes(app, platform);
  logRoutes(app, platform);
  if (config.environment === 'test') sandboxRoutes(app, platform);
  entryRoutes(app, platform);
  journeyRoutes(app, platform, new Collector(platform));
  return Object.assign(app, {
    async sweep() {
      const swept = await sweep(platform);
      await sender.send();
      return swept;
    },
    sendMessages: () => sender.send(),
  });
}

/** A page where a person looks at it, JSON for programs. */
function renderErrors({ config }: Platform): RenderError {
  const forPerson = (c: Context): boolean =>
    c.req.path.startsWith('/journey/') ||
    /^\/service\/[^/]+\//.test(c.req.path) ||
    (c.req.header('accept') ?? '').includes('text/html');
  return (c, error) =>
    forPerson(c) ? c.html(errorView(error, config.environment === 'test'), error.status) : renderJsonError(c, error);
}
