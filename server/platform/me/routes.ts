/** The resident's own area on the platform: sign-in, self-downloads, usage records. */
import type { Hono } from 'hono';
import { ownDownload, type OwnDownload } from './downloads.ts';
import { isDownloadOver } from './collect-download.ts';
import { waitingOf } from '../counter/waiting.ts';
import { recordsOf } from './records.ts';
import type { OwnSession } from './session.ts';
import type { Platform } from '../platform.ts';
import type { Collector } from '../delivery/collect.ts';
import { waitingView } from '../counter/views/waiting.ts';
import { overviewView } from './views/overview.ts';
import { meDesk } from './desk.ts';
import { meDownloadRoutes } from './download-routes.ts';
import { meRecordRoutes } from './records-routes.ts';
import { meSignInRoutes } from './sign-in-routes.ts';

/** `/me` and all below it save barcodes and delegations (`counter/`). */
export function meRoutes(app: Hono, platform: Platform, collector: Collector): void {
  const { storage, clock } = platform;
  const desk = meDesk(platform);

  const openOf = async (own: OwnSession): Promise<readonly OwnDownload[]> => {
    const downloads = await storage.downloadsOf(own.session.personHash);
    const open = downloads.filter(
      (one) => (one.state === 'fetching' || one.state === 'ready') && !isDownloadOver(platform, one),
    );
    const found = await Promise.all(open.map(({ id }) => ownDownload(platform, own, id)));
    return found.filter((one) => one !== undefined);
  };

  app.get(
    '/me',
    desk.page(async (c, own) =>
      c.html(
        overviewView({
          own,
          test: desk.test,
          open: await openOf(own),
          counter: waitingView(await waitingOf(platform, own)),
          latest: (await recordsOf(platform, own.session.personHash)).slice(0, 3),
          now: clock.now(),
        }),
      ),
    ),
  );

  meSignInRoutes(app, platform, desk);
  meRecordRoutes(app, platform, desk);
  meDownloadRoutes(app, platform, desk, collector);
}
