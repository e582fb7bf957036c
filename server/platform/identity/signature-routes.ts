/**
 * `POST /service/spsignature/{client_id}`: the signature exchange of model 2, in two calls of a service provider's backend.
 * Only the salt is told in a body; all else by status alone.
 */
import type { Hono } from 'hono';
import { TooMany } from '../../limits/too-many.ts';
import { decodeBase64 } from '../../protocol/mydata-1/base64.ts';
import { callerOf } from '../../limits/caller.ts';
import type { Platform } from '../platform.ts';
import { isUuid } from '#schemas/uuid.ts';
import { acceptSignature, giveSalt, type ExchangeCode } from './sp-signature.ts';

/**
 * Open to any caller: what proves the service is the encrypted data. Refusals count for the caller's address, which
 * gets 429 with `Retry-After` after too many.
 */
export function signatureRoutes(app: Hono, platform: Platform): void {
  const { limiter, log } = platform;

  app.post('/service/spsignature/:client_id', async (c) => {
    const failure = { budget: 'signature-failures', who: callerOf(platform, c).address } as const;
    try {
      await limiter.require([failure]);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      return c.body(null, 429, error.headers);
    }
    const fail = async (code: ExchangeCode): Promise<Response> => {
      await limiter.count([failure]);
      log.warn({ code }, 'signature exchange refused');
      return c.body(null, code);
    };
    const body: unknown = await c.req.json().catch(() => undefined);
    if (typeof body !== 'object' || body === null) return fail(400);
    const { tx_id: txId, data, pkcs7 } = body as Readonly<Record<string, unknown>>;
    if (!isUuid(txId)) return fail(400);
    const clientId = c.req.param('client_id');
    if (data === undefined && pkcs7 === undefined) {
      const answer = await giveSalt(platform, clientId, txId);
      return 'salt' in answer ? c.json({ tx_id: txId, salt: answer.salt }) : fail(answer.code);
    }
    const signature = typeof pkcs7 === 'string' ? base64(pkcs7) : undefined;
    if (typeof data !== 'string' || !data || !signature?.length) return fail(400);
    const refused = await acceptSignature(platform, clientId, { txId, data, pkcs7: signature });
    return refused === undefined ? c.body(null, 200) : fail(refused);
  });
}

/** Line breaks and PEM's two lines are what tools put around it. */
const base64 = (text: string): Uint8Array | undefined => decodeBase64(text.replace(/-----[A-Z0-9 #]+-----|\s/g, ''));
