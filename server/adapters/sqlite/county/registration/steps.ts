import { and, eq, sql } from 'drizzle-orm';
import type { RegistrationReason, RegistrationStep } from '#server/county/registration/storage.ts';
import { guard } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { registrations, submissions } from './tables.ts';

export const registrationSteps: Handlers<RegistrationStep> = {
  'submit-registration'(db, { submission: { service, ...rest } }) {
    const fresh = { ...rest, attempts: 0, nextAt: rest.submittedAt, problem: null };
    db.insert(submissions)
      .values({ service, ...fresh })
      .onConflictDoUpdate({ target: submissions.service, set: fresh })
      .run();
  },
  'put-off-submission'(db, { service, version, nextAt, problem }) {
    guard<RegistrationReason>(
      db
        .update(submissions)
        .set({ attempts: sql`${submissions.attempts} + 1`, nextAt, problem })
        .where(and(eq(submissions.service, service), eq(submissions.version, version)))
        .run(),
      'submission-gone',
    );
  },
  'settle-submission': (db, { service, version }) =>
    void db
      .delete(submissions)
      .where(and(eq(submissions.service, service), eq(submissions.version, version)))
      .run(),
  'record-registration'(db, { row: { service, keys, ...rest } }) {
    const { clientId = null, covers = null, pending = null, words = null, decidedAt = null } = rest;
    const known = { ...rest, clientId, covers, pending, words, decidedAt, ...(keys && { keys: Buffer.from(keys) }) };
    db.insert(registrations)
      .values({ service, ...known })
      .onConflictDoUpdate({ target: registrations.service, set: known })
      .run();
  },
};
