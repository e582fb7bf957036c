/**
 * Who carries a service's registration to the platform, and brings its answer back. Two ways: to ours over HTTP, to the
 * real one by letter. What a service asks is computed before it comes here, and what the answer means is the caller's.
 */
import type { Registration, Submission } from '#schemas/wire/registry-api.ts';

/**
 * `told` the register knows it, and says where it stands · `posted` it goes by letter: the decision is entered by hand ·
 * `refused` it can not be taken as it is, and sending it again changes nothing · `away` to be sent again.
 */
export type Submitted =
  | { readonly kind: 'told'; readonly registration: Registration }
  | { readonly kind: 'posted' }
  | { readonly kind: 'refused'; readonly for: 'now' | 'good'; readonly words: readonly string[] }
  | { readonly kind: 'away'; readonly problem: string };

type Looked =
  /** All of this organisation's, none with keys; until they are `taken`, the next look is told them again. */
  | { readonly kind: 'told'; readonly registrations: readonly Registration[]; readonly taken: () => void }
  | { readonly kind: 'same' }
  | { readonly kind: 'away'; readonly problem: string };

export interface Registrar {
  readonly by: 'platform' | 'letter';
  submit(service: string, submission: Submission): Promise<Submitted>;
  /** That the keys are stored here, so that they are told to nobody again. */
  received(service: string): Promise<boolean>;
  /** What has changed since the last look. */
  look(): Promise<Looked>;
}
