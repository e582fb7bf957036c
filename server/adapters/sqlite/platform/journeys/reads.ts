import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import type { JourneyReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { arrivalsUnproved, journeysUnproved } from './unproved.ts';
import {
  asks,
  certificates,
  consents,
  consentWords,
  events,
  journeys,
  packages,
  passkeys,
  tickets,
  tokens,
  transactions,
} from './tables.ts';

/**
 * Transactions newest first, events in the order in which they were written; what is over its time is found until the
 * sweep has been by.
 */
export const journeyReads = (db: SqliteDatabase): JourneyReads => ({
  journey: async (id) => tidy(db.select().from(journeys).where(eq(journeys.id, id)).get()),
  journeyOf: async (txId) => tidy(db.select().from(journeys).where(eq(journeys.txId, txId)).get()),
  journeysAway: async () => tidyAll(db.select().from(journeys).where(eq(journeys.screen, 'away')).all()),
  transaction: async (txId) => tidy(db.select().from(transactions).where(eq(transactions.txId, txId)).get()),
  transactions: async (limit) =>
    tidyAll(db.select().from(transactions).orderBy(desc(transactions.startedAt)).limit(limit).all()),
  transactionsOf: async (personHash) =>
    tidyAll(
      db
        .select()
        .from(transactions)
        .where(eq(transactions.personHash, personHash))
        .orderBy(desc(transactions.startedAt))
        .all(),
    ),
  events: async (txId) =>
    tidyAll(db.select().from(events).where(eq(events.txId, txId)).orderBy(asc(events.no)).all()).map(
      ({ no: _no, ...event }) => event,
    ),
  usage: async ({ of, from, before, txIds, transactionUids, numbers, limit }) =>
    tidyAll(
      db
        .select(getTableColumns(events))
        .from(events)
        .innerJoin(transactions, eq(transactions.txId, events.txId))
        .where(
          and(
            gte(events.at, from),
            lt(events.at, before),
            'clientId' in of ? eq(transactions.clientId, of.clientId) : eq(events.resourceId, of.resourceId),
            txIds && inArray(events.txId, [...txIds]),
            transactionUids && inArray(events.transactionUid, [...transactionUids]),
            numbers && inArray(events.number, [...numbers]),
          ),
        )
        .orderBy(asc(events.no))
        .limit(limit)
        .all(),
    ).map(({ no: _no, ...event }) => event),
  eventsPerDataset: async (number, since) =>
    db
      .select({ resourceId: events.resourceId, count: count(), last: max(events.at) })
      .from(events)
      .where(and(gte(events.at, since), eq(events.number, number), isNotNull(events.resourceId)))
      .groupBy(events.resourceId)
      .all()
      .map(({ resourceId, count: found, last }) => ({ resourceId: resourceId!, count: found, last: last! })),
  packages: async (txId) => tidyAll(db.select().from(packages).where(eq(packages.txId, txId)).all()),
  asks: async (txId) => tidyAll(db.select().from(asks).where(eq(asks.txId, txId)).all()),
  ticket: async (hash) => tidy(db.select().from(tickets).where(eq(tickets.hash, hash)).get()),
  ticketOf: async (txId) => tidy(db.select().from(tickets).where(eq(tickets.txId, txId)).get()),
  ticketsExpired: async (now) =>
    tidyAll(
      db
        .select()
        .from(tickets)
        .where(and(isNotNull(tickets.secret), isNull(tickets.redeemedAt), lte(tickets.expiresAt, now)))
        .all(),
    ),
  fetchesOver: async (now) =>
    tidyAll(
      db
        .select()
        .from(tickets)
        .where(and(isNotNull(tickets.secret), lte(tickets.keptUntil, now)))
        .all(),
    ),
  async token(hash) {
    const row = tidy(db.select().from(tokens).where(eq(tokens.hash, hash)).get());
    if (!row) return undefined;
    const { holderKind: kind, holderId: id, ...token } = row;
    return { ...token, holder: { kind, id } };
  },
  async consent(txId) {
    const row = db
      .select()
      .from(consents)
      .innerJoin(consentWords, eq(consents.wordsHash, consentWords.hash))
      .where(eq(consents.txId, txId))
      .get();
    return row && { ...tidy(row.consents)!, words: row.consent_words.words };
  },
  certificateOwner: async (serial) =>
    db.select().from(certificates).where(eq(certificates.serial, serial)).get()?.personHash,
  passkey: async (id) => tidy(db.select().from(passkeys).where(eq(passkeys.credentialId, id)).get()),
  passkeysOf: async (personHash) =>
    tidyAll(db.select().from(passkeys).where(eq(passkeys.personHash, personHash)).all()),
  async journeysOver(activeBefore, startedBefore, waitingBefore, limit) {
    const own = sql`${journeys.startedAt} + ${journeys.waitedMs} < ${startedBefore.getTime()}`;
    const old = or(
      lt(journeys.startedAt, waitingBefore),
      and(isNull(journeys.waitingSince), or(lt(journeys.activeAt, activeBefore), own)),
    );
    return tidyAll(
      db
        .select()
        .from(journeys)
        .where(and(notInArray(journeys.screen, ['ended', 'away']), old))
        .limit(limit)
        .all(),
    );
  },
  hasUnproved: async ({ journeysBefore, arrivalsBefore }) =>
    journeysUnproved(db, journeysBefore).limit(1).get() !== undefined ||
    arrivalsUnproved(db, arrivalsBefore).limit(1).get() !== undefined,
  packagesBefore: async (before) =>
    db
      .selectDistinct({ txId: packages.txId })
      .from(packages)
      .where(lt(packages.at, before))
      .all()
      .map(({ txId }) => txId),
});
