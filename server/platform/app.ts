/** The reference platform: identity, consent, and the one-time hand-over of packages. */
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorHandler, notFoundHandler, renderJsonError, type RenderError } from '../http/errors.ts';
import { readableForm } from '../http/readable-form.ts';
import { refuseHead } from '../http/refuse-head.ts';
import { requestLog } from '../http/request-log.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { securityHeaders } from '../http/security.ts';
import { sweepDownloads } from './me/collect-download.ts';
import { MessageSender } from './messages/sender.ts';
import { spendPublic } from './public-budgets.ts';
import { platformOf, type Platform, type PlatformOptions } from './platform.ts';
import { CounterChanges } from './counter/counter-changes.ts';
import { componentFileRoutes } from './site/component-files.ts';
import { connectRoutes } from './delivery/connect-routes.ts';
import { counterInterfaceRoutes } from './counter/interface-routes.ts';
import { counterRoutes } from './counter/routes.ts';
import { dataRoutes } from './delivery/data-routes.ts';
import { questionRoutes } from './delivery/question-routes.ts';
import { delegationRoutes } from './counter/delegation-routes.ts';
import { entryRoutes } from './entry/routes.ts';
import { journeyRoutes } from './journey/routes.ts';
import { logRoutes } from './log/log-routes.ts';
import { meRoutes } from './me/routes.ts';
import { operatorServiceRoutes } from './staff/service-routes.ts';
import { operatorRoutes } from './staff/routes.ts';
import { pageRoutes } from './site/routes.ts';
import { portalRoutes } from './registry/portal-routes.ts';
import { registryAccountRoutes } from './registry/account-routes.ts';
import { registryRoutes } from './registry/routes.ts';
import { sandboxClockRoutes } from './sandbox/clock-routes.ts';
import { sandboxPeopleRoutes } from './sandbox/people-routes.ts';
import { sandboxRoutes } from './sandbox/routes.ts';
import { signatureRoutes } from './identity/signature-routes.ts';
import { withdrawalRoutes } from './consent/withdrawal-routes.ts';
import { LateDeliveries } from './delivery/late-deliveries.ts';
import { Collector } from './delivery/collect.ts';
import { SpCaller } from './delivery/sp-caller.ts';
import { clockBanner } from '../sandbox/clock/banner.ts';
import { dueWithin } from '../sandbox/clock/routes.ts';
import { maxReportBytes } from './staff/audits.ts';
import { pollHeartbeats } from './staff/heartbeat.ts';
import { wantsPage } from '../accounts/session.ts';
import { sweepStaff } from './staff/sweep.ts';
import { sweep, type Swept } from './sweep.ts';
import { errorView } from './site/views/error.ts';

export type PlatformApp = Hono & {
  /** Once, at the start: takes up what a former life of this process left undone. */
  resume(): Promise<void>;
  /** Begins nothing new any more, ends streams, and waits for calls under way. */
  quiet(): Promise<void>;
  /** To be called every minute. */
  sweep(): Promise<Swept>;
  /** Sends the notices that are due; happens by itself too, shortly after one is queued. → how many were handled */
  sendMessages(): Promise<number>;
  /** To be called every minute: asks the data providers whether their datasets are up. */
  watch(): Promise<{ readonly up: number; readonly down: number }>;
};

/**
 * → the app and what its process calls besides (`PlatformApp`). The sandbox exists with `environment: 'test'` only. It
 * opens no port, and what is due every minute is the caller's to call; storage and keys stay the caller's to close.
 */
