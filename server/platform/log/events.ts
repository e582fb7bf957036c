/** Audit events of the interface (section 6) that the platform itself writes. */
import type { Step, TransferEvent } from '../storage.ts';

export const eventNumbers = {
  'verified by the service provider': 110,
  'salt asked': 120,
  'salt given': 121,
  'signature sent': 130,
  'signature accepted': 131,
  'arrived from the service provider': 140,
  'verified on the platform': 180,
  'consent given': 240,
  'consent refused': 241,
  'provider asked': 250,
  'token introspected': 260,
  'person asked': 270,
  'data had': 280,
  'SP-API called': 290,
  'SP-API answered': 291,
  'SP-API accepted': 292,
  'back to the service provider': 300,
  'service provider fetched': 310,
  'counter password sent': 320,
  'counter password typed': 330,
  'notice sent': 340,
  'platform deleted': 350,
  // Our own, beyond the interface's: acting for another at a counter.
  'agent named': 901,
  'agent accepted': 902,
  'agent declined': 903,
  'agent withdrawn': 904,
  // Of no transaction: from here on the log is another one, for it may lack entries that were signed.
  'backup taken up': 905,
  // A provider's package that the platform did not take: it stands beside a 280 that went wrong.
  'package refused': 906,
} as const;

export type EventName = keyof typeof eventNumbers;

/**
 * → the step that records it, as the platform's own and as gone well unless told otherwise; through the ledger it
 * becomes an entry of the log
 */
export function event(
  txId: string,
  name: EventName,
  at: Date,
  more: { readonly ok?: boolean; readonly resourceId?: string; readonly transactionUid?: string } = {},
): Step {
  const row: TransferEvent = {
    txId,
    at,
    number: eventNumbers[name],
    source: 'platform',
    ok: more.ok ?? true,
    resourceId: more.resourceId,
    ...(more.transactionUid !== undefined && { transactionUid: more.transactionUid }),
  };
  return { step: 'record-event', event: row };
}

/**
 * Enters the log with the proof of who arrived, at the time when they did: an entry stays for good, and no stranger may add
 * to them. Of those who never prove it nothing is entered.
 */
export const arrived = ({ txId, startedAt }: { readonly txId: string; readonly startedAt: Date }): Step =>
  event(txId, 'arrived from the service provider', startedAt);
