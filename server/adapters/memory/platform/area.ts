/** One area of the model: plain data, the handler of each step (it may change the model it is given), and the reads. */
export interface Area<Model extends object, Step extends { readonly step: string }, Reads> {
  readonly empty: () => Model;
  /** A handler throws `GuardFailed` to roll the whole plan back. */
  readonly steps: {
    readonly [Name in Step['step']]: (model: Model, step: Extract<Step, { step: Name }>) => void;
  };
  readonly reads: (of: () => Model) => Reads;
}

/** Maps are copied, rows are not: handlers replace rows, never change them. */
export function copyOf<Model extends object>(model: Model): Model {
  const entries = Object.entries(model).map(([name, value]) => [name, value instanceof Map ? new Map(value) : value]);
  return Object.fromEntries(entries) as Model;
}
