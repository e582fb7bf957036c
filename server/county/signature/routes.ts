/** Signing with a citizen certificate on the county's own page, under `/api/services/:service/signature`. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { OpenCard, PrepareSignature, Signed } from '#schemas/wire/county-api.ts';
import { callerOf } from '../../limits/caller.ts';
import type { County } from '../county.ts';
import { lookFirst } from '../registration/look.ts';
import { findOrCreateDraft } from '../drafts/drafts.ts';
import { readBody } from '../drafts/read-input.ts';
import { acceptSigned, prepareSignature } from './exchange.ts';
import { openSandboxCard } from './sandbox-card.ts';
import { ensureOwner, serviceOf } from '../drafts/browser.ts';

/**
 * `offered`, and `/sandbox-card`, in the test environment only; `/request` and what comes back signed for whoever fills
 * in the form. Bodies of 64 KiB at most.
 */
export function signatureRoutes(county: County): Hono {
  const api = new Hono();
  api.use(bodyLimit({ maxSize: 64 * 1024 }));

  // Without a card plugin of its own only the simulated card can sign here (docs/going-live.md).
  const offered = county.config.environment === 'test';
  api.get('/', (c) =>
    c.json({ offered: offered && serviceOf(county, c).asked.all.length + serviceOf(county, c).asked.anyOf.length > 0 }),
  );

  api.post('/request', async (c) => {
    await lookFirst(county);
    return c.json(
      await prepareSignature(county, serviceOf(county, c), ensureOwner(county, c), await readBody(c, PrepareSignature)),
    );
  });

  api.post('/', async (c) => {
    const service = serviceOf(county, c);
    const owner = ensureOwner(county, c);
    const input = await readBody(c, Signed);
    const payer = callerOf(county, c);
    const draft = await findOrCreateDraft(county, payer, owner, service);
    return c.json(await acceptSigned(county, payer, service, draft, owner, input));
  });

  // A real card never leaves its reader; a simulated one has its key in the platform's sandbox.
  if (offered)
    api.post('/sandbox-card', async (c) => c.json(await openSandboxCard(county, await readBody(c, OpenCard))));
  return api;
}
