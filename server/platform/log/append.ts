/**
 * How an event becomes a leaf, and how a head is signed. The rules are here once; an engine only holds rows. All of it
 * runs inside the transaction that stores the event itself.
 */
import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { appended, rootOf, type FindNode, type TreeNode } from '../../crypto/merkle/nodes.ts';
import { GuardFailed } from '../../storage/plan.ts';
import type { Checkpoint, LogEntry, LogReason, LogStep, LogSubject } from './storage.ts';
import { commitment, principalOf } from './commitment.ts';

/** The rows of an engine; each `add` throws `log-broken` when the row is there already. */
export interface LogRows {
  size(): number;
  node(place: { readonly level: number; readonly index: number }): Uint8Array | undefined;
  subject(txId: string): LogSubject | undefined;
  checkpoint(): Checkpoint | undefined;
  addEntry(entry: LogEntry): void;
  addNode(node: TreeNode): void;
  putSubject(subject: LogSubject): void;
  addCheckpoint(checkpoint: Checkpoint): void;
}

type Record = Extract<LogStep, { step: 'record-event' }>;

/** Throws `GuardFailed` with `log-broken`: the plan is rolled back whole. */
export const broken = (): never => {
  throw new GuardFailed<LogReason>('log-broken');
};

const finder =
  (rows: LogRows): FindNode =>
  (place) =>
    rows.node(place) ?? broken();

/**
 * Appends one entry as canonical JSON: transaction, person and record only as commitments, salted per transaction.
 * Writes the nodes that the leaf completes. A transaction not known yet gets its salt here.
 */
export function appendEvent(rows: LogRows, { event, clientId, record }: Record): void {
  const index = rows.size();
  const find = finder(rows);
  const subject = knownSubject(rows, event.txId, event.at);
  const { salt } = subject;
  const entry = canonicalJson({
    v: 1,
    index,
    at: event.at.toISOString(),
    event: event.number,
    source: event.source,
    ok: event.ok,
    resource: event.resourceId,
    client: subject.clientId ?? clientId,
    tx: commitment(salt, index, 'tx', event.txId),
    person: subject.principal && commitment(salt, index, 'person', subject.principal),
    record: record && commitment(salt, index, 'record', record),
    prev: index ? Buffer.from(find({ level: 0, index: index - 1 })).toString('base64') : undefined,
  });
  rows.addEntry({ index, entry });
  for (const node of appended(index, entry, find)) rows.addNode(node);
  if (record) rows.putSubject({ ...subject, record, recordIndex: index });
}

/** Whose transaction it is, as soon as that is known. */
export function noteSubject(
  rows: LogRows,
  txId: string,
  at: Date,
  { clientId, personHash }: { readonly clientId?: string; readonly personHash?: string },
): void {
  const subject = knownSubject(rows, txId, at);
  rows.putSubject({
    ...subject,
    clientId: clientId ?? subject.clientId,
    principal: personHash === undefined ? subject.principal : principalOf(subject.salt, personHash),
  });
}

function knownSubject(rows: LogRows, txId: string, at: Date): LogSubject {
  const known = rows.subject(txId);
  if (known) return known;
  const made = { txId, salt: randomBytes(32), startedAt: at };
  rows.putSubject(made);
  return made;
}

/**
 * Nothing may have come between: who adds, takes away or changes rows behind our back can't get our signature for it.
 * The first checkpoint takes what is there.
 */
export function signHead(rows: LogRows, { entries, at, sign }: Extract<LogStep, { step: 'sign-head' }>): void {
  const find = finder(rows);
  const size = rows.size();
  const last = rows.checkpoint();
  if (last && (size !== last.size + entries || Buffer.compare(rootOf(last.size, find), last.root) !== 0)) broken();
  const head = { size, root: rootOf(size, find) };
  rows.addCheckpoint({ ...head, at, note: signed(() => sign(head)) });
}

function signed(sign: () => string): string {
  try {
    return sign();
  } catch {
    throw new GuardFailed<LogReason>('log-unsigned');
  }
}
