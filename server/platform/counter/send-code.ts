/**
 * The verification code 驗證密碼: made, kept as a keyed hash, sent to who shows the barcode, and put on their signed-in page.
 */
import { after, lifetimes } from '../../lifetimes.ts';
import { event } from '../log/events.ts';
import { queueMessage, type Recipient } from '../messages/queue.ts';
import { verificationCodeText } from '../messages/texts/counter-code.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { TicketSecret } from '../delivery/ticket-secret.ts';
import { letterSetting } from '../consent/notice.ts';
import type { Barcode, CounterAttempt, Step } from '../storage.ts';
import type { CounterChanges } from './counter-changes.ts';
import { placeOf } from './desk.ts';
import { codesPerBarcode } from './limits.ts';
import { codeHash, codeOf } from './serial.ts';

const nobody: Recipient = { name: '', email: 'nobody@invalid', mobile: '0900000000' };

export interface CodeToSend {
  readonly steps: readonly Step[];
  /** To be called when they are committed. */
  show(changes: CounterChanges): void;
}

/**
 * Steps that make the code good for this desk and send it; the code is kept as a keyed hash only. The plan is refused
 * while this desk's last code is less than two minutes old, after five codes, and for a barcode that is not open.
 */
export async function codeToSend(
  platform: Platform,
  { desk, agency, counter }: Pick<CounterAttempt, 'desk' | 'agency' | 'counter'>,
  barcode: Barcode,
): Promise<CodeToSend> {
  const { clock, keys } = platform;
  const at = clock.now();
  const expiresAt = after(at, 'verificationCode');
  const { id, txId } = barcode;
  const code = codeOf(keys, { of: id, desk, at });
  const hash = codeHash(keys, id, code);
  const to = (await presenterOf(platform, barcode)) ?? nobody;
  const words = verificationCodeText(letterSetting(platform), {
    name: to.name,
    code,
    place: placeOf({ agency, counter }),
  });
  const message = await queueMessage(platform, { kind: 'verification-code', txId, at, until: expiresAt, to, ...words });
  return {
    steps: [
      {
        step: 'send-code',
        barcodeId: id,
        desk,
        codeHash: hash,
        at,
        expiresAt,
        sentBefore: new Date(at.getTime() - lifetimes.verificationCodeAgain.ms),
        limit: codesPerBarcode,
      },
      message,
      event(txId, 'counter password sent', at),
    ],
    show: (changes) => changes.tell(txId),
  };
}

/** Who shows it: the person, or the agent who accepted. */
export async function presenterOf(platform: Platform, { txId, holder }: Barcode): Promise<Recipient | undefined> {
  if (holder === 'agent') {
    const delegation = await platform.storage.delegationOf(txId);
    return openJson<VerifiedPerson>(platform, delegation?.agent, 'agent', delegation?.id ?? '');
  }
  const ticket = await platform.storage.ticketOf(txId);
  return (await openJson<TicketSecret>(platform, ticket?.secret, 'ticket', txId))?.recipient;
}
