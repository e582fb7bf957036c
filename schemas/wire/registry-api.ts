/**
 * What an organisation's own system and the platform's registry say to each other: JSON under `/registry`, with HTTP Basic of
 * the organisation's registry account (登錄帳號). An organisation sees its own services only; another's is 404.
 *
 * | call | body → answer |
 * | --- | --- |
 * | `PUT  /registry/services/:service` | `Submission` → `Registration`; 201 when it is new, else 200. The same content again changes nothing and is answered the same |
 * | `GET  /registry/services` | → `{ services: Registration[] }`, none with keys; `ETag`, and 304 to `If-None-Match` |
 * | `GET  /registry/services/:service` | → `Registration`; 404 `service-unknown` |
 * | `POST /registry/services/:service/keys/received` | nothing → `Registration`, from now on without keys. Again: the same |
 *
 * `:service` is the organisation's own name of the service: small letters, digits and hyphens, at most 60.
 *
 * A new service of the test environment gets keys and the phase `test` at once. A change that asks the same or less takes
 * effect by itself; one that asks more waits for the platform's people (`in-review`), or comes back at once with findings
 * (`returned`). The newest submission takes the place of one that waits; submitting what is registered takes it back.
 *
 * | status | code | |
 * | --- | --- | --- |
 * | 400 | `submission-unreadable` | not JSON |
 * | 401 | `registry-account` | no account, a wrong password, or a revoked one |
 * | 403 | `organisation-not-joined` | |
 * | 404 | `service-unknown` | none of this organisation's |
 * | 409 | `service-refused`, `service-busy`, `service-changed` | refused for good · an end or a pause is announced · somebody else changed it meanwhile, try again |
 * | 413 | `too-large` | more than 256 KB |
 * | 415 | `submission-type` | not `application/json` |
 * | 422 | `submission-invalid` | with `fields`: where (JSON Pointer) and what |
 * | 429 | `too-many-tries`, `too-many-submissions` | `Retry-After` in seconds |
 *
 * Errors are `RegistryError`. What the rules say against a service is no error: it is in `findings`.
 */
import type { Asked } from '../services/asked.ts';
import type { Text } from '../text.ts';

export interface Submission {
  readonly asked: Asked;
  /** Where residents come back to, and where the platform calls the service's SP-API. */
  readonly returnUrl: string;
  readonly spApiUrl: string;
  /** Network addresses that may fetch packages; empty = any. */
  readonly addresses: readonly string[];
  /** How packages are sealed; absent: as before, and at first A256KW with A256CBC-HS512. */
  readonly jwe?: 'A256KW' | 'A256GCMKW';
}

/**
 * `registered` what is in `covers` runs · `in-review` a submission waits for the platform's people · `returned` the last one
 * came back, to be amended · `refused` for good · `suspended` nothing may be asked now · `ended`. What is in `covers` goes on
 * running while a later submission is in review, returned or refused.
 */
export type RegistrationState = 'registered' | 'in-review' | 'returned' | 'refused' | 'suspended' | 'ended';

/** `closed`: not let through yet. */
type RegistrationPhase = 'test' | 'trial' | 'live' | 'closed' | 'ended';

/** What a rule of the register says. */
export interface RegistryFinding {
  /** Id of the rule, stable. */
  readonly rule: string;
  /** `question`: a person must answer it; in the test environment it is only noted. */
  readonly verdict: 'refused' | 'question';
  /** Where it is from, e.g. `手冊 參-一-(六)`. */
  readonly clause: string;
  /** Which part of the submission it is about, e.g. `purpose`, `datasets.2.rule`. */
  readonly field: string;
  readonly text: string;
}

export interface Registration {
  /** The organisation's own name of it. */
  readonly service: string;
  readonly clientId: string;
  readonly state: RegistrationState;
  readonly phase: RegistrationPhase;
  /** What may be asked now; absent where nothing may yet. */
  readonly covers?: Asked;
  /** The rules' open questions about what runs: noted in test, to be answered before trial. */
  readonly noted: readonly RegistryFinding[];
  /** A later submission that does not run: in review, agreed for a later day, or returned. */
  readonly pending?: {
    readonly asked: Asked;
    /** ISO 8601. */
    readonly submittedAt: string;
    readonly findings: readonly RegistryFinding[];
    /** Of a service that is live: the announced day on which it takes effect, once agreed (附件一 四-(二)). */
    readonly effectiveAt?: string;
  };
  /** The last word about the newest submission, or about the service (suspended, ended). */
  readonly decision?: {
    /** ISO 8601. */
    readonly at: string;
    readonly what: 'approved' | 'returned' | 'refused' | 'suspended' | 'ended';
    /** The reviewer's words, or the findings'. */
    readonly reason: string;
  };
  /** Until the organisation's system said that it has them. 16 characters each. */
  readonly keys?: { readonly clientSecret: string; readonly cbcIv: string };
}

export interface RegistryError {
  readonly error: {
    readonly code: string;
    readonly message: Text;
    readonly fields?: readonly { readonly path: string; readonly message: Text }[];
  };
}
