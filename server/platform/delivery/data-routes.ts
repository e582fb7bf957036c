/** The MyData-API: where a service provider's backend has the data, and the catalogue. */
import type { Hono } from 'hono';
import { categories } from '#schemas/datasets/categories.ts';
import { payloadType } from '../../protocol/mydata-1/payload.ts';
import type { Platform } from '../platform.ts';
import type { LateDeliveries } from './late-deliveries.ts';
import { confirmFetch } from './confirm-fetch.ts';
import { redeem } from './redeem.ts';
import { ticketGuesses } from './ticket-guesses.ts';
import { datasetsDown } from '../staff/maintenance.ts';

const isFetchId = (text: string): boolean => /^[\w-]{16,128}$/.test(text);

/**
 * GET and DELETE `/service/data`, for whoever has a ticket and calls from an address of its service; GET
 * `/find_all_resources`, for everybody. Wrong tickets count for the caller's address. Refusals have no body.
 */
export function dataRoutes(app: Hono, platform: Platform, late: LateDeliveries): void {
  const { datasets, config, log } = platform;

  app.get('/service/data', async (c) => {
    const ticket = c.req.header('permission_ticket');
    if (!ticket) return c.body(null, 400);
    const guesses = await ticketGuesses(platform, c);
    if (guesses.refused) return guesses.refused;
    const fetchId = c.req.header('fetch_id');
    if (fetchId !== undefined && !isFetchId(fetchId)) return c.body(null, 400);
    const result = await redeem(platform, late, {
      ticket,
      txId: c.req.header('tx_id'),
      fetchId,
      address: guesses.address,
    });
    if (result.status === 200) return c.body(result.jwe, 200, { 'content-type': payloadType });
    if (result.status === 429) return c.body(null, 429, { 'retry-after': String(result.retryAfterSeconds) });
    if (result.status === 403) await guesses.count();
    log.info({ status: result.status }, 'data not handed out');
    return c.body(null, result.status);
  });

  // Ours, beyond the interface: what became of a fetch that had an id.
  app.delete('/service/data', async (c) => {
    const [ticket, fetchId] = [c.req.header('permission_ticket'), c.req.header('fetch_id')];
    const said = c.req.header('stored') ?? 'yes';
    if (!ticket || !fetchId || !isFetchId(fetchId) || !['yes', 'no'].includes(said)) return c.body(null, 400);
    const guesses = await ticketGuesses(platform, c);
    if (guesses.refused) return guesses.refused;
    const { address } = guesses;
    const status = await confirmFetch(platform, { ticket, fetchId, stored: said === 'yes', address });
    if (status === 403) await guesses.count();
    return c.body(null, status);
  });

  app.get('/find_all_resources', async (c) => {
    const down = await datasetsDown(platform);
    return c.json(
      [...datasets.values()].map(({ id, agency, name, category }) => ({
        resource_id: id,
        dep: agency['zh-Hant'],
        name: name['zh-Hant'],
        link: `${config.publicUrl}/find_all_resources#${id}`,
        cate: categories[category]['zh-Hant'],
        status: down.has(id) ? '00' : '01',
      })),
    );
  });
}
