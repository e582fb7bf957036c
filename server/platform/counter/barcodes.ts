/** Giving a resident a barcode 資料條碼, giving another in its place, and what has become of what it stands for. */
import { after } from '../../lifetimes.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Barcode, BarcodeHolder, Ticket } from '../storage.ts';
import { newSerial, serialHash } from './serial.ts';

/** `elsewhere`: another device shows it. */
type CounterState = 'preparing' | 'ready' | 'burnt' | 'taken' | 'withdrawn' | 'expired';

export interface Standing {
  readonly state: CounterState;
  /** The latest one. */
  readonly barcode?: Barcode;
  /** Until when the data is kept. */
  readonly until: Date;
}

/** What was agreed to still waits for a desk: not handed over, not deleted, and in its 8 hours. */
export const isLive = ({ clock }: Pick<Platform, 'clock'>, ticket: Ticket | undefined): ticket is Ticket =>
  !!ticket?.secret && !ticket.redeemedAt && ticket.expiresAt > clock.now();

/** → undefined where nothing was agreed to for a counter */
export async function standingOf(platform: Platform, txId: string): Promise<Standing | undefined> {
  const { storage } = platform;
  const ticket = await storage.ticketOf(txId);
  if (!ticket) return undefined;
  const barcode = await storage.barcodeOf(txId);
  const more = { barcode, until: ticket.expiresAt };
  if (barcode?.state === 'taken' || ticket.redeemedAt) return { state: 'taken', ...more };
  if (!isLive(platform, ticket))
    return { state: (await storage.consent(txId))?.withdrawnAt ? 'withdrawn' : 'expired', ...more };
  const screen = (await storage.journeyOf(txId))?.screen;
  if (screen === 'away' || screen === 'delivering') return { state: 'preparing', ...more };
  return { state: barcode?.state === 'burnt' ? 'burnt' : 'ready', ...more };
}

/** Shown and good: open, and in its time. */
export const isGood = ({ clock }: Pick<Platform, 'clock'>, barcode: Barcode | undefined): barcode is Barcode =>
  barcode?.state === 'open' && barcode.expiresAt > clock.now();

export interface NewBarcode {
  readonly serial: string;
  readonly expiresAt: Date;
}

/** The old one is dead from here on. → undefined when all is over, or another page was faster */
export async function issueBarcode(
  platform: Platform,
  { txId, holder }: { readonly txId: string; readonly holder: BarcodeHolder },
): Promise<NewBarcode | undefined> {
  const { storage, clock, keys } = platform;
  const ticket = await storage.ticketOf(txId);
  if (!isLive(platform, ticket)) return undefined;
  const last = await storage.barcodeOf(txId);
  const from = last && (last.state === 'open' || last.state === 'burnt') ? last.id : undefined;
  const issuedAt = clock.now();
  const whole = after(issuedAt, 'barcode');
  const expiresAt = whole < ticket.expiresAt ? whole : ticket.expiresAt;
  // Twice the same by chance happens once in centuries, and then another is made.
  for (let tries = 0; tries < 5; tries += 1) {
    const serial = newSerial();
    const barcode = {
      id: newId(),
      txId,
      clientId: ticket.clientId,
      holder,
      serialHash: serialHash(keys, serial),
      issuedAt,
      expiresAt,
    };
    const result = await storage.commit([{ step: 'issue-barcode', from, barcode }]);
    if (result.ok) return { serial, expiresAt };
    if (result.reason !== 'serial-known') return undefined;
  }
  return undefined;
}
