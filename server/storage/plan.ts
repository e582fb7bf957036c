/**
 * A write is a plan: a list of guarded steps in the domain's words, with the events that belong to them, committed whole.
 * A guard that does not touch exactly the rows it names rolls everything back with its reason. Single-use things
 * (ticket, package, code) die by such a guard and by nothing else.
 */
export type CommitResult<Reason extends string> =
  { readonly ok: true } | { readonly ok: false; readonly reason: Reason };

/** Each party's storage port extends this with its own reads; `Step` is a union tagged by `step`. */
export interface PlanStorage<Step extends { readonly step: string }, Reason extends string> {
  commit(plan: readonly Step[]): Promise<CommitResult<Reason>>;
  close(): Promise<void>;
}

/** Thrown inside an adapter to roll a plan back; never leaves `commit`. */
export class GuardFailed<Reason extends string> extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
    this.name = 'GuardFailed';
  }
}
