import type { Renewal } from './draft-session.ts';

/** What the resident is to keep when a new draft comes, and why it comes. */
export interface Renewed {
  readonly why: Renewal;
  readonly keep: ReadonlySet<string>;
}
