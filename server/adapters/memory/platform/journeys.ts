import type {
  Ask,
  Consent,
  DatasetCount,
  Journey,
  JourneyReads,
  JourneyReason as Reason,
  JourneyStep,
  Passkey,
  ProviderToken,
  Screen,
  StoredPackage,
  Ticket,
  Transaction,
  TransferEvent,
} from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

interface Challenge {
  readonly journeyId: string;
  readonly purpose: string;
  readonly expiresAt: Date;
}

class Model {
  journeys = new Map<string, Journey>();
  transactions = new Map<string, Transaction>();
  events: readonly TransferEvent[] = [];
  packages = new Map<string, StoredPackage>();
  tickets = new Map<string, Ticket>();
  tokens = new Map<string, ProviderToken>();
  asks = new Map<string, Ask>();
  challenges = new Map<string, Challenge>();
  consents = new Map<string, Consent>();
  certificates = new Map<string, string>();
  passkeys = new Map<string, Passkey>();
}

const fail = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};

const decide =
  (given: boolean) =>
  (model: Model, { txId, at, wordsHash, words }: { txId: string; at: Date; wordsHash: string; words: string }) => {
    if (model.consents.has(txId)) fail('already-decided');
    model.consents.set(txId, { txId, given, at, wordsHash, words });
  };

function openJourney(model: Model, id: string, reason: Reason = 'journey-over'): Journey {
  const journey = model.journeys.get(id);
  return journey && journey.screen !== 'ended' ? journey : fail(reason);
}

function forgetAsks(model: Model, txId: string): void {
  for (const [key, ask] of model.asks) if (ask.txId === txId) model.asks.delete(key);
}

/** What is to be delivered, and what is still asked for. */
function forget(model: Model, txId: string): void {
  for (const [key, stored] of model.packages) if (stored.txId === txId) model.packages.delete(key);
  forgetAsks(model, txId);
  for (const [key, ticket] of model.tickets)
    if (ticket.txId === txId) model.tickets.set(key, { ...ticket, secret: undefined });
}

const emptied = { pid: undefined, person: undefined, parameters: undefined, bindingFor: undefined };

/** The waiting is over, and the journey's own time goes on. */
function waitedUntil({ waitedMs, waitingSince }: Journey, now: Date): Partial<Journey> {
  const waited = waitingSince ? now.getTime() - waitingSince.getTime() : 0;
  return { activeAt: now, waitingSince: undefined, waitedMs: waitedMs + waited };
}

function at(model: Model, id: string, screen: Screen): Journey {
  const journey = openJourney(model, id, 'journey-moved');
  return journey.screen === screen ? journey : fail('journey-moved');
}

const journeysUnproved = (model: Model, before: Date): readonly Journey[] =>
  [...model.journeys.values()].filter(
    ({ screen, method, startedAt }) => screen === 'ended' && !method && startedAt < before,
  );

/** Not while its journey is there. */
function arrivalsUnproved(model: Model, before: Date): readonly Transaction[] {
  const open = new Set([...model.journeys.values()].map(({ txId }) => txId));
  return [...model.transactions.values()].filter(
    ({ txId, personHash, startedAt }) => personHash === undefined && startedAt < before && !open.has(txId),
  );
}

