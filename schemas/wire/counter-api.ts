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
import { Type } from 'typebox';
import { dictionary, instant, type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
import { AnswerValue, MissingReason, Policy, Provenance, ResourceId } from '../shapes/values.ts';
export const DeskView = Type.Object(
  {
    office: Type.String({ description: 'Id of the office where the clerk sits.' }),
    agency: Type.String({ description: 'Its name.' }),
    counter: Type.String(),
    clerk: Type.String(),
    csrf: Type.String({ description: 'For the page’s own sign-out form.' }),
    services: Type.Array(Type.Object({ id: Type.String(), name: Text }), {
      description: 'What this office, and those below it, handle at counters.',
    }),
    outFor: Type.Optional(
      Type.Integer({ description: 'Seconds until entries are taken again, after too many wrong ones; absent: now.' }),
    ),
  },
  { title: 'DeskView' },
);
export type DeskView = Of<typeof DeskView>;

export const Presented = Type.Object(
  {
    attempt: Type.String({ description: 'Opaque; good for this sign-in only.' }),
    service: Type.Object({ id: Type.String(), name: Text }, { description: 'What the barcode is for.' }),
    sent: Type.Boolean({ description: 'A code was sent now; else one that was sent a moment ago is good still.' }),
    codeFor: Type.Integer({ description: 'Seconds for which the code is good.' }),
    resendAfter: Type.Integer({ description: 'Seconds until another code may be asked for.' }),
  },
  { title: 'Presented' },
);
export type Presented = Of<typeof Presented>;

export const CaseEntry = Type.Object(
  {
    id: Type.String(),
    service: Type.String({ description: 'Its name.' }),
    clerk: Type.String(),
    openedAt: instant(),
    state: Type.Enum(['open', 'submitted', 'taken', 'closed', 'failed', 'expired']),
    applicationNo: Type.Optional(Type.String()),
  },
  { title: 'CaseEntry' },
);
export type CaseEntry = Of<typeof CaseEntry>;

export const CaseView = Type.Object(
  {
    ...CaseEntry.properties,
    serviceId: Type.String(),
    expiresAt: instant('When everything of it is erased.'),
    applicant: Type.Optional(
      Type.Object(
        { nationalId: Type.String(), name: Type.Optional(Type.String()) },
        { description: 'Whose data it is; absent where nothing in it says so.' },
      ),
    ),
    agent: Type.Optional(
      Type.Object(
        { name: Type.String(), nationalId: Type.String() },
        { description: 'Who came in the person’s place.' },
      ),
    ),
    official: dictionary(Type.Object({ value: AnswerValue, policy: Policy, provenance: Provenance })),
    missing: Type.Optional(
      dictionary(MissingReason, {
        description: 'Questions that an official value could have filled: why there is none.',
      }),
    ),
    datasets: Type.Array(
      Type.Object({
        id: ResourceId,
        name: Text,
        agency: Text,
        noRecord: Type.Boolean(),
        files: Type.Array(Type.Object({ name: Type.String(), issuedAt: instant(), digest: Type.String() })),
      }),
    ),
  },
  { title: 'CaseView' },
);
export type CaseView = Of<typeof CaseView>;
