/** The resident's half of a counter service: its page with the one button, and the page that shows the barcode. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { setPolicy } from '../../http/security.ts';
import { isReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { agencyOf } from './agency.ts';
import { isGood, issueBarcode, standingOf, type Standing } from './barcodes.ts';
import type { CounterChanges } from './counter-changes.ts';
import { barcodePath } from './counter-return.ts';
import { sessionOf } from '../me/session.ts';
import { openForCounter, refusalForCounter } from './open.ts';
import { waitingAt } from './shown-code.ts';
import { keepSerial, ownBarcode, shownSerial, type OwnBarcode } from './own-barcode.ts';
import { maintenanceNow, maintenanceOf } from '../staff/maintenance.ts';
import { maintenanceView } from '../site/views/maintenance.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { browserOf, keepBrowser } from '../journey/browser.ts';
import { requireCsrf } from '../journey/journey.ts';
import type { Collector } from '../delivery/collect.ts';
import { statesOf } from '../delivery/collection.ts';
import { withdraw } from '../consent/withdrawal.ts';
import { barcodeView } from './views/barcode.ts';
import { counterServiceView } from './views/service.ts';
import { barcodeEvents } from './events-routes.ts';
import { meDesk, readForm } from '../me/desk.ts';

/** What only our own page's script sends: a form of another site can't. */
const scriptHeader = 'x-mydata-request';

/**
 * `/service/counter/:client_id` for anybody; a service that is not for counters, ended or not let through is 404, a
 * suspended one 423 without the button. `/journey/:id/barcode…` for who may see it; only the person cancels, an agent's
 * try changes nothing. The serial goes to the one browser that shows it.
 */
