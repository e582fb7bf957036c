/** From the state of a transfer to what the resident is told. Pure. */
import type { TransferView } from '#schemas/wire/county-api.ts';
import { transferOutcomes } from './outcome-texts.ts';
import type { OutcomeKey } from './outcome-texts.ts';
import type { OutcomeText } from './outcome-text.ts';

export interface Outcome {
  readonly key: OutcomeKey;
  readonly text: OutcomeText;
  /** Shown where calling the office helps: it names the case without naming the person. */
  readonly code?: string;
  readonly noRecord: TransferView['noRecord'];
}

function keyOf(transfer: TransferView, unmatched: boolean): OutcomeKey | undefined {
  switch (transfer.status) {
    case 'none':
      return unmatched ? 'unmatched' : undefined;
    case 'started':
      return unmatched ? 'unmatched' : 'started';
    case 'fetching':
    case 'preparing':
    case 'filled':
      return transfer.status;
    case 'failed': {
      const code = transfer.code;
      return code !== undefined && Object.hasOwn(transferOutcomes, code) ? (code as OutcomeKey) : 'unknown';
    }
  }
}

/**
 * → `undefined` where nothing was asked yet and so nothing is to be told.
 * `unmatched`: the resident came back from the platform, but not to a journey of this browser.
 */
export function outcomeOf(transfer: TransferView, unmatched = false): Outcome | undefined {
  const key = keyOf(transfer, unmatched);
  if (key === undefined) return undefined;
  const text: OutcomeText = transferOutcomes[key];
  const code =
    typeof transfer.code === 'number' && text.actions.includes('contact') ? String(transfer.code) : undefined;
  // After a failure the list would speak of an earlier transfer.
  const noRecord = key === 'filled' ? transfer.noRecord : [];
  return { key, text, noRecord, ...(code ? { code } : {}) };
}