const steps: Area<Model, JourneyStep, JourneyReads>['steps'] = {
  'open-journey': (model, { journey }) => {
    if (model.transactions.has(journey.txId)) fail('tx-used');
    model.journeys.set(journey.id, { ...journey, screen: 'facts', activeAt: journey.startedAt, waitedMs: 0 });
    const { txId, clientId, resources, startedAt } = journey;
    model.transactions.set(txId, { txId, clientId, resources, startedAt });
  },
  'refuse-arrival': (model, { txId, clientId, code, at }) => {
    if (model.transactions.has(txId)) fail('tx-used');
    model.transactions.set(txId, { txId, clientId, resources: [], startedAt: at, code, endedAt: at });
  },
  'open-transaction': (model, { transaction }) => {
    if (model.transactions.has(transaction.txId)) fail('tx-used');
    model.transactions.set(transaction.txId, transaction);
  },
  'end-transaction': (model, { txId, code, at }) => {
    const transaction = model.transactions.get(txId);
    if (transaction) model.transactions.set(txId, { ...transaction, code, endedAt: at });
  },
  'touch-journey': (model, { id, at }) => void model.journeys.set(id, { ...openJourney(model, id), activeAt: at }),
  'show-screen': (model, { id, from, to }) => {
    const journey = openJourney(model, id, 'journey-moved');
    if (journey.screen !== from) fail('journey-moved');
    model.journeys.set(id, { ...journey, screen: to });
  },
  'add-challenge': (model, { id, journeyId, purpose, expiresAt }) =>
    void model.challenges.set(id, { journeyId, purpose, expiresAt }),
  'use-challenge': (model, { id, journeyId, purpose, at }) => {
    const found = model.challenges.get(id);
    if (!found || found.journeyId !== journeyId || found.purpose !== purpose || found.expiresAt <= at)
      fail('challenge-spent');
    model.challenges.delete(id);
  },
  'verify-identity': (model, { id, txId, method, person, personHash, to }) => {
    const journey = at(model, id, to === 'facts' ? 'facts' : 'identity');
    model.journeys.set(id, { ...journey, screen: to, method, person });
    const transaction = model.transactions.get(txId);
    if (transaction) model.transactions.set(txId, { ...transaction, method, personHash });
  },
  'keep-parameters': (model, { id, parameters }) => {
    const journey = at(model, id, 'parameters');
    model.journeys.set(id, { ...journey, screen: 'fetching', parameters });
  },
  'finish-fetching': (model, { id, at: now }) => {
    const journey = at(model, id, 'fetching');
    model.journeys.set(id, { ...journey, ...waitedUntil(journey, now), screen: 'preview' });
  },
  'agree-later': (model, { id, at: now, person, parameters }) => {
    const journey = at(model, id, 'later');
    model.journeys.set(id, {
      ...journey,
      ...waitedUntil(journey, now),
      screen: 'delivering',
      pid: undefined,
      person,
      parameters,
    });
  },
  'revoke-delivery': (model, { txId, code, at: now, withdrawn }) => {
    const live = [...model.tickets].filter(([, ticket]) => ticket.txId === txId && ticket.secret && !ticket.redeemedAt);
    if (live.length !== 1) fail('ticket-spent');
    forget(model, txId);
    const transaction = model.transactions.get(txId);
    if (transaction) model.transactions.set(txId, { ...transaction, code, endedAt: now });
    for (const [id, journey] of model.journeys)
      if (journey.txId === txId) model.journeys.set(id, { ...journey, ...emptied, screen: 'ended', code });
    for (const [key, token] of model.tokens) if (token.txId === txId) model.tokens.delete(key);
    const consent = model.consents.get(txId);
    if (withdrawn && consent) model.consents.set(txId, { ...consent, withdrawnAt: now });
  },
  'prove-binding': (model, { id, personHash }) => {
    const journey = openJourney(model, id, 'journey-moved');
    if (journey.screen !== 'identity') fail('journey-moved');
    model.journeys.set(id, { ...journey, bindingFor: personHash });
  },
  'issue-token': (model, { token }) => void model.tokens.set(token.hash, token),
  'note-ask': (model, { ask }) => {
    model.asks.set(`${ask.txId} ${ask.resourceId}`, ask);
    if (!ask.retryAt) return;
    for (const [id, journey] of model.journeys)
      if (journey.txId === ask.txId && journey.screen === 'fetching' && !journey.waitingSince)
        model.journeys.set(id, { ...journey, waitingSince: ask.askedAt });
  },
  'expect-journey': (model, { id, screens }) => {
    const journey = model.journeys.get(id);
    if (!journey || !screens.includes(journey.screen)) fail('journey-moved');
  },
  'store-package': (model, { stored }) => {
    const key = `${stored.txId} ${stored.resourceId}`;
    if (model.packages.has(key)) fail('already-stored');
    model.packages.set(key, stored);
    model.asks.delete(key);
    for (const [hash, token] of model.tokens)
      if (token.txId === stored.txId && token.resourceId === stored.resourceId) model.tokens.delete(hash);
  },
  'give-consent': decide(true),
  'refuse-consent': decide(false),
  'issue-ticket': (model, { ticket }) => void model.tickets.set(ticket.hash, ticket),
  'hand-ticket': (model, { txId, hash, at: now }) => {
    const live = [...model.tickets.values()].find(
      (one) => one.txId === txId && one.secret && !one.redeemedAt && one.expiresAt > now,
    );
    const ticket = live ?? fail('ticket-spent');
    model.tickets.delete(ticket.hash);
    model.tickets.set(hash, { ...ticket, hash });
  },
  'redeem-ticket': (model, { hash, at, datasets, fetch }) => {
    const ticket = model.tickets.get(hash) ?? fail('ticket-spent');
    if (ticket.redeemedAt || !ticket.secret || ticket.expiresAt <= at) fail('ticket-spent');
    const answered = [...model.packages.values()].filter(
      ({ txId, code }) => txId === ticket.txId && (code === 200 || code === 204),
    );
    if (answered.length !== datasets) fail('ticket-spent');
    model.tickets.set(hash, { ...ticket, redeemedAt: at, fetchHash: fetch?.hash, keptUntil: fetch?.until });
    const { txId } = ticket;
    const away = [...model.journeys.values()].find((one) => one.txId === txId && one.screen === 'away');
    if (!away) return;
    model.journeys.set(away.id, { ...away, ...emptied, screen: 'ended', code: 200 });
    const transaction = model.transactions.get(txId);
    if (transaction) model.transactions.set(txId, { ...transaction, code: 200, endedAt: at });
  },
  'confirm-fetch': (model, { hash, fetchHash, at }) => {
    const ticket = model.tickets.get(hash) ?? fail('fetch-over');
    if (!ticket.redeemedAt || ticket.fetchHash !== fetchHash || ticket.confirmedAt) fail('fetch-over');
    model.tickets.set(hash, { ...ticket, confirmedAt: at });
  },
  'expire-fetch': (model, { hash, at }) => {
    const { secret, keptUntil, confirmedAt } = model.tickets.get(hash) ?? fail('fetch-over');
    if (!secret || confirmedAt || !keptUntil || keptUntil > at) fail('fetch-over');
  },
  'delete-packages': (model, { txId }) => {
    forget(model, txId);
  },
  'end-journey': (model, { id, txId, code, at }) => {
    const journey = openJourney(model, id);
    model.journeys.set(id, {
      ...journey,
      ...emptied,
      screen: 'ended',
      code,
    });
    const transaction = model.transactions.get(txId);
    if (transaction) model.transactions.set(txId, { ...transaction, code, endedAt: at });
    forgetAsks(model, txId);
    for (const [key, { holder }] of model.tokens)
      if (holder.kind === 'journey' && holder.id === id) model.tokens.delete(key);
    for (const [key, challenge] of model.challenges) if (challenge.journeyId === id) model.challenges.delete(key);
  },
  'end-unproved': (model, { ids, at }) => {
    for (const id of ids) {
      const journey = model.journeys.get(id);
      if (!journey || journey.method || journey.screen === 'ended') continue;
      model.journeys.set(id, { ...journey, ...emptied, screen: 'ended', code: 408 });
      const transaction = model.transactions.get(journey.txId);
      if (transaction) model.transactions.set(journey.txId, { ...transaction, code: 408, endedAt: at });
      for (const [key, challenge] of model.challenges) if (challenge.journeyId === id) model.challenges.delete(key);
    }
  },
  'forget-unproved': (model, { journeysBefore, arrivalsBefore, limit }) => {
    for (const { id } of journeysUnproved(model, journeysBefore).slice(0, limit)) model.journeys.delete(id);
    for (const { txId } of arrivalsUnproved(model, arrivalsBefore).slice(0, limit)) model.transactions.delete(txId);
  },
  'record-event': (model, { event }) => void (model.events = [...model.events, event]),
  'bind-certificate': (model, { serial, personHash }) => void model.certificates.set(serial, personHash),
  'register-passkey': (model, { passkey }) => {
    if (model.passkeys.has(passkey.credentialId)) fail('passkey-known');
    model.passkeys.set(passkey.credentialId, passkey);
  },
  'use-passkey': (model, { credentialId, signCount }) => {
    const passkey = model.passkeys.get(credentialId) ?? fail('passkey-replayed');
    const counts = passkey.signCount > 0 || signCount > 0;
    if (counts && signCount <= passkey.signCount) fail('passkey-replayed');
    model.passkeys.set(credentialId, { ...passkey, signCount });
  },
  'forget-old': (model, { now, journeysBefore, recordsBefore }) => {
    const drop = <T>(rows: Map<string, T>, old: (row: T) => boolean) => {
      for (const [key, row] of rows) if (old(row)) rows.delete(key);
    };
    drop(model.journeys, (journey) => journey.screen === 'ended' && journey.startedAt < journeysBefore);
    drop(model.tokens, (token) => token.expiresAt <= now);
    drop(model.challenges, (challenge) => challenge.expiresAt <= now);
    drop(model.tickets, (ticket) => ticket.issuedAt < recordsBefore);
    drop(model.consents, (consent) => consent.at < recordsBefore);
    drop(model.transactions, (transaction) => transaction.startedAt < recordsBefore);
    model.events = model.events.filter((event) => event.at >= recordsBefore);
  },
};

