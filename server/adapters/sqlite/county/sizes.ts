/** Which table's rows are of which kind (`county/space.ts`), and where their bytes are. */
import type { CountyKind } from '#server/county/kinds.ts';
import type { Measured } from '../sizes.ts';

const of = (kind: CountyKind, table: string, ...columns: readonly string[]): Measured => ({ table, kind, columns });

export const countyTables: readonly Measured[] = [
  of('drafts', 'drafts', 'typed'),
  of('drafts', 'officials', 'sealed'),
  of('drafts', 'transfers', 'identity_sealed', 'delivery_sealed'),
  {
    table: 'files',
    kind: {
      when: (row) => `${row}.application_number IS NULL`,
      then: 'files' satisfies CountyKind,
      otherwise: 'applications' satisfies CountyKind,
    },
    columns: [],
    lengths: ['size'],
  },
  of('applications', 'applications', 'contents', 'history'),
  of('forms', 'forms', 'definition', 'validator'),
  of('forms', 'form_drafts', 'work'),
  of('forms', 'form_versions', 'content'),
  of('forms', 'kept_forms', 'kept'),
  of('records', 'transfer_records'),
  of('records', 'staff_actions', 'object', 'reason'),
  of('outbox', 'receipts', 'sealed'),
];
