/** The cases of the county's counters in memory. */
import type { CaseRow, CounterReads, CounterReason, CounterStep } from '../../county/counter/storage.ts';
import { GuardFailed } from '../../storage/plan.ts';

/** In the order in which they were opened. */
export type Cases = readonly CaseRow[];

export const noCases: Cases = [];

/** → undefined where the step is not of this area */
export function casesAfter(rows: Cases, given: CounterStep | { readonly step: string }): Cases | undefined {
  const step = given as CounterStep;
  switch (step.step) {
    case 'open-case':
      return [...rows, { ...step.row, state: 'open' }];
    case 'end-case': {
      const { id, to: state, at: endedAt, applicationNumber } = step;
      if (rows.find((row) => row.id === id)?.state !== 'open') throw new GuardFailed<CounterReason>('case-over');
      const ended = { state, endedAt, ...(applicationNumber !== undefined && { applicationNumber }) };
      return rows.map((row) => (row.id === id ? { ...row, ...ended } : row));
    }
    case 'forget-cases':
      return rows.filter(({ openedAt }) => openedAt >= step.openedBefore);
    case 'place-cases':
      return rows.map((row) =>
        row.office === '' && row.agency === step.agency ? { ...row, office: step.office } : row,
      );
    default:
      return undefined;
  }
}

/** Cases stand in the order in which they were opened; a list is read from its end. */
export const counterReads = (rows: () => Cases): CounterReads => ({
  async counterCase(id) {
    return rows().find((row) => row.id === id);
  },
  async counterCases({ office, counter }, since) {
    return rows()
      .filter((row) => row.office === office && row.counter === counter && row.openedAt >= since)
      .reverse();
  },
});
