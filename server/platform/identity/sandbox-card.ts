/** The simulated card: signs a challenge with an invented resident's key when number and PIN are right. Test environment only. */
import { createPrivateKey, sign } from 'node:crypto';
import { sameSecret } from '../../http/constant-time.ts';
import { TooMany } from '../../limits/too-many.ts';
import { readCitizenCertificateNumber } from '#schemas/taiwan/citizen-certificate-number.ts';
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import type { Text } from '#schemas/text.ts';
import type { Platform } from '../platform.ts';

export type CardAnswer =
  | { readonly certificate: string; readonly signature: string }
  | { readonly status: 400 | 403 | 423; readonly code: string; readonly text: Text };

/** What cannot be a number or a PIN goes into no card: it costs no try. */
const notACard = (code: string, chinese: string, english: string): CardAnswer => ({
  status: 400,
  code,
  text: { 'zh-Hant': `${chinese}這次不算一次嘗試。`, en: `${english} This was no try.` },
});

const readPin = (typed: string): string | undefined => {
  const pin = withoutSpaces(typed);
  return /^\d{6,8}$/.test(pin) ? pin : undefined;
};

/**
 * `body`: `card`, `pin`, `challenge`. → certificate in PEM and Base64 of RSA-SHA256 over the challenge's text, or why
 * not: 400 unreadable (no try), 403 wrong, 423 too many tries. The challenge itself is not looked up.
 */
export async function signWithCard(platform: Platform, body: unknown): Promise<CardAnswer> {
  const { card, pin, challenge } = (body ?? {}) as Record<string, unknown>;
  if (
    typeof card !== 'string' ||
    typeof pin !== 'string' ||
    typeof challenge !== 'string' ||
    !/^[\w-]{20,100}$/.test(challenge)
  ) {
    return {
      status: 400,
      code: 'card-request',
      text: { 'zh-Hant': '請輸入卡號與 PIN 碼。', en: 'Please give card number and PIN.' },
    };
  }
  const read = readCitizenCertificateNumber(card);
  if (!isRead(read))
    return notACard('card-number', `卡號${read.reason['zh-Hant']}。`, `The card number ${read.reason.en}.`);
  const typedPin = readPin(pin);
  if (typedPin === undefined)
    return notACard('card-pin-shape', 'PIN 碼應為 6 到 8 位數字。', 'The PIN has 6 to 8 digits.');
  const number = read.value;
  const taking = await platform.limiter
    .take([{ budget: 'sandbox-card', who: number, whenRight: 'forget' }])
    .catch((error: unknown) => {
      if (error instanceof TooMany) return undefined;
      throw error;
    });
  if (!taking) {
    return {
      status: 423,
      code: 'card-locked',
      text: {
        'zh-Hant': 'PIN 碼連續錯誤，這張卡已鎖住，請 15 分鐘後再試。',
        en: 'The card is locked after wrong PINs. Try again in 15 minutes.',
      },
    };
  }
  const resident = platform.config.residents.find((one) => one.card.number === number);
  const held = resident && platform.keys.residents.get(resident.slug);
  if (!sameSecret(typedPin, resident?.card.pin ?? '\0') || !held) {
    return {
      status: 403,
      code: 'card-pin',
      text: { 'zh-Hant': '卡號或 PIN 碼不正確，請再檢查一次。', en: 'Card number or PIN is wrong.' },
    };
  }
  await taking.right();
  return {
    certificate: held.certificatePem,
    signature: sign('sha256', Buffer.from(challenge, 'utf8'), createPrivateKey(held.privateKeyPem)).toString('base64'),
  };
}
