/** One call of `GET /service/data`. Owns what the answers mean; not when to ask again. */
import { call, type Answer } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import { encryptUid } from '../../protocol/mydata-1/uid.ts';
import type { County } from '../county.ts';

const maxBytes = 96 * 1024 * 1024;

/**
 * `later`: still being prepared (429), with the seconds of `Retry-After` where it has any · `again`: a failure that may
 * pass · `refused`: asking again would not help.
 */
export type Download =
  | { readonly kind: 'package'; readonly jwe: string }
  | { readonly kind: 'later'; readonly seconds?: number }
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** @param fetchId the same at every try: a platform that knows it gives the same package again until it is told that it is stored */
export async function downloadPackage(
  county: County,
  txId: string,
  ticket: string,
  fetchId: string | undefined,
): Promise<Download> {
  const outcome = await call(county.fetch, `${county.config.platformUrl}/service/data`, {
    to: 'partner',
    headers: { permission_ticket: ticket, tx_id: txId, ...(fetchId !== undefined && { fetch_id: fetchId }) },
    timeout: lifetimes.providerCall.ms,
    size: maxBytes,
    // Some platforms say so to an address that is not registered: not followed, and no matter of the network.
    redirects: 'answer',
  });
  if (outcome.kind === 'too-large') return { kind: 'refused', reason: 'too-large' };
  if (outcome.kind !== 'answer') return { kind: 'again', reason: 'unreachable' };
  const { status } = outcome;
  if (status === 200) return { kind: 'package', jwe: outcome.bytes.toString('latin1') };
  if (status === 429) return { kind: 'later', seconds: retryAfter(outcome, county.clock.now()) };
  // 504 says that all datasets failed.
  return { kind: status >= 500 && status !== 504 ? 'again' : 'refused', reason: String(status) };
}

/** Whether a ticket is this person's: `GET /service/uid_valid`, for a package that names several. */
export async function isTicketOf(
  county: County,
  { ticket, secretKey }: { readonly ticket: string; readonly secretKey: string },
  nationalId: string,
): Promise<boolean> {
  const uid = encryptUid(secretKey, nationalId);
  if (uid === undefined) return false;
  const outcome = await call(county.fetch, `${county.config.platformUrl}/service/uid_valid`, {
    to: 'partner',
    headers: { permission_ticket: ticket, uid },
    timeout: lifetimes.platformAnswer.ms,
    size: 1024,
  });
  return outcome.kind === 'answer' && outcome.status === 200 && jsonOf(outcome)?.['code'] === true;
}

/** Seconds or a date (RFC 9110, 10.2.3); undefined where it is missing or neither. */
function retryAfter({ headers }: Answer, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? seconds : undefined;
}
