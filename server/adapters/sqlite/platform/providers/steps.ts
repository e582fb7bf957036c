import { and, eq } from 'drizzle-orm';
import type { ProviderReason as Reason, ProviderStep } from '#server/platform/storage.ts';
import { guard } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { entries } from './tables.ts';

export const providerSteps: Handlers<ProviderStep> = {
  'set-provider': (db, { entry }) => {
    const { heartbeatUrl = null, ca = null, crl = null, agency = null } = entry;
    const row = { ...entry, heartbeatUrl, ca, crl, agency };
    const { source } = entry;
    guard<Reason>(
      db
        .insert(entries)
        .values(row)
        .onConflictDoUpdate({ target: entries.resourceId, set: row, setWhere: eq(entries.source, source) })
        .run(),
      source === 'file' ? 'provider-of-console' : 'provider-of-file',
    );
  },
  'remove-provider': (db, { resourceId, source }) =>
    guard<Reason>(
      db
        .delete(entries)
        .where(and(eq(entries.resourceId, resourceId), eq(entries.source, source)))
        .run(),
      'provider-unknown',
    ),
};
