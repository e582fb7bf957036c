import type { SpCall, SpCallReads, SpCallReason as Reason, SpCallStep } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  calls = new Map<string, SpCall>();
}

/** The row, while the worker's claim of it is the latest. */
function held(model: Model, txId: string, tries: number): SpCall {
  const found = model.calls.get(txId);
  if (found?.tries !== tries) throw new GuardFailed<Reason>('sp-call-taken');
  return found;
}

const forget = (model: Model, { txId }: { readonly txId: string }): void => void model.calls.delete(txId);

const steps: Area<Model, SpCallStep, SpCallReads>['steps'] = {
  'queue-sp-call': (model, { call }) => void model.calls.set(call.txId, { ...call, tries: 0, nextAt: call.at }),
  'claim-sp-call': (model, { txId, tries, at, heldUntil, heldBy }) => {
    const found = held(model, txId, tries);
    if (found.nextAt > at) throw new GuardFailed<Reason>('sp-call-taken');
    model.calls.set(txId, { ...found, tries: tries + 1, nextAt: heldUntil, heldBy });
  },
  'retry-sp-call': (model, { txId, tries, nextAt }) =>
    void model.calls.set(txId, { ...held(model, txId, tries), nextAt, heldBy: undefined }),
  'finish-sp-call': (model, { txId, tries }) => void model.calls.delete(held(model, txId, tries).txId),
  'free-sp-calls': (model, { instance, heldBy, at }) => {
    for (const [txId, call] of model.calls)
      if (call.heldBy?.startsWith(`${instance}/`) && call.heldBy !== heldBy)
        model.calls.set(txId, { ...call, nextAt: at, heldBy: undefined });
  },
  'end-journey': forget,
  'revoke-delivery': forget,
};

export const spCallArea: Area<Model, SpCallStep, SpCallReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    spCall: async (txId) => of().calls.get(txId),
    spCallsDue: async (at, limit) =>
      [...of().calls.values()]
        .filter(({ nextAt }) => nextAt <= at)
        .sort((a, b) => a.nextAt.getTime() - b.nextAt.getTime())
        .slice(0, limit),
  }),
};
