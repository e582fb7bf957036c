/** Self-download 自行下載: choosing, answering, consenting, waiting, looking, saving. */
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { HttpError } from '../../http/errors.ts';
import { ofJourneys } from '../space.ts';
import { refuseHead } from '../../http/refuse-head.ts';
import { choosable, chosenAfter, matches } from './choose.ts';
import { collectDownload, isDownloadOver } from './collect-download.ts';
import { watchDownload } from './watch-download.ts';
import {
  answerDownload,
  datasetsOf,
  decideDownload,
  endDownload,
  mustAnswer,
  notHere,
  openDownload,
  ownDownload,
  parametersOf,
  type OwnDownload,
} from './downloads.ts';
import { endedStates } from './ended-states.ts';
import { tooWeakFor } from './level.ts';
import { saveDownload } from './save-download.ts';
import type { OwnSession } from './session.ts';
import type { Platform } from '../platform.ts';
import type { Collector } from '../delivery/collect.ts';
import { statesOf } from '../delivery/collection.ts';
import { parameterAnswers, parameterFields, readParameters } from '../consent/parameters.ts';
import { previews } from '../consent/preview.ts';
import { datasetsDown, maintenanceNow, maintenanceOf } from '../staff/maintenance.ts';
import { maintenanceView } from '../site/views/maintenance.ts';
import { chooseView } from './views/choose.ts';
import { fetchingView, overView, readyView } from './views/download-after.ts';
import { answerView, downloadConsentView } from './views/download-before.ts';
import { downloadPreviewView } from './views/download-preview.ts';
import { downloadPath } from './views/download-step.ts';
import type { MeDesk, MeForm } from './desk.ts';
import { waitBriefly } from '../wait-briefly.ts';

/**
 * `/me/download…`, for who is signed in; another person's download is 404 `download-unknown`, like none. Saving gives
 * the ZIP once, then 410 `download-gone`; `events` and `status` count as no activity.
 */
