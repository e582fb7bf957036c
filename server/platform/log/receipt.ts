/**
 * The resident's receipt of a consent: the record as it was made, the words that were shown, the log's entry with its
 * inclusion proof and a signed checkpoint, and the salt that opens the resident's own commitments. Signed whole, as a
 * JWS that names its key in `GET /log/keys`.
 */
import { CompactSign } from 'jose';
import type { Canonical } from '../../crypto/canonical-json.ts';
import { leafHash } from '../../crypto/merkle/hash.ts';
import { keyIdHex } from '../../crypto/signed-note.ts';
import type { Platform } from '../platform.ts';
import { keyName, logOrigin } from './names.ts';
import { base64, inclusionProof } from './proof.ts';

const receiptSchema = 'mydata-consent-receipt/1';

interface ReceiptPayload {
  readonly schema_version: typeof receiptSchema;
  readonly receipt_id: string;
  readonly issued_at: string;
  /** Origin of the log. */
  readonly issuer: string;
  /** ISO/IEC TS 27560 consent record; the entry commits to its canonical JSON. */
  readonly record: Canonical;
  readonly notice: { readonly words: string; readonly sha256: string };
  readonly log: {
    readonly index: number;
    readonly entry: string;
    readonly leaf_hash: string;
    readonly size: number;
    readonly inclusion_proof: readonly string[];
    readonly checkpoint: string;
  };
  /** Opens the commitments of every entry of this transaction, and of no other. */
  readonly opening: { readonly salt: string; readonly tx: string; readonly person?: string };
}

export interface Receipt {
  /** For the download. */
  readonly filename: string;
  readonly payload: ReceiptPayload;
  /** Compact JWS (EdDSA) over the payload. */
  readonly jws: string;
}

/** → undefined where no consent was given, or its year is over. The caller sees to it that only the person gets it. */
export async function receiptOf(
  { storage, keys, clock, config }: Platform,
  txId: string,
): Promise<Receipt | undefined> {
  const [consent, subject, checkpoint] = await Promise.all([
    storage.consent(txId),
    storage.logSubject(txId),
    storage.checkpoint(),
  ]);
  if (!consent?.given || !subject?.record || subject.recordIndex === undefined || !checkpoint) return undefined;
  const { salt, record, recordIndex: index, principal } = subject;
  const [row] = await storage.logEntries(index, index + 1);
  if (!row) return undefined;
  const origin = logOrigin(config.publicUrl);
  const payload: ReceiptPayload = {
    schema_version: receiptSchema,
    receipt_id: `${origin}/${index}`,
    issued_at: clock.now().toISOString(),
    issuer: origin,
    record: JSON.parse(record) as Canonical,
    notice: { words: consent.words, sha256: consent.wordsHash },
    log: {
      index,
      entry: row.entry,
      leaf_hash: base64(leafHash(row.entry)),
      size: checkpoint.size,
      inclusion_proof: await inclusionProof(storage, index, checkpoint.size),
      checkpoint: checkpoint.note,
    },
    opening: { salt: Buffer.from(salt).toString('hex'), tx: txId, ...(principal ? { person: principal } : {}) },
  };
  const key = keys.log.signing('receipt');
  const jws = await new CompactSign(Buffer.from(JSON.stringify(payload), 'utf8'))
    .setProtectedHeader({
      alg: 'EdDSA',
      typ: 'mydata-consent-receipt',
      kid: keyIdHex(keyName(origin, 'receipt'), key.raw),
    })
    .sign(key.privateKey);
  return { filename: `consent-receipt-${index}.json`, payload, jws };
}

/** What the resident keeps: readable, with the signature beside it. */
export const receiptText = ({ payload, jws }: Receipt): string =>
  `${JSON.stringify({ receipt: payload, jws }, null, 2)}\n`;
