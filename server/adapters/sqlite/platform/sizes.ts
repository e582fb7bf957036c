/** Which table's rows are of which kind (`platform/space.ts`), and where their bytes are. */
import type { PlatformKind } from '#server/platform/space.ts';
import type { Measured } from '../sizes.ts';

const of = (kind: PlatformKind, table: string, ...columns: readonly string[]): Measured => ({ table, kind, columns });

export const platformTables: readonly Measured[] = [
  of('journeys', 'transactions', 'resources'),
  of('journeys', 'journeys', 'resources', 'fields', 'pid', 'person', 'parameters'),
  of('journeys', 'challenges'),
  of('journeys', 'tickets'),
  of('journeys', 'tokens'),
  of('journeys', 'asks'),
  of('journeys', 'barcodes'),
  of('journeys', 'counter_attempts'),
  of('journeys', 'delegations'),
  of('journeys', 'downloads', 'resources', 'person', 'parameters'),
  of('journeys', 'resident_sessions', 'person'),
  of('journeys', 'sp_signatures', 'person'),
  of('packages', 'packages', 'package'),
  of('log', 'log_entries', 'entry'),
  of('log', 'log_nodes'),
  of('log', 'log_checkpoints', 'note'),
  of('log', 'log_subjects', 'record'),
  of('log', 'events'),
  of('log', 'consents'),
  of('log', 'consent_words', 'words'),
  of('outbox', 'messages', 'content'),
  of('outbox', 'sp_calls', 'content'),
  of('registry', 'organisations', 'contact'),
  of('registry', 'services', 'state'),
  of('registry', 'service_versions', 'definition', 'findings'),
  of('registry', 'registry_decisions', 'reason'),
  of('staff', 'audit_files', 'bytes'),
  of('staff', 'staff_actions', 'object', 'reason'),
];
