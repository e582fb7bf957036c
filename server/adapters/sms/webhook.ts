/**
 * SMS by a webhook: the platform posts each message to a service of the operator's, which knows the telephone company
 * (`docs/messages.md`). Signed, so that nobody else can have messages sent; with a key, so that none is sent twice.
 */
import { isMobile, tidyPhone } from '#schemas/taiwan/phone.ts';
import { createHmac } from 'node:crypto';
import { call } from '../../calls/call.ts';
import type { Clock, Fetch } from '../../context.ts';
import { lifetimes } from '../../lifetimes.ts';
import { SendError, type Transport } from '../../platform/messages/transport.ts';

export interface SmsSettings {
  readonly url: string;
  readonly secret: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** `Mydata-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<body>` with the secret's UTF-8 bytes. */
const webhookSignature = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`;

/**
 * @param secret signs time (seconds) and body; the address is sent as an international number
 * 2xx is sent, and 409 too: it has this key already. @throws SendError `sms-timeout`, `sms-connection`, `sms-{status}`;
 * final for 422
 */
export function smsWebhook({ url, secret, fetch, clock }: SmsSettings): Transport {
  return async ({ id, at, to, text }) => {
    const body = JSON.stringify({ id, to: internationalNumber(to.address), text, at: at.toISOString() });
    const seconds = Math.floor(clock.now().getTime() / 1000);
    const outcome = await call(fetch, url, {
      to: 'partner',
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': id,
        'mydata-signature': webhookSignature(secret, seconds, body),
      },
      body,
      timeout: lifetimes.messageSend.ms,
      size: 0,
      redirects: 'answer',
    });
    if (outcome.kind !== 'answer') throw new SendError(outcome.kind === 'silent' ? 'sms-timeout' : 'sms-connection');
    const { status } = outcome;
    // 409: it has this key already.
    if ((status >= 200 && status < 300) || status === 409) return;
    throw new SendError(`sms-${status}`, status === 422);
  };
}

/** 0912-345-678 → +886912345678 (E.164); what is none of ours stays as it is. */
export function internationalNumber(mobile: string): string {
  const digits = tidyPhone(mobile);
  return isMobile(digits) ? `+886${digits.slice(1)}` : digits;
}
