import { and, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { CounterReason as Reason, CounterStep } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { attempts, barcodes, delegations } from './tables.ts';

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);

const noCode = { codeHash: null, codeDesk: null, codeSentAt: null, codeExpiresAt: null } as const;
const live = ['offered', 'accepted'] as const;

/** What they stood for is gone. */
function over(db: SqliteDatabase, txId: string): void {
  db.update(barcodes)
    .set({ ...noCode, state: 'over' })
    .where(and(eq(barcodes.txId, txId), ne(barcodes.state, 'taken')))
    .run();
  db.update(delegations)
    .set({ named: null, agent: null, state: 'over' })
    .where(and(eq(delegations.txId, txId), inArray(delegations.state, [...live])))
    .run();
}

export const counterSteps: Handlers<CounterStep> = {
  'issue-barcode': (db, { from, barcode }) => {
    const { txId } = barcode;
    const ended = and(eq(barcodes.txId, txId), inArray(barcodes.state, ['taken', 'over']));
    if (db.select({ id: barcodes.id }).from(barcodes).where(ended).get())
      throw new GuardFailed<Reason>('barcode-moved');
    if (from === undefined) {
      const standing = and(eq(barcodes.txId, txId), ne(barcodes.state, 'renewed'));
      if (db.select({ id: barcodes.id }).from(barcodes).where(standing).get())
        throw new GuardFailed<Reason>('barcode-moved');
    } else {
      const old = and(eq(barcodes.id, from), eq(barcodes.txId, txId), inArray(barcodes.state, ['open', 'burnt']));
      touched(
        db
          .update(barcodes)
          .set({ ...noCode, state: 'renewed' })
          .where(old)
          .run(),
        'barcode-moved',
      );
    }
    touched(
      db
        .insert(barcodes)
        .values({ ...barcode, state: 'open' })
        .onConflictDoNothing()
        .run(),
      'serial-known',
    );
  },
  'void-barcodes': (db, { txId, holder }) =>
    void db
      .update(barcodes)
      .set({ ...noCode, state: 'renewed' })
      .where(and(eq(barcodes.txId, txId), eq(barcodes.holder, holder), inArray(barcodes.state, ['open', 'burnt'])))
      .run(),
  'note-attempt': (db, { attempt }) => void db.insert(attempts).values(attempt).run(),
  'repeat-attempt': (db, { id, clientId, at, sentBefore }) => {
    const due = and(eq(attempts.id, id), eq(attempts.clientId, clientId), lte(attempts.sentAt, sentBefore));
    touched(db.update(attempts).set({ sentAt: at }).where(due).run(), 'too-soon');
  },
  'send-code': (db, { barcodeId, desk, codeHash, at, expiresAt, sentBefore, limit }) => {
    const good = and(
      eq(barcodes.id, barcodeId),
      eq(barcodes.state, 'open'),
      gt(barcodes.expiresAt, at),
      lt(barcodes.codes, limit),
      or(isNull(barcodes.codeHash), ne(barcodes.codeDesk, desk), lte(barcodes.codeSentAt, sentBefore)),
    );
    const row = { codeHash, codeDesk: desk, codeSentAt: at, codeExpiresAt: expiresAt };
    touched(
      db
        .update(barcodes)
        .set({ ...row, codes: sql`${barcodes.codes} + 1` })
        .where(good)
        .run(),
      'code-refused',
    );
  },
  'attack-barcode': (db, { id, attacks, limit }) => {
    const seen = and(eq(barcodes.id, id), eq(barcodes.state, 'open'), eq(barcodes.attacks, attacks));
    const burnt = attacks + 1 >= limit;
    const row = burnt ? ({ ...noCode, state: 'burnt' } as const) : {};
    touched(
      db
        .update(barcodes)
        .set({ ...row, attacks: attacks + 1 })
        .where(seen)
        .run(),
      'barcode-moved',
    );
  },
  'take-barcode': (db, { id, desk, codeHash, at }) => {
    const good = and(
      eq(barcodes.id, id),
      eq(barcodes.state, 'open'),
      eq(barcodes.codeHash, codeHash),
      eq(barcodes.codeDesk, desk),
      gt(barcodes.codeExpiresAt, at),
    );
    touched(
      db
        .update(barcodes)
        .set({ ...noCode, state: 'taken' })
        .where(good)
        .run(),
      'barcode-spent',
    );
  },
  'offer-delegation': (db, { delegation }) => {
    const standing = and(eq(delegations.txId, delegation.txId), inArray(delegations.state, [...live]));
    if (db.select({ id: delegations.id }).from(delegations).where(standing).get())
      throw new GuardFailed<Reason>('delegation-known');
    db.insert(delegations)
      .values({ ...delegation, state: 'offered' })
      .run();
  },
  'accept-delegation': (db, { id, at, agent }) => {
    const offered = and(eq(delegations.id, id), eq(delegations.state, 'offered'), gt(delegations.until, at));
    touched(
      db.update(delegations).set({ state: 'accepted', acceptedAt: at, agent }).where(offered).run(),
      'delegation-moved',
    );
  },
  'end-delegation': (db, { id, to, at }) => {
    const standing = and(eq(delegations.id, id), inArray(delegations.state, [...live]));
    const row = { state: to, endedAt: at, named: null, agent: null };
    touched(db.update(delegations).set(row).where(standing).run(), 'delegation-moved');
    const txId = db.select({ txId: delegations.txId }).from(delegations).where(eq(delegations.id, id)).get()?.txId;
    db.update(barcodes)
      .set({ ...noCode, state: 'renewed' })
      .where(
        and(eq(barcodes.txId, txId ?? ''), eq(barcodes.holder, 'agent'), inArray(barcodes.state, ['open', 'burnt'])),
      )
      .run();
  },
  'revoke-delivery': (db, { txId }) => over(db, txId),
  'delete-packages': (db, { txId }) => over(db, txId),
  'forget-old': (db, { now, journeysBefore }) => {
    db.delete(barcodes).where(lt(barcodes.issuedAt, journeysBefore)).run();
    db.delete(attempts).where(lte(attempts.until, now)).run();
    db.update(delegations).set({ named: null, agent: null }).where(lte(delegations.until, now)).run();
    db.delete(delegations).where(lt(delegations.offeredAt, journeysBefore)).run();
  },
};
