import { lt } from 'drizzle-orm';
import { appendEvent, noteSubject, signHead } from '#server/platform/log/append.ts';
import type { LogStep } from '#server/platform/storage.ts';
import type { Handlers } from '../handlers.ts';
import { logRows } from './rows.ts';
import { subjects } from './tables.ts';

export const logSteps: Handlers<LogStep> = {
  'open-transaction': (db, { transaction: { txId, startedAt, clientId, personHash } }) =>
    noteSubject(logRows(db), txId, startedAt, { clientId, personHash }),
  'verify-identity': (db, { txId, startedAt, clientId, personHash }) =>
    noteSubject(logRows(db), txId, startedAt, { clientId, personHash }),
  'record-event': (db, step) => appendEvent(logRows(db), step),
  'sign-head': (db, step) => signHead(logRows(db), step),
  'forget-old': (db, { recordsBefore }) => void db.delete(subjects).where(lt(subjects.startedAt, recordsBefore)).run(),
};
