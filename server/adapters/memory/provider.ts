/** The data provider's storage in memory: a model of the rules, for tests. */
import type { Call, Preparation, ProviderStorage, Reason, Seed, Step } from '../../provider/storage.ts';
import { GuardFailed, type CommitResult } from '../../storage/plan.ts';

interface State {
  /** Payloads as JSON text: what is handed out is a copy. */
  readonly records: ReadonlyMap<string, string>;
  readonly seeds: ReadonlyMap<string, Seed>;
  readonly preparations: ReadonlyMap<string, Preparation>;
  readonly calls: readonly Call[];
}

const keyOf = (one: string, other: string): string => JSON.stringify([one, other]);

/**
 * Empty, and gone with the process; a refused plan leaves it as it was. Records are given out as copies, calls in the
 * order in which they were made.
 */
export function memoryProviderStorage(): ProviderStorage {
  let state: State = { records: new Map(), seeds: new Map(), preparations: new Map(), calls: [] };
  return {
    async commit(plan): Promise<CommitResult<Reason>> {
      try {
        state = plan.reduce(applied, state);
        return { ok: true };
      } catch (error) {
        if (error instanceof GuardFailed) return { ok: false, reason: error.reason as Reason };
        throw error;
      }
    },
    async findRecord(resourceId, uid) {
      const text = state.records.get(keyOf(resourceId, uid));
      return text === undefined ? undefined : JSON.parse(text);
    },
    countRecords: async () => state.records.size,
    async heldBy(uid) {
      const keys = [...state.records.keys()].map((key) => JSON.parse(key) as [resourceId: string, uid: string]);
      return keys.filter(([, owner]) => owner === uid).map(([resourceId]) => resourceId);
    },
    seed: async (slug) => state.seeds.get(slug),
    preparation: async (transactionUid, resourceId) => state.preparations.get(keyOf(transactionUid, resourceId)),
    calls: async (transactionUid) => state.calls.filter((call) => call.transactionUid === transactionUid),
    callsOfPerson: async (personHash) => state.calls.filter((call) => call.personHash === personHash),
    async close() {},
  };
}

function applied(state: State, step: Step): State {
  switch (step.step) {
    case 'put-record': {
      const { resourceId, uid, payload } = step.record;
      return { ...state, records: new Map(state.records).set(keyOf(resourceId, uid), JSON.stringify(payload)) };
    }
    case 'add-record': {
      const { resourceId, uid } = step.record;
      return state.records.has(keyOf(resourceId, uid)) ? state : applied(state, { ...step, step: 'put-record' });
    }
    case 'drop-records':
      return {
        ...state,
        records: new Map(
          [...state.records].filter(([key]) => (JSON.parse(key) as [resourceId: string, uid: string])[1] !== step.uid),
        ),
      };
    case 'note-seed':
      return { ...state, seeds: new Map(state.seeds).set(step.seed.slug, step.seed) };
    case 'begin-preparation': {
      const key = keyOf(step.preparation.transactionUid, step.preparation.resourceId);
      if (state.preparations.has(key)) throw new GuardFailed<Reason>('preparation-known');
      return { ...state, preparations: new Map(state.preparations).set(key, step.preparation) };
    }
    case 'record-call':
      return { ...state, calls: [...state.calls, step.call] };
    case 'forget':
      return {
        ...state,
        calls: state.calls.filter(({ at }) => at >= step.callsBefore),
        preparations: new Map([...state.preparations].filter(([, { readyAt }]) => readyAt >= step.preparationsBefore)),
      };
  }
}
