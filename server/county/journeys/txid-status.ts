/** `GET /service/txid_status`: what the platform itself says about a transaction. */
import { call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import { readReturnCode, unreadableCode } from '../../protocol/mydata-1/return-codes.ts';
import type { County } from '../county.ts';

/**
 * `under-way`: prepared, ready or fetched · `ended` with a code, nothing will come · `unknown`: it knows no such transaction,
 * or does not talk to us · `no-answer` that could be read.
 */
export type TransactionStatus =
  { readonly kind: 'under-way' | 'unknown' | 'no-answer' } | { readonly kind: 'ended'; readonly code: number };

/** 102 stood for "in progress" with our own platform, and may still be running somewhere. */
const underWay = new Set([102, 200, 201, 429]);

/**
 * Throws nothing: `no-answer` is a platform that is away or says what cannot be read, `unknown` one that does not know
 * the transaction; `ended` has the return code.
 */
export async function transactionStatus({ fetch, config }: County, txId: string): Promise<TransactionStatus> {
  const outcome = await call(fetch, `${config.platformUrl}/service/txid_status`, {
    to: 'partner',
    headers: { tx_id: txId },
    timeout: lifetimes.platformAnswer.ms,
    size: 4096,
  });
  if (outcome.kind !== 'answer') return { kind: 'no-answer' };
  if ([401, 403, 404].includes(outcome.status)) return { kind: 'unknown' };
  // Sent as a text by some and as a number by others.
  const sent = outcome.status === 200 ? jsonOf(outcome)?.['code'] : undefined;
  const code = typeof sent === 'string' || typeof sent === 'number' ? readReturnCode(String(sent)) : unreadableCode;
  if (code === unreadableCode) return { kind: 'no-answer' };
  return underWay.has(code) ? { kind: 'under-way' } : { kind: 'ended', code };
}
