/** A payload that does not fit its dataset. Says where, never what stood there: the message may be logged. */
export type NormaliseReason = 'not-an-object' | 'nothing-known' | 'wrong-type' | 'csv-unreadable';

export class NormaliseError extends Error {
  readonly code = 'payload-does-not-fit';

  constructor(
    readonly dataset: string,
    readonly path: string,
    readonly reason: NormaliseReason,
  ) {
    super(`${dataset} ${path}: ${reason}`);
    this.name = 'NormaliseError';
  }
}
