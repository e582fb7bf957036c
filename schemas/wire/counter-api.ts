/**
 * What the county app and its desk's page say to each other: JSON under `/api/counter`, for a signed-in clerk who has a desk
 * open. `<mydata-counter>` speaks the first four. POST needs the header `x-mydata-request: 1`.
 *
 * | call | body → answer |
 * | --- | --- |
 * | `GET  /api/counter` | → `DeskView` |
 * | `POST /api/counter/present` | `{ serial }` → `Presented`, of the service that the barcode is for; 409 `barcode-elsewhere` where this counter does not handle it, 410 `barcode-…` where it is good no more (neither is a mistake), 404 `barcode-unknown` |
 * | `POST /api/counter/resend` | `{ attempt }` → `Presented`; 429 with `Retry-After` when it is too early |
 * | `POST /api/counter/code` | `{ attempt, code }` → 201 `{ case }`; 403 `counter-refused`: wrong; 410 `code-over`, `barcode-…`: no mistake |
 * | `GET  /api/counter/cases` | → `{ cases: CaseEntry[] }`, this counter's since midnight |
 * | `GET  /api/counter/cases/:id` | → `CaseView` |
 * | `… /api/counter/cases/:id/services/:service/draft …`, `…/applications` | as `county-api.ts`: the form's base address is `/api/counter/cases/:id` |
 * | `GET  /api/counter/cases/:id/files/:dataset/:name` | → the file |
 * | `POST /api/counter/cases/:id/datasets` | `{ datasets: ids }` → a zip; the case is over with it |
 * | `DELETE /api/counter/cases/:id` | → 204; everything received and typed is gone |
 *
 * 423 `desk-out` with `Retry-After` in seconds, from the fifth wrong entry on: this counter is out of use.
 */
import type { AnswerValue } from '../form/answers.ts';
import type { MissingReason, Policy, Provenance, ResourceId } from '../mapping/types.ts';
import type { Text } from '../text.ts';

export interface DeskView {
  /** Id of the office where the clerk sits. */
  readonly office: string;
  /** Its name. */
  readonly agency: string;
  readonly counter: string;
  readonly clerk: string;
  /** For the page's own sign-out form. */
  readonly csrf: string;
  /** What this office, and those below it, handle at counters. */
  readonly services: readonly { readonly id: string; readonly name: Text }[];
  /** Seconds until entries are taken again, after too many wrong ones; absent: now. */
  readonly outFor?: number;
}

export interface Presented {
  /** Opaque; good for this sign-in only. */
  readonly attempt: string;
  /** What the barcode is for. */
  readonly service: { readonly id: string; readonly name: Text };
  /** A code was sent now; else one that was sent a moment ago is good still. */
  readonly sent: boolean;
  /** Seconds for which the code is good. */
  readonly codeFor: number;
  /** Seconds until another code may be asked for. */
  readonly resendAfter: number;
}

export interface CaseEntry {
  readonly id: string;
  /** Its name. */
  readonly service: string;
  readonly clerk: string;
  readonly openedAt: string;
  readonly state: 'open' | 'submitted' | 'taken' | 'closed' | 'failed' | 'expired';
  readonly applicationNo?: string;
}

export interface CaseView extends CaseEntry {
  readonly serviceId: string;
  /** When everything of it is erased. */
  readonly expiresAt: string;
  /** Whose data it is; absent where nothing in it says so. */
  readonly applicant?: { readonly nationalId: string; readonly name?: string };
  /** Who came in the person's place. */
  readonly agent?: { readonly name: string; readonly nationalId: string };
  readonly official: {
    readonly [fieldId: string]: {
      readonly value: AnswerValue;
      readonly policy: Policy;
      readonly provenance: Provenance;
    };
  };
  /** Questions that an official value could have filled: why there is none. */
  readonly missing?: { readonly [fieldId: string]: MissingReason };
  readonly datasets: readonly {
    readonly id: ResourceId;
    readonly name: Text;
    readonly agency: Text;
    readonly noRecord: boolean;
    readonly files: readonly { readonly name: string; readonly issuedAt: string; readonly digest: string }[];
  }[];
}
