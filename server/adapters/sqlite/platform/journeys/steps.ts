/** One handler per step of a plan; each guard names the row that it must touch. */
import { and, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { JourneyReason as Reason, JourneyStep as Step, Screen } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { arrivalsUnproved, journeysUnproved } from './unproved.ts';
import {
  asks,
  certificates,
  challenges,
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

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);

type Decision = Extract<Step, { step: 'give-consent' | 'refuse-consent' }>;

function decide(db: SqliteDatabase, { step, txId, at, wordsHash, words }: Decision): void {
  db.insert(consentWords).values({ hash: wordsHash, words }).onConflictDoNothing().run();
  const row = { txId, given: step === 'give-consent', at, wordsHash };
  touched(db.insert(consents).values(row).onConflictDoNothing().run(), 'already-decided');
}

const emptied = { pid: null, person: null, parameters: null, bindingFor: null } as const;

/** The waiting is over, and the journey's own time goes on. */
const waitedUntil = (at: Date) => ({
  activeAt: at,
  waitingSince: null,
  waitedMs: sql`${journeys.waitedMs} + coalesce(${at.getTime()} - ${journeys.waitingSince}, 0)`,
});

function move(
  db: SqliteDatabase,
  id: string,
  from: Screen,
  row: Parameters<ReturnType<typeof db.update<typeof journeys>>['set']>[0],
): void {
  const there = and(eq(journeys.id, id), eq(journeys.screen, from));
  touched(db.update(journeys).set(row).where(there).run(), 'journey-moved');
}

/** What is stored to be delivered, and what is still asked for. */
function forget(db: SqliteDatabase, txId: string): void {
  db.delete(packages).where(eq(packages.txId, txId)).run();
  db.delete(asks).where(eq(asks.txId, txId)).run();
}

export const journeySteps: Handlers<Step> = {
  'open-journey': (db, { journey }) => {
    const { txId, clientId, resources, startedAt } = journey;
    touched(
      db.insert(transactions).values({ txId, clientId, resources, startedAt }).onConflictDoNothing().run(),
      'tx-used',
    );
    db.insert(journeys)
      .values({ ...journey, screen: 'facts', activeAt: startedAt })
      .run();
  },
  'refuse-arrival': (db, { txId, clientId, code, at }) => {
    const row = { txId, clientId, resources: [], startedAt: at, code, endedAt: at };
    touched(db.insert(transactions).values(row).onConflictDoNothing().run(), 'tx-used');
  },
  'open-transaction': (db, { transaction }) =>
    touched(db.insert(transactions).values(transaction).onConflictDoNothing().run(), 'tx-used'),
  'end-transaction': (db, { txId, code, at }) =>
    void db.update(transactions).set({ code, endedAt: at }).where(eq(transactions.txId, txId)).run(),
  'touch-journey': (db, { id, at }) =>
    touched(
      db
        .update(journeys)
        .set({ activeAt: at })
        .where(and(eq(journeys.id, id), ne(journeys.screen, 'ended')))
        .run(),
      'journey-over',
    ),
  'show-screen': (db, { id, from, to }) =>
    touched(
      db
        .update(journeys)
        .set({ screen: to })
        .where(and(eq(journeys.id, id), eq(journeys.screen, from)))
        .run(),
      'journey-moved',
    ),
  'add-challenge': (db, { id, journeyId, purpose, expiresAt }) =>
    void db.insert(challenges).values({ id, journeyId, purpose, expiresAt }).run(),
  'use-challenge': (db, { id, journeyId, purpose, at }) => {
    const mine = and(
      eq(challenges.id, id),
      eq(challenges.journeyId, journeyId),
      eq(challenges.purpose, purpose),
      gt(challenges.expiresAt, at),
    );
    touched(db.delete(challenges).where(mine).run(), 'challenge-spent');
  },
  'verify-identity': (db, { id, txId, method, person, personHash, to }) => {
    move(db, id, to === 'facts' ? 'facts' : 'identity', { screen: to, method, person });
    db.update(transactions).set({ method, personHash }).where(eq(transactions.txId, txId)).run();
  },
  'keep-parameters': (db, { id, parameters }) => move(db, id, 'parameters', { screen: 'fetching', parameters }),
  'finish-fetching': (db, { id, at }) => move(db, id, 'fetching', { ...waitedUntil(at), screen: 'preview' }),
  'agree-later': (db, { id, at, person, parameters = null }) =>
    move(db, id, 'later', { ...waitedUntil(at), screen: 'delivering', pid: null, person, parameters }),
  'revoke-delivery': (db, { txId, code, at, withdrawn }) => {
    const live = and(eq(tickets.txId, txId), isNotNull(tickets.secret), isNull(tickets.redeemedAt));
    touched(db.update(tickets).set({ secret: null }).where(live).run(), 'ticket-spent');
    forget(db, txId);
    db.update(transactions).set({ code, endedAt: at }).where(eq(transactions.txId, txId)).run();
    db.update(journeys)
      .set({ ...emptied, screen: 'ended', code })
      .where(eq(journeys.txId, txId))
      .run();
    db.delete(tokens).where(eq(tokens.txId, txId)).run();
    if (withdrawn) db.update(consents).set({ withdrawnAt: at }).where(eq(consents.txId, txId)).run();
  },
  'prove-binding': (db, { id, personHash }) =>
    touched(
      db
        .update(journeys)
        .set({ bindingFor: personHash })
        .where(and(eq(journeys.id, id), eq(journeys.screen, 'identity')))
        .run(),
      'journey-moved',
    ),
  'issue-token': (db, { token: { holder, ...token } }) =>
    void db
      .insert(tokens)
      .values({ ...token, holderKind: holder.kind, holderId: holder.id })
      .run(),
  'note-ask': (db, { ask }) => {
    const row = { ...ask, retryAt: ask.retryAt ?? null };
    db.insert(asks)
      .values(row)
      .onConflictDoUpdate({ target: [asks.txId, asks.resourceId], set: row })
      .run();
    if (!ask.retryAt) return;
    const fetching = and(eq(journeys.txId, ask.txId), eq(journeys.screen, 'fetching'), isNull(journeys.waitingSince));
    db.update(journeys).set({ waitingSince: ask.askedAt }).where(fetching).run();
  },
  'expect-journey': (db, { id, screens }) => {
    const there = and(eq(journeys.id, id), inArray(journeys.screen, [...screens]));
    if (!db.select({ id: journeys.id }).from(journeys).where(there).get())
      throw new GuardFailed<Reason>('journey-moved');
  },
  'store-package': (db, { stored }) => {
    touched(db.insert(packages).values(stored).onConflictDoNothing().run(), 'already-stored');
    const { txId, resourceId } = stored;
    db.delete(asks)
      .where(and(eq(asks.txId, txId), eq(asks.resourceId, resourceId)))
      .run();
    db.delete(tokens)
      .where(and(eq(tokens.txId, txId), eq(tokens.resourceId, resourceId)))
      .run();
  },
  'give-consent': decide,
  'refuse-consent': decide,
  'issue-ticket': (db, { ticket }) => void db.insert(tickets).values(ticket).run(),
  'hand-ticket': (db, { txId, hash, at }) => {
    const live = and(
      eq(tickets.txId, txId),
      isNotNull(tickets.secret),
      isNull(tickets.redeemedAt),
      gt(tickets.expiresAt, at),
    );
    touched(db.update(tickets).set({ hash }).where(live).run(), 'ticket-spent');
  },
  'redeem-ticket': (db, { hash, at, datasets, fetch }) => {
    const live = and(
      eq(tickets.hash, hash),
      isNull(tickets.redeemedAt),
      isNotNull(tickets.secret),
      gt(tickets.expiresAt, at),
      sql`(select count(*) from ${packages} where ${packages.txId} = ${tickets.txId} and ${packages.code} in (200, 204)) = ${datasets}`,
    );
    const redeemed = { redeemedAt: at, fetchHash: fetch?.hash, keptUntil: fetch?.until };
    touched(db.update(tickets).set(redeemed).where(live).run(), 'ticket-spent');
    const txId = db.select({ txId: tickets.txId }).from(tickets).where(eq(tickets.hash, hash)).get()?.txId ?? '';
    const away = and(eq(journeys.txId, txId), eq(journeys.screen, 'away'));
    const ended = db
      .update(journeys)
      .set({ ...emptied, screen: 'ended', code: 200 })
      .where(away)
      .run();
    if (ended.changes) db.update(transactions).set({ code: 200, endedAt: at }).where(eq(transactions.txId, txId)).run();
  },
  'confirm-fetch': (db, { hash, fetchHash, at }) => {
    const open = and(
      eq(tickets.hash, hash),
      isNotNull(tickets.redeemedAt),
      eq(tickets.fetchHash, fetchHash),
      isNull(tickets.confirmedAt),
    );
    touched(db.update(tickets).set({ confirmedAt: at }).where(open).run(), 'fetch-over');
  },
  'expire-fetch': (db, { hash, at }) => {
    const over = and(
      eq(tickets.hash, hash),
      isNotNull(tickets.secret),
      isNull(tickets.confirmedAt),
      lte(tickets.keptUntil, at),
    );
    if (!db.select({ hash: tickets.hash }).from(tickets).where(over).get()) throw new GuardFailed<Reason>('fetch-over');
  },
  'delete-packages': (db, { txId }) => {
    forget(db, txId);
    db.update(tickets).set({ secret: null }).where(eq(tickets.txId, txId)).run();
  },
  'end-journey': (db, { id, txId, code, at }) => {
    const row = { ...emptied, screen: 'ended', code } as const;
    touched(
      db
        .update(journeys)
        .set(row)
        .where(and(eq(journeys.id, id), ne(journeys.screen, 'ended')))
        .run(),
      'journey-over',
    );
    db.update(transactions).set({ code, endedAt: at }).where(eq(transactions.txId, txId)).run();
    db.delete(tokens)
      .where(and(eq(tokens.holderKind, 'journey'), eq(tokens.holderId, id)))
      .run();
    db.delete(asks).where(eq(asks.txId, txId)).run();
    db.delete(challenges).where(eq(challenges.journeyId, id)).run();
  },
  'end-unproved': (db, { ids, at }) => {
    const unproved = and(inArray(journeys.id, [...ids]), isNull(journeys.method), ne(journeys.screen, 'ended'));
    const ended = db
      .update(journeys)
      .set({ ...emptied, screen: 'ended', code: 408 })
      .where(unproved)
      .returning({ id: journeys.id, txId: journeys.txId })
      .all();
    const txIds = ended.map(({ txId }) => txId);
    db.update(transactions).set({ code: 408, endedAt: at }).where(inArray(transactions.txId, txIds)).run();
    const of = ended.map(({ id }) => id);
    db.delete(challenges).where(inArray(challenges.journeyId, of)).run();
  },
  'forget-unproved': (db, { journeysBefore, arrivalsBefore, limit }) => {
    const someJourneys = journeysUnproved(db, journeysBefore).limit(limit);
    db.delete(journeys).where(inArray(journeys.id, someJourneys)).run();
    const someArrivals = arrivalsUnproved(db, arrivalsBefore).limit(limit);
    db.delete(transactions).where(inArray(transactions.txId, someArrivals)).run();
  },
  'record-event': (db, { event }) => void db.insert(events).values(event).run(),
  'bind-certificate': (db, { serial, personHash }) =>
    void db
      .insert(certificates)
      .values({ serial, personHash })
      .onConflictDoUpdate({ target: certificates.serial, set: { personHash } })
      .run(),
  'register-passkey': (db, { passkey }) =>
    touched(db.insert(passkeys).values(passkey).onConflictDoNothing().run(), 'passkey-known'),
  'use-passkey': (db, { credentialId, signCount }) => {
    const forward = or(lt(passkeys.signCount, signCount), and(eq(passkeys.signCount, 0), sql`${signCount} = 0`));
    touched(
      db
        .update(passkeys)
        .set({ signCount })
        .where(and(eq(passkeys.credentialId, credentialId), forward))
        .run(),
      'passkey-replayed',
    );
  },
  'forget-old': (db, { now, journeysBefore, recordsBefore }) => {
    db.delete(journeys)
      .where(and(eq(journeys.screen, 'ended'), lt(journeys.startedAt, journeysBefore)))
      .run();
    db.delete(tokens).where(lte(tokens.expiresAt, now)).run();
    db.delete(challenges).where(lte(challenges.expiresAt, now)).run();
    db.delete(tickets).where(lt(tickets.issuedAt, recordsBefore)).run();
    db.delete(consents).where(lt(consents.at, recordsBefore)).run();
    db.delete(consentWords)
      .where(notInArray(consentWords.hash, db.select({ hash: consents.wordsHash }).from(consents)))
      .run();
    db.delete(transactions).where(lt(transactions.startedAt, recordsBefore)).run();
    db.delete(events).where(lt(events.at, recordsBefore)).run();
  },
};