export function counterRoutes(app: Hono, platform: Platform, collector: Collector, changes: CounterChanges): void {
  const { storage, config, clients, clock } = platform;
  const test = config.environment === 'test';
  const me = meDesk(platform);

  const serviceOf = async (c: Context): Promise<Client> => {
    const client = await clients.find(c.req.param('client_id') ?? '');
    if (client && (await refusalForCounter(platform, client)) !== 401) return client;
    throw new HttpError(404, 'counter-service-unknown', {
      'zh-Hant': '找不到這項臨櫃服務。請確認網址，或洽詢承辦單位。',
      en: 'There is no such counter service. Please check the address or ask the office.',
    });
  };

  const showService = async (
    c: Context,
    client: Client,
    more: { readonly ticked?: readonly string[]; readonly lacking?: readonly string[] } = {},
  ) => {
    const pauses = maintenanceView(maintenanceOf(await maintenanceNow(platform), client.resources), platform.datasets);
    const ended = Number(c.req.query('ended'));
    const view = counterServiceView({
      client,
      datasets: client.resources.flatMap((id) => platform.datasets.get(id) ?? []),
      test,
      maintenance: pauses,
      ended: isReturnCode(ended) ? ended : undefined,
      ...more,
    });
    return c.html(view, more.lacking ? 422 : client.suspended ? 423 : 200);
  };

  app.get('/service/counter/:client_id', async (c) => {
    // Ticked before, where the form had to wait for its turn.
    const ticked = c.req.queries('dataset');
    return showService(c, await serviceOf(c), ticked && { ticked });
  });

  app.post('/service/counter/:client_id', async (c) => {
    const client = await serviceOf(c);
    const ticked = readForm(await c.req.parseBody({ all: true })).all('dataset');
    const browser = browserOf(platform, c);
    const opened = await openForCounter(platform, client, ticked, browser.secret);
    if (opened.kind === 'lacking') return showService(c, client, { ticked, lacking: opened.choice.of });
    if (opened.kind === 'refused') return showService(c, client);
    keepBrowser(platform, c, browser);
    return c.redirect(`/journey/${opened.journeyId}/terms`, 303);
  });

  /** → where the journey is, while it has not come this far */
  const before = async ({ journey }: OwnBarcode): Promise<string | undefined> => {
    // Agreed to: whatever became of it, this page tells.
    if (journey.screen === 'away' || (await storage.ticketOf(journey.txId))) return undefined;
    return journey.screen === 'ended' ? `${journey.returnUrl}?ended=${journey.code ?? 408}` : `/journey/${journey.id}`;
  };

  const gone = (): HttpError =>
    new HttpError(404, 'barcode-unknown', { 'zh-Hant': '找不到這個條碼。', en: 'This barcode was not found.' });

  const standing = async ({ journey }: OwnBarcode): Promise<Standing> => {
    const found = await standingOf(platform, journey.txId);
    if (!found) throw gone();
    return found;
  };

  const renew = async (c: Context, own: OwnBarcode) => {
    await platform.limiter.take([{ budget: 'barcodes', who: own.journey.id }]);
    const made = await issueBarcode(platform, { txId: own.journey.txId, holder: own.holder });
    if (!made) return undefined;
    keepSerial(platform, c, own, made.serial);
    changes.tell(own.journey.txId);
    return made;
  };

  /** The serial that this browser shows; where nobody shows a good one, it gets it. */
  const current = async (c: Context, own: OwnBarcode, { barcode }: Standing) => {
    const serial = shownSerial(platform, c, own, barcode);
    if (serial && barcode) return { serial, expiresAt: barcode.expiresAt };
    return isGood(platform, barcode) ? undefined : renew(c, own);
  };

  app.get('/journey/:id/barcode', async (c) => {
    const own = await ownBarcode(platform, c).catch(async (error: unknown) => {
      // Another device, or signed out meanwhile: the door knows whose it is.
      if (error instanceof HttpError && !(await sessionOf(platform, c))) return undefined;
      throw error;
    });
    if (!own) return c.redirect(`/me/sign-in?next=/me/barcode/${encodeURIComponent(c.req.param('id'))}`, 303);
    const elsewhere = await before(own);
    if (elsewhere) return c.redirect(elsewhere, 303);
    const now = await standing(own);
    const shown = now.state === 'ready' ? await current(c, own, now) : undefined;
    const barcode = shown ? await storage.barcodeOf(own.journey.txId) : now.barcode;
    // Lit draws by a policy of this name.
    setPolicy(c, { trustedTypes: ['lit-html'] });
    return c.html(
      barcodeView({
        own,
        test,
        standing: now,
        shown,
        desk: shown && barcode ? await waitingAt(platform, barcode) : undefined,
        states: now.state === 'preparing' ? await statesOf(platform, own.journey) : [],
        now: clock.now(),
      }),
    );
  });

  const form =
    (handle: (c: Context, own: OwnBarcode) => Promise<unknown>) =>
    async (c: Context): Promise<Response> => {
      const own = await ownBarcode(platform, c);
      requireCsrf(own, (await c.req.parseBody())['csrf']);
      await handle(c, own);
      return c.redirect(barcodePath(own.journey.id), 303);
    };

  app.post('/journey/:id/barcode', form(renew));
  app.post(
    '/journey/:id/barcode/cancel',
    form(async (_c, { journey, holder }) => {
      // The agent shows it and nothing more.
      if (holder !== 'owner') return;
      await withdraw(platform, journey.txId);
      changes.tell(journey.txId);
    }),
  );

  const json = async (c: Context, renewed: boolean): Promise<Response> => {
    if (renewed && !c.req.header(scriptHeader)) throw forged();
    const own = await ownBarcode(platform, c);
    if (await before(own)) return ended(c, 'preparing', 409);
    const now = await standing(own);
    const over = endings[now.state];
    if (over && !(renewed && over === 'burnt')) return ended(c, over);
    if (now.state === 'preparing') return ended(c, 'preparing', 409);
    const shown = renewed ? await renew(c, own) : await current(c, own, now);
    if (!shown) {
      const later = endings[(await standing(own)).state];
      return later && later !== 'burnt' ? ended(c, later) : ended(c, 'elsewhere', 409);
    }
    const { client } = own;
    const expiresAt = shown.expiresAt.toISOString();
    return c.json({
      serial: shown.serial,
      expiresAt,
      renewAfter: expiresAt,
      service: client.name,
      agency: agencyOf(client) ?? '',
    });
  };
  app.get('/journey/:id/barcode.json', (c) => json(c, false));
  app.post('/journey/:id/barcode.json', (c) => json(c, true));
  barcodeEvents(app, platform, collector, changes);

  // From a notice or another device: who it is, is asked at the door.
  app.get(
    '/me/barcode/:id',
    me.page(async (c) => c.redirect(barcodePath(c.req.param('id') ?? ''), 303)),
  );
}

/** What the element is told when there is none any more. */
const endings = { burnt: 'burnt', taken: 'taken', withdrawn: 'expired', expired: 'expired' } as Readonly<
  Record<string, 'burnt' | 'taken' | 'expired' | undefined>
>;

const ended = (c: Context, what: string, status: 409 | 410 = 410): Response =>
  c.json(
    { error: { code: `barcode-${what}`, message: { 'zh-Hant': '這個條碼現在不能使用。', en: 'Not to be used now.' } } },
    status,
  );

const forged = (): HttpError =>
  new HttpError(403, 'csrf', {
    'zh-Hant': '這一頁已經過期，請重新整理後再試一次。',
    en: 'This page is out of date. Please reload and try again.',
  });