export function createApp(options: PlatformOptions): PlatformApp {
  const closing = new AbortController();
  const based = platformOf(options, closing.signal);
  // Over the ledger: what the sender records must be signed too, or the log stands still.
  const sender = new MessageSender(based);
  const platform: Platform = { ...based, storage: sender.watch(based.storage) };
  const { config, log, clock } = platform;
  const app = new Hono();
  const render = renderErrors(platform);
  const { testClocks } = config.environment === 'test' ? options : {};
  if (testClocks) app.use(clockBanner(testClocks.clock, '/sandbox/clock'));
  app.use(
    requestLog({ log, clock }),
    securityHeaders({ https: new URL(config.publicUrl).protocol === 'https:' }),
    sameOrigin(config.publicUrl),
    limitBody(),
    readableForm(),
  );
  app.use('/service/*', refuseHead());
  app.onError(errorHandler({ log, render }));
  app.notFound(notFoundHandler(render));

  spendPublic(app, platform);
  pageRoutes(app, platform);
  componentFileRoutes(app, platform);
  const collector = new Collector(platform);
  const late = new LateDeliveries(platform, collector);
  const spCaller = new SpCaller(platform, options.instance ?? 'one');
  dataRoutes(app, platform, late);
  questionRoutes(app, platform);
  connectRoutes(app, platform);
  logRoutes(app, platform);
  if (config.environment === 'test') sandboxRoutes(app, platform);
  if (config.environment === 'test' && options.ownPeople) sandboxPeopleRoutes(app, platform, options.ownPeople);
  if (testClocks) sandboxClockRoutes(app, platform, testClocks, dueWithin(sweepAll, sweepFailed));
  signatureRoutes(app, platform);
  entryRoutes(app, platform);
  const changes = new CounterChanges();
  counterInterfaceRoutes(app, platform, changes);
  counterRoutes(app, platform, collector, changes);
  delegationRoutes(app, platform, changes);
  journeyRoutes(app, platform, { collector, late, spCaller });
  withdrawalRoutes(app, platform);
  meRoutes(app, platform, collector);
  operatorRoutes(app, platform);
  operatorServiceRoutes(app, platform);
  portalRoutes(app, platform);
  registryRoutes(app, platform);
  registryAccountRoutes(app, platform);
  async function sweepAll(): Promise<Swept> {
    await sweepDownloads(platform, collector);
    await spCaller.endOver();
    // May take as long as service providers take; what must be destroyed does not wait for it.
    const calling = spCaller.callDue();
    const swept = await sweep(platform, late);
    await calling;
    await sweepStaff(platform);
    await sender.send();
    return swept;
  }
  function sweepFailed(error: unknown): void {
    log.error({ code: (error as Error).name }, 'sweep failed');
  }
  return Object.assign(app, {
    sweep: sweepAll,
    async quiet() {
      closing.abort();
      await Promise.all([collector.stopAll(), spCaller.stop()]);
    },
    resume: () => spCaller.resume(),
    sendMessages: () => sender.send(),
    watch: () => pollHeartbeats(platform),
  });
}

/** The yearly report of an audit is a file, and so is a published form; what a service asks is long; all else is small. */
function limitBody(): MiddlewareHandler {
  const small = bodyLimit({ maxSize: 64 * 1024 });
  const report = bodyLimit({ maxSize: maxReportBytes + 64 * 1024 });
  const form = bodyLimit({ maxSize: 1024 * 1024 });
  const asked = bodyLimit({ maxSize: 256 * 1024 });
  return (c, next) => {
    const { path } = c.req;
    if (path.startsWith('/operator/audits/')) return report(c, next);
    return (
      path === '/portal/import' || path.startsWith('/sandbox/people')
        ? form
        : path.startsWith('/registry/')
          ? asked
          : small
    )(c, next);
  };
}

const isForDesks = (path: string): boolean => /^\/service\/counter\/(?:present|resend|code)$/.test(path);

/** A page where a person looks at it, JSON for programs. */
function renderErrors({ config }: Platform): RenderError {
  const forPerson = (c: Context): boolean =>
    c.req.path.startsWith('/journey/') ||
    (/^\/me(\/|$)/.test(c.req.path) && wantsPage(c)) ||
    (/^\/(operator|portal)(\/|$)/.test(c.req.path) && wantsPage(c)) ||
    (/^\/service\/[^/]+\//.test(c.req.path) && !isForDesks(c.req.path)) ||
    (c.req.header('accept') ?? '').includes('text/html');
  return (c, error) =>
    forPerson(c) ? c.html(errorView(error, config.environment === 'test'), error.status) : renderJsonError(c, error);
}
