/** The MyData-API: what a service provider's backend asks. */
import type { Hono } from 'hono';
import { categories } from '../../../schemas/datasets/categories.ts';
import { callerAddress } from '../../http/caller-address.ts';
import type { Spending } from '../../limits/limiter.ts';
import { networksOf } from '../../limits/network.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { returnCodes, isReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { personHash, secretHash } from '../hashes.ts';
import { isPlatformMethod, verificationName } from '../methods/levels.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry.ts';
import { readClientField } from '../registry/client-keys.ts';
import type { Away } from '../services/away.ts';
import { confirmFetch } from '../services/confirm-fetch.ts';
import { redeem } from '../services/redeem.ts';
import type { Transaction } from '../storage.ts';
import { datasetsDown } from '../staff/maintenance.ts';

const isFetchId = (text: string): boolean => /^[\w-]{16,128}$/.test(text);

export function dataRoutes(app: Hono, platform: Platform, away: Away): void {
  const { storage, clock, clients, datasets, config, log, limiter } = platform;

  const failureOf = (address: string | undefined): Spending => ({
    budget: 'ticket-failures',
    who: networksOf(address).address,
  });
  app.get('/service/data', async (c) => {
    const ticket = c.req.header('permission_ticket');
    const address = callerAddress(c, config.proxies);
    if (!ticket) return c.body(null, 400);
    const failure = failureOf(address);
    const waitSeconds = await limiter.waitSeconds(failure);
    if (waitSeconds) return c.body(null, 429, { 'retry-after': String(waitSeconds) });
    const fetchId = c.req.header('fetch_id');
    if (fetchId !== undefined && !isFetchId(fetchId)) return c.body(null, 400);
    const result = await redeem(platform, away, { ticket, txId: c.req.header('tx_id'), fetchId, address });
    if (result.status === 200) return c.body(result.jwe, 200, { 'content-type': 'application/jwe' });
    if (result.status === 429) return c.body(null, 429, { 'retry-after': String(result.retryAfterSeconds) });
    if (result.status === 403) await limiter.count([failure]);
    log.info({ status: result.status }, 'data not handed out');
    return c.body(null, result.status);
  });

  // Ours, beyond the interface: what became of a fetch that had an id.
  app.delete('/service/data', async (c) => {
    const [ticket, fetchId] = [c.req.header('permission_ticket'), c.req.header('fetch_id')];
    const said = c.req.header('stored') ?? 'yes';
    if (!ticket || !fetchId || !isFetchId(fetchId) || !['yes', 'no'].includes(said)) return c.body(null, 400);
    const address = callerAddress(c, config.proxies);
    const failure = failureOf(address);
    const waitSeconds = await limiter.waitSeconds(failure);
    if (waitSeconds) return c.body(null, 429, { 'retry-after': String(waitSeconds) });
    const status = await confirmFetch(platform, { ticket, fetchId, stored: said === 'yes', address });
    if (status === 403) await limiter.count([failure]);
    return c.body(null, status);
  });

  app.get('/service/txid_status', async (c) => {
    const transaction = await storage.transaction(c.req.header('tx_id') ?? '');
    if (!transaction) return c.json({ code: 404, text: 'unknown tx_id' }, 404);
    const { code } = transaction;
    if (code === undefined || !isReturnCode(code)) return c.json({ code: 102, text: 'in progress' });
    return c.json({ code, text: (await afterConsent(transaction)) ?? returnCodes[code] });
  });

  app.get('/service/type_valid', async (c) => {
    const failure = failureOf(callerAddress(c, config.proxies));
    const waitSeconds = await limiter.waitSeconds(failure);
    if (waitSeconds) return c.body(null, 429, { 'retry-after': String(waitSeconds) });
    const found = await ofTicket(c.req.header('permission_ticket'));
    if (!found) {
      await limiter.count([failure]);
      return c.body(null, 403);
    }
    const { method } = found.transaction;
    return isPlatformMethod(method) ? c.json({ verification: verificationName(method) }) : c.body(null, 403);
  });

  app.get('/service/uid_valid', async (c) => {
    const uid = c.req.header('uid');
    if (!c.req.header('permission_ticket') || !uid) return c.body(null, 400);
    const failure = failureOf(callerAddress(c, config.proxies));
    const waitSeconds = await limiter.waitSeconds(failure);
    if (waitSeconds) return c.body(null, 429, { 'retry-after': String(waitSeconds) });
    const found = await ofTicket(c.req.header('permission_ticket'));
    if (!found) {
      await limiter.count([failure]);
      return c.body(null, 403);
    }
    const verified = found.transaction.personHash ?? '';
    const same = readClientField(found.client, uid, (text) =>
      sameSecret(personHash(platform.keys.hashKey, text.trim().toUpperCase()), verified) ? true : undefined,
    );
    return c.json({ code: same === true });
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

  /** What ended a delivery that was agreed to before; the codes alone speak of the journey. */
  async function afterConsent({ txId, code }: Transaction): Promise<string | undefined> {
    const consent = code === 408 || code === 205 ? await storage.consent(txId) : undefined;
    if (!consent?.given) return undefined;
    if (code === 408) return 'not delivered within 8 hours of consent: deleted';
    return consent.withdrawnAt ? 'the resident took the consent back' : undefined;
  }

  async function ofTicket(
    ticket: string | undefined,
  ): Promise<{ client: Client; transaction: Transaction } | undefined> {
    const found = ticket ? await storage.ticket(secretHash(ticket)) : undefined;
    const client = found && (await clients.find(found.clientId));
    const transaction = found && (await storage.transaction(found.txId));
    return client && transaction && found.expiresAt > clock.now() ? { client, transaction } : undefined;
  }
}
