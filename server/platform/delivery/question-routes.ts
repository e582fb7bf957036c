/** What a service provider may ask about a transaction of its own (interface, section 1), from its registered addresses. */
import type { Context, Hono } from 'hono';
import { secretHash } from '../../crypto/secret.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { returnCodes, isReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { isPlatformMethod, verificationName } from '../identity/methods/levels.ts';
import type { Platform } from '../platform.ts';
import { findTransaction } from '../journey/find-transaction.ts';
import { mayCall } from './ticket-for.ts';
import { ticketGuesses } from './ticket-guesses.ts';
import { isPersonOf } from './uid-valid.ts';
import type { Transaction } from '../storage.ts';

/** What has no return code of its own. */
const progress = { 200: 'ready', 201: 'fetched', 429: 'preparing' } as const;

/**
 * GET `/service/txid_status`, `/service/type_valid`, `/service/uid_valid`. Refused without a body: 401 from another
 * address than the registered ones, 403 for what is unknown or not there. For `uid_valid` an unknown or expired ticket
 * is `false`, and counts as a guess.
 */
export function questionRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, clients, config } = platform;

  /** Refusals have no body. */
  const ofTransaction =
    (ask: (transaction: Transaction) => Promise<object | undefined>) =>
    async (c: Context): Promise<Response> => {
      const transaction = await findTransaction(storage, c.req.header('tx_id') ?? '');
      const client = transaction && (await clients.find(transaction.clientId));
      if (!transaction || !client) return c.body(null, 403);
      if (!mayCall(client, callerAddress(c, config.proxies))) return c.body(null, 401);
      const answer = await ask(transaction);
      return answer ? c.json(answer) : c.body(null, 403);
    };

  app.get(
    '/service/txid_status',
    ofTransaction((transaction) => statusOf(platform, transaction)),
  );

  app.get(
    '/service/type_valid',
    ofTransaction(async ({ method }) =>
      isPlatformMethod(method) ? { verification: verificationName(method) } : undefined,
    ),
  );

  app.get('/service/uid_valid', async (c) => {
    const guesses = await ticketGuesses(platform, c);
    if (guesses.refused) return guesses.refused;
    const [text, uid] = [c.req.header('permission_ticket'), c.req.header('uid')];
    if (!text || !uid) return c.body(null, 403);
    const ticket = await storage.ticket(secretHash(text));
    const client = ticket && (await clients.find(ticket.clientId));
    const transaction = ticket && (await storage.transaction(ticket.txId));
    if (client && !mayCall(client, guesses.address)) return c.body(null, 401);
    if (!ticket || !client || !transaction || ticket.expiresAt <= clock.now()) {
      await guesses.count();
      return c.json({ code: false });
    }
    const same = await isPersonOf(platform, ticket, transaction, uid);
    return same === undefined ? c.body(null, 403) : c.json({ code: same });
  });
}

/** `code` is a text (interface, section 1). */
async function statusOf(
  platform: Platform,
  transaction: Transaction,
): Promise<{ readonly code: string; readonly text: string }> {
  const { storage } = platform;
  const { txId, code } = transaction;
  if (code === undefined || !isReturnCode(code)) return { code: '429', text: progress[429] };
  if (code !== 200)
    return { code: String(code), text: (await afterConsent(platform, transaction)) ?? returnCodes[code] };
  const fetched = (await storage.ticketOf(txId))?.redeemedAt ? 201 : 200;
  return { code: String(fetched), text: progress[fetched] };
}

/** What ended a delivery that was agreed to before; the codes alone speak of the journey. */
async function afterConsent({ storage }: Platform, { txId, code }: Transaction): Promise<string | undefined> {
  const consent = code === 408 || code === 205 ? await storage.consent(txId) : undefined;
  if (!consent?.given) return undefined;
  if (code === 408) return 'not delivered within 8 hours of consent: deleted';
  return consent.withdrawnAt ? 'the resident took the consent back' : undefined;
}
