import { lt } from 'drizzle-orm';
import { appendEvent, noteSubject, signHead } from '../../../../platform/log/append.ts';
import type { LogStep } from '../../../../platform/storage.ts';
import type { Handlers } from '../handlers.ts';
import { logRows } from './rows.ts';
import { subjects } from './tables.ts';

export const logSteps: Handlers<LogStep> = {
  'open-journey': (db, { journey: { txId, startedAt, clientId } }) =>
    noteSubject(logRows(db), txId, startedAt, { clientId }),
  'open-transaction': (db, { transaction: { txId, startedAt, clientId, personHash } }) =>
    noteSubject(logRows(db), txId, startedAt, { clientId, personHash }),
  'refuse-arrival': (db, { txId, at, clientId }) => noteSubject(logRows(db), txId, at, { clientId }),
  'verify-identity': (db, { txId, personHash }) => {
    const known = logRows(db).subject(txId);
    if (known) noteSubject(logRows(db), txId, known.startedAt, { personHash });
  },
  'record-event': (db, step) => appendEvent(logRows(db), step),
  'sign-head': (db, step) => signHead(logRows(db), step),
  'forget-old': (db, { recordsBefore }) => void db.delete(subjects).where(lt(subjects.startedAt, recordsBefore)).run(),
};
