import type {
  Barcode,
  BarcodeState,
  CounterAttempt,
  CounterReads,
  CounterReason as Reason,
  CounterStep,
  Delegation,
} from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  barcodes = new Map<string, Barcode>();
  /** Serial hash → id. */
  serials = new Map<string, string>();
  attempts = new Map<string, CounterAttempt>();
  delegations = new Map<string, Delegation>();
}

const fail = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};

const noCode = { codeHash: undefined, codeDesk: undefined, codeSentAt: undefined, codeExpiresAt: undefined };
const isLive = ({ state }: Delegation): boolean => state === 'offered' || state === 'accepted';
const stands = ({ state }: Barcode): boolean => state === 'open' || state === 'burnt';

function end(model: Model, which: (barcode: Barcode) => boolean, state: BarcodeState): void {
  for (const [id, barcode] of model.barcodes)
    if (which(barcode)) model.barcodes.set(id, { ...barcode, ...noCode, state });
}

function over(model: Model, { txId }: { readonly txId: string }): void {
  end(model, (one) => one.txId === txId && one.state !== 'taken', 'over');
  for (const [id, one] of model.delegations)
    if (one.txId === txId && isLive(one))
      model.delegations.set(id, { ...one, named: undefined, agent: undefined, state: 'over' });
}

const steps: Area<Model, CounterStep, CounterReads>['steps'] = {
  'issue-barcode': (model, { from, barcode }) => {
    const own = [...model.barcodes.values()].filter(({ txId }) => txId === barcode.txId);
    if (own.some(({ state }) => state === 'taken' || state === 'over')) fail('barcode-moved');
    if (from === undefined) {
      if (own.some(stands)) fail('barcode-moved');
    } else {
      const old = own.find(({ id }) => id === from) ?? fail('barcode-moved');
      if (!stands(old)) fail('barcode-moved');
      model.barcodes.set(old.id, { ...old, ...noCode, state: 'renewed' });
    }
    if (model.serials.has(barcode.serialHash)) fail('serial-known');
    model.serials.set(barcode.serialHash, barcode.id);
    model.barcodes.set(barcode.id, { ...barcode, state: 'open', attacks: 0, codes: 0 });
  },
  'void-barcodes': (model, { txId, holder }) =>
    end(model, (one) => one.txId === txId && one.holder === holder && stands(one), 'renewed'),
  'note-attempt': (model, { attempt }) => void model.attempts.set(attempt.id, attempt),
  'repeat-attempt': (model, { id, clientId, at, sentBefore }) => {
    const attempt = model.attempts.get(id) ?? fail('too-soon');
    if (attempt.clientId !== clientId || attempt.sentAt > sentBefore) fail('too-soon');
    model.attempts.set(id, { ...attempt, sentAt: at });
  },
  'send-code': (model, { barcodeId, desk, codeHash, at, expiresAt, sentBefore, limit }) => {
    const barcode = model.barcodes.get(barcodeId) ?? fail('code-refused');
    if (barcode.state !== 'open' || barcode.expiresAt <= at || barcode.codes >= limit) fail('code-refused');
    const fresh =
      barcode.codeHash && barcode.codeDesk === desk && barcode.codeSentAt && barcode.codeSentAt > sentBefore;
    if (fresh) fail('code-refused');
    const code = { codeHash, codeDesk: desk, codeSentAt: at, codeExpiresAt: expiresAt };
    model.barcodes.set(barcodeId, { ...barcode, ...code, codes: barcode.codes + 1 });
  },
  'attack-barcode': (model, { id, attacks, limit }) => {
    const barcode = model.barcodes.get(id) ?? fail('barcode-moved');
    if (barcode.state !== 'open' || barcode.attacks !== attacks) fail('barcode-moved');
    const burnt = attacks + 1 >= limit ? { ...noCode, state: 'burnt' as const } : {};
    model.barcodes.set(id, { ...barcode, ...burnt, attacks: attacks + 1 });
  },
  'take-barcode': (model, { id, desk, codeHash, at }) => {
    const barcode = model.barcodes.get(id) ?? fail('barcode-spent');
    const good = barcode.state === 'open' && barcode.codeHash === codeHash && barcode.codeDesk === desk;
    if (!good || !barcode.codeExpiresAt || barcode.codeExpiresAt <= at) fail('barcode-spent');
    model.barcodes.set(id, { ...barcode, ...noCode, state: 'taken' });
  },
  'offer-delegation': (model, { delegation }) => {
    const own = [...model.delegations.values()].filter(({ txId }) => txId === delegation.txId);
    if (own.some(isLive)) fail('delegation-known');
    model.delegations.set(delegation.id, { ...delegation, state: 'offered' });
  },
  'accept-delegation': (model, { id, at, agent }) => {
    const found = model.delegations.get(id) ?? fail('delegation-moved');
    if (found.state !== 'offered' || found.until <= at) fail('delegation-moved');
    model.delegations.set(id, { ...found, state: 'accepted', acceptedAt: at, agent });
  },
  'end-delegation': (model, { id, to, at }) => {
    const found = model.delegations.get(id) ?? fail('delegation-moved');
    if (!isLive(found)) fail('delegation-moved');
    model.delegations.set(id, { ...found, state: to, endedAt: at, named: undefined, agent: undefined });
    end(model, (one) => one.txId === found.txId && one.holder === 'agent' && stands(one), 'renewed');
  },
  'revoke-delivery': over,
  'delete-packages': over,
  'forget-old': (model, { now, journeysBefore }) => {
    for (const [id, one] of model.barcodes) {
      if (one.issuedAt >= journeysBefore) continue;
      model.barcodes.delete(id);
      model.serials.delete(one.serialHash);
    }
    for (const [id, one] of model.attempts) if (one.until <= now) model.attempts.delete(id);
    for (const [id, one] of model.delegations) {
      if (one.offeredAt < journeysBefore) model.delegations.delete(id);
      else if (one.until <= now) model.delegations.set(id, { ...one, named: undefined, agent: undefined });
    }
  },
};

const latest = <T extends { readonly txId: string }>(rows: Iterable<T>, txId: string): T | undefined =>
  [...rows].filter((row) => row.txId === txId).at(-1);

export const counterArea: Area<Model, CounterStep, CounterReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    barcode: async (id) => of().barcodes.get(id),
    barcodeOf: async (txId) => latest(of().barcodes.values(), txId),
    barcodeBySerial: async (hash) => of().barcodes.get(of().serials.get(hash) ?? ''),
    counterAttempt: async (id) => of().attempts.get(id),
    attemptAt: async (barcodeId, desk) =>
      [...of().attempts.values()]
        .filter((one) => one.barcodeId === barcodeId && one.desk === desk)
        .reduce<CounterAttempt | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined),
    delegation: async (id) => of().delegations.get(id),
    delegationOf: async (txId) => latest(of().delegations.values(), txId),
    delegationsTo: async (agentHash) =>
      [...of().delegations.values()].filter((one) => one.agentHash === agentHash).reverse(),
  }),
};
