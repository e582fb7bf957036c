/**
 * The browser is back. What it brings is only a word: `code=200` fills nothing, only the platform's own call and a
 * verified package do; but it shows that the resident who consented sits at this browser, so without it nothing is shown
 * either. Any other code, one that we do not know too, ends the transfer of this browser's own draft and of no other.
 */
import { decryptField } from '../../protocol/mydata-1/fields.ts';
import { isReturnCode, readReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import type { County } from '../county.ts';
import type { CountyStep, TransferRow } from '../storage.ts';
import { awaitDelivery } from './await-delivery.ts';
import type { CountyService } from '../services/county-service.ts';
import { findDraft } from '../drafts/drafts.ts';

/** → whether it belonged to this browser's draft */
export async function recordReturn(
  county: County,
  service: CountyService,
  owner: string | undefined,
  query: { readonly code?: string; readonly tx_id?: string },
): Promise<boolean> {
  const code = readReturnCode(query.code);
  const txId = query.tx_id === undefined ? undefined : decrypted(service, query.tx_id);
  if (!txId) return false;
  const draft = await findDraft(county, owner, service.service.id);
  const transfer = await county.storage.transfer(txId);
  if (!draft || !transfer || transfer.draftId !== draft.row.id) return false;

  const at = county.clock.now().toISOString();
  const noted: CountyStep[] = [{ step: 'record-return', txId, code, at }, ...records(transfer, code, at)];
  const ended: CountyStep[] = code === 200 ? [] : [{ step: 'fail-transfer', txId, from: 'started', code, at }];
  const result = await county.storage.commit([...ended, ...noted]);
  // The package was here first: the code is noted and changes nothing.
  if (!result.ok && result.reason === 'transfer-settled') await county.storage.commit(noted);
  county.changes.tell(transfer.draftId);
  if (code === 200 && transfer.state === 'started') awaitDelivery(county, transfer);
  const line = { tx: txId, service: service.service.id, event: 300, code };
  if (code === 200 || isReturnCode(code)) county.log.info(line, 'resident back from the platform');
  else county.log.warn(line, 'resident back from the platform with a code that we do not know');
  return true;
}

function records(transfer: TransferRow, code: number, at: string): CountyStep[] {
  const { txId, service, person } = transfer;
  const base = { at, txId, service, counterpart: 'platform', person, ok: code === 200, detail: String(code) };
  const consent = code === 200 ? 240 : code === 205 ? 241 : undefined;
  return [
    ...(consent ? [{ step: 'record-transfer', record: { ...base, event: consent } } as const] : []),
    { step: 'record-transfer', record: { ...base, event: 300 } },
  ];
}

function decrypted({ client }: CountyService, text: string): string | undefined {
  try {
    // In small letters, as the SP-API takes it.
    return client && decryptField(client, text).toLowerCase();
  } catch {
    return undefined;
  }
}
