import { and, eq, lt } from 'drizzle-orm';
import type { CounterReason, CounterStep } from '#server/county/counter/storage.ts';
import { guard } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { cases } from './tables.ts';

export const counterSteps: Handlers<CounterStep> = {
  'open-case': (db, { row }) =>
    void db
      .insert(cases)
      .values({ ...row, state: 'open' })
      .run(),
  'end-case': (db, { id, to, at, applicationNumber }) =>
    guard<CounterReason>(
      db
        .update(cases)
        .set({ state: to, endedAt: at, applicationNumber })
        .where(and(eq(cases.id, id), eq(cases.state, 'open')))
        .run(),
      'case-over',
    ),
  'place-cases': (db, { agency, office }) =>
    void db
      .update(cases)
      .set({ office })
      .where(and(eq(cases.office, ''), eq(cases.agency, agency)))
      .run(),
  'forget-cases': (db, { openedBefore }) => void db.delete(cases).where(lt(cases.openedAt, openedBefore)).run(),
};
