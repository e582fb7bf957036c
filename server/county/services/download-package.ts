/** One call of `GET /service/data`. Owns what the answers mean; not when to ask again. */
import { lifetimes } from '../../lifetimes.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import type { County } from '../county.ts';
import { isObject } from './read-input.ts';

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

export async function downloadPackage(county: County, txId: string, ticket: string): Promise<Download> {
  const request = new Request(`${county.config.platformUrl}/service/data`, {
    headers: { permission_ticket: ticket, tx_id: txId },
    signal: AbortSignal.timeout(lifetimes.providerCall.ms),
    redirect: 'error',
  });
  const response = await county.fetch(request).catch(() => undefined);
  if (!response) return { kind: 'again', reason: 'unreachable' };
  const { status } = response;
  if (status === 200) {
    const jwe = await bounded(response);
    return jwe === undefined ? { kind: 'refused', reason: 'too-large' } : { kind: 'package', jwe };
  }
  await response.body?.cancel();
  if (status === 429) return { kind: 'later', seconds: retryAfter(response, county.clock.now()) };
  // 504 says that all datasets failed.
  return { kind: status >= 500 && status !== 504 ? 'again' : 'refused', reason: String(status) };
}

/** Whether a ticket is this person's: `GET /service/uid_valid`, for a package that names several. */
export async function isTicketOf(
  county: County,
  service: string,
  ticket: string,
  nationalId: string,
): Promise<boolean> {
  const client = county.services.get(service)?.client;
  if (!client) return false;
  const request = new Request(`${county.config.platformUrl}/service/uid_valid`, {
    headers: { permission_ticket: ticket, uid: encryptField(client, nationalId) },
    signal: AbortSignal.timeout(lifetimes.platformAnswer.ms),
    redirect: 'error',
  });
  const response = await county.fetch(request).catch(() => undefined);
  const answer: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined;
  return isObject(answer) && answer.code === true;
}

/** Seconds or a date (RFC 9110, 10.2.3); undefined where it is missing or neither. */
function retryAfter(response: Response, now: Date): number | undefined {
  const text = response.headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? seconds : undefined;
}

async function bounded(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('latin1');
}