export function meDownloadRoutes(app: Hono, platform: Platform, desk: MeDesk, collector: Collector): void {
  const { storage, clock, datasets } = platform;
  const { test } = desk;

  /** This person's download as it is now: one whose time is over is over, whether or not the sweep came by. */
  const findOwn = async (own: OwnSession, id: string): Promise<OwnDownload> => {
    const found = await ownDownload(platform, own, id);
    if (!found) throw notHere();
    if (!isDownloadOver(platform, found.download)) return found;
    await endDownload(platform, found.download, 'expired');
    return (await ownDownload(platform, own, id)) ?? found;
  };
  const withDownload =
    (handle: (c: Context, own: OwnSession, found: OwnDownload) => Promise<Response>) =>
    async (c: Context, own: OwnSession) =>
      handle(c, own, await findOwn(own, c.req.param('id') ?? ''));
  const formOf = (handle: (c: Context, own: OwnSession, found: OwnDownload, form: MeForm) => Promise<Response>) =>
    desk.form(async (c, own, form) => handle(c, own, await findOwn(own, c.req.param('id') ?? ''), form));
  const goTo = (c: Context, found: OwnDownload): Response => c.redirect(downloadPath(found), 303);

  const showChoice = async (c: Context, own: OwnSession, search: string, missing = false): Promise<Response> => {
    const chosen = await storage.choiceOf(own.session.personHash);
    const down = await datasetsDown(platform);
    const groups = choosable(datasets.values(), { chosen, method: own.session.method, search, down });
    const named = datasetsOf(platform, chosen).map(({ id, name }) => ({ id, name: name['zh-Hant'] }));
    return c.html(chooseView({ own, test, groups, chosen: named, search, missing }), missing ? 422 : 200);
  };

  app.get(
    '/me/download',
    desk.page((c, own) => showChoice(c, own, (c.req.query('q') ?? '').slice(0, 40))),
  );

  app.post(
    '/me/download',
    desk.form(async (c, own, form) => {
      const { personHash } = own.session;
      const shownSearch = form.one('shown') ?? '';
      const search = (form.one('search') ?? '').trim().slice(0, 40);
      const ticked = form.all('dataset');
      const unknown = ticked.find((id) => !datasets.has(id));
      if (unknown !== undefined)
        throw new HttpError(400, 'dataset-unknown', {
          'zh-Hant': '選到了平臺沒有的資料。請回到「下載我的資料」重新選擇。',
          en: 'One of the chosen datasets is not in the catalogue.',
        });
      const shown = new Set([...datasets.values()].filter((one) => matches(one, shownSearch)).map(({ id }) => id));
      const resources = chosenAfter(await storage.choiceOf(personHash), { shown, ticked });
      await storage.commit([{ step: 'keep-choice', personHash, resources, at: clock.now() }]);
      if (form.one('action') === 'search')
        return c.redirect(search ? `/me/download?q=${encodeURIComponent(search)}` : '/me/download', 303);
      if (!resources.length) return showChoice(c, own, shownSearch, true);
      await platform.space.require(...ofJourneys);
      await platform.limiter.take([{ budget: 'downloads', who: personHash }]);
      return c.redirect(`/me/download/${await openDownload(platform, own, resources)}`, 303);
    }),
  );

  app.get(
    '/me/download/:id',
    desk.page(
      withDownload(async (c, own, found) => {
        const { download } = found;
        if (download.state === 'asked') return showBefore(c, own, found);
        if (download.state === 'fetching') {
          await waitBriefly(collectDownload(platform, collector, download));
          const now = await findOwn(own, download.id);
          if (now.download.state !== 'fetching') return goTo(c, found);
        }
        const states =
          download.state === 'fetching' || download.state === 'ready'
            ? await statesOf(platform, download)
            : await endedStates(platform, download);
        const options = { own, test, found, states, now: clock.now() };
        const view = { fetching: fetchingView, ready: readyView }[download.state as string] ?? overView;
        return c.html(view(options));
      }),
    ),
  );

  /** Asked for: first a proof that is strong enough, then what agencies must know, then consent. */
  async function showBefore(c: Context, own: OwnSession, found: OwnDownload): Promise<Response> {
    if (tooWeakFor(own.session.method, found.datasets).length)
      return c.redirect(`/me/sign-in?next=${encodeURIComponent(downloadPath(found))}`, 303);
    if (mustAnswer(found))
      return c.html(answerView({ own, test, found, fields: parameterFields(found.datasets, clock.now()) }));
    const answers = parameterAnswers(found.datasets, await parametersOf(platform, found.download));
    const notices = maintenanceOf(await maintenanceNow(platform), found.download.resources);
    const maintenance = maintenanceView(notices, datasets);
    return c.html(downloadConsentView({ own, test, found, answers, maintenance }));
  }

  app.post(
    '/me/download/:id/answers',
    formOf(async (c, own, found, form) => {
      if (found.download.state !== 'asked') return goTo(c, found);
      const now = clock.now();
      const fields = parameterFields(found.datasets, now);
      const read = readParameters(fields, form.fields, now);
      if (!read.ok)
        return c.html(answerView({ own, test, found, fields, typed: form.fields, errors: read.errors }), 422);
      await answerDownload(platform, found.download, read.parameters);
      return goTo(c, found);
    }),
  );

  app.post(
    '/me/download/:id/consent',
    formOf(async (c, own, found, form) => {
      const decision = form.one('decision');
      if (found.download.state === 'asked' && (decision === 'agree' || decision === 'refuse'))
        await decideDownload(platform, own, found, {
          shownHash: form.one('words') ?? '',
          agreed: decision === 'agree',
        });
      // Decided in another tab, or the words have changed: the download shows where it is.
      return goTo(c, found);
    }),
  );

  app.get(
    '/me/download/:id/events',
    refuseHead(),
    // Looked at without counting as activity: a page left open must not keep anybody signed in.
    desk.quiet(
      withDownload(async (c, own, { download }) =>
        streamSSE(c, (stream) => watchDownload(platform, collector, { stream, own, id: download.id })),
      ),
    ),
  );

  app.get(
    '/me/download/:id/status',
    desk.quiet(
      withDownload(async (c, _own, { download }) =>
        c.json({
          state: download.state,
          keepUntil: download.state === 'ready' ? download.keepUntil?.toISOString() : undefined,
          now: clock.now().toISOString(),
        }),
      ),
    ),
  );

  app.get(
    '/me/download/:id/preview',
    desk.page(
      withDownload(async (c, own, found) => {
        if (found.download.state !== 'ready') return goTo(c, found);
        const shown = await previews(platform, found.download.txId, found.datasets);
        return c.html(downloadPreviewView({ own, test, found, previews: shown, now: clock.now() }));
      }),
    ),
  );

  app.post(
    '/me/download/:id/save',
    formOf(async (c, _own, found) => {
      const saved = await saveDownload(platform, found);
      if (!saved)
        throw new HttpError(410, 'download-gone', {
          'zh-Hant': '這份資料已經不在平臺上：可能已儲存過、已取消，或超過 8 小時。需要時請重新下載。',
          en: 'This data is no longer here: it was saved already, given up, or its 8 hours are over. Please download again.',
        });
      return c.body(new Uint8Array(saved.bytes), 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${saved.name}"`,
      });
    }),
  );

  app.post(
    '/me/download/:id/discard',
    formOf(async (c, _own, found) => {
      await endDownload(platform, found.download, 'discarded');
      return goTo(c, found);
    }),
  );
}