const newest = <T>(rows: Iterable<T>, at: (row: T) => Date, limit: number): readonly T[] =>
  [...rows]
    .reverse()
    .sort((a, b) => at(b).getTime() - at(a).getTime())
    .slice(0, limit);

export const journeyArea: Area<Model, JourneyStep, JourneyReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    journey: async (id) => of().journeys.get(id),
    journeyOf: async (txId) => [...of().journeys.values()].find((journey) => journey.txId === txId),
    journeysAway: async () => [...of().journeys.values()].filter(({ screen }) => screen === 'away'),
    transaction: async (txId) => of().transactions.get(txId),
    transactions: async (limit) => newest(of().transactions.values(), (row) => row.startedAt, limit),
    transactionsOf: async (personHash) =>
      newest(
        [...of().transactions.values()].filter((row) => row.personHash === personHash),
        (row) => row.startedAt,
        Infinity,
      ),
    events: async (txId) => of().events.filter((event) => event.txId === txId),
    usage: async ({ of: whose, from, before, txIds, transactionUids, numbers, limit }) =>
      of()
        .events.filter(
          ({ txId, at, number, resourceId, transactionUid }) =>
            at >= from &&
            at < before &&
            ('clientId' in whose
              ? of().transactions.get(txId)?.clientId === whose.clientId
              : resourceId === whose.resourceId && of().transactions.has(txId)) &&
            (!txIds || txIds.includes(txId)) &&
            (!transactionUids || (transactionUid !== undefined && transactionUids.includes(transactionUid))) &&
            (!numbers || numbers.includes(number)),
        )
        .slice(0, limit),
    eventsPerDataset: async (number, since) => {
      const counts = new Map<string, DatasetCount>();
      for (const { number: one, at, resourceId } of of().events) {
        if (one !== number || at < since || resourceId === undefined) continue;
        const { count = 0, last = at } = counts.get(resourceId) ?? {};
        counts.set(resourceId, { resourceId, count: count + 1, last: at > last ? at : last });
      }
      return [...counts.values()];
    },
    packages: async (txId) => [...of().packages.values()].filter((stored) => stored.txId === txId),
    asks: async (txId) => [...of().asks.values()].filter((ask) => ask.txId === txId),
    ticket: async (hash) => of().tickets.get(hash),
    ticketOf: async (txId) => [...of().tickets.values()].find((ticket) => ticket.txId === txId),
    ticketsExpired: async (now) =>
      [...of().tickets.values()].filter((ticket) => ticket.secret && !ticket.redeemedAt && ticket.expiresAt <= now),
    fetchesOver: async (now) =>
      [...of().tickets.values()].filter(({ secret, keptUntil }) => secret && keptUntil && keptUntil <= now),
    token: async (hash) => of().tokens.get(hash),
    consent: async (txId) => of().consents.get(txId),
    certificateOwner: async (serial) => of().certificates.get(serial),
    passkey: async (id) => of().passkeys.get(id),
    passkeysOf: async (personHash) =>
      [...of().passkeys.values()].filter((passkey) => passkey.personHash === personHash),
    journeysOver: async (activeBefore, startedBefore, waitingBefore, limit) =>
      [...of().journeys.values()]
        .filter(
          ({ screen, startedAt, activeAt, waitedMs, waitingSince }) =>
            screen !== 'ended' &&
            screen !== 'away' &&
            (startedAt < waitingBefore ||
              (!waitingSince && (activeAt < activeBefore || startedAt.getTime() + waitedMs < startedBefore.getTime()))),
        )
        .slice(0, limit),
    hasUnproved: async ({ journeysBefore, arrivalsBefore }) =>
      journeysUnproved(of(), journeysBefore).length > 0 || arrivalsUnproved(of(), arrivalsBefore).length > 0,
    packagesBefore: async (before) => [
      ...new Set([...of().packages.values()].filter((stored) => stored.at < before).map((stored) => stored.txId)),
    ],
  }),
};
