/**
 * Carries the receipt of a submitted application to the next pages of the same tab. Session storage, not the
 * address: an application number in an address would stay in histories and logs.
 */
import type { SubmitResult } from '#schemas/wire/county-api.ts';

const key = 'county.receipt';

export interface Receipt extends SubmitResult {
  readonly service: string;
}

const isReceipt = (value: unknown): value is Receipt =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Receipt>).service === 'string' &&
  typeof (value as Partial<Receipt>).applicationNo === 'string' &&
  typeof (value as Partial<Receipt>).submittedAt === 'string' &&
  typeof (value as Partial<Receipt>).processingDays === 'number';

/** Keeps only the receipt's own members, whatever else an event carried. */
export function keepReceipt(service: string, result: SubmitResult): void {
  const { applicationNo, submittedAt, processingDays } = result;
  sessionStorage.setItem(key, JSON.stringify({ service, applicationNo, submittedAt, processingDays }));
}

/** A new application begins in this tab. */
export const dropReceipt = (): void => sessionStorage.removeItem(key);

export function readReceipt(): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isReceipt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
