/** Invented people per second with all their records, by wall clock and by the process's own time (other work does not count). */
import { generateHouseholds } from '#server/sandbox/generator/generate-households.ts';
import { recordsOf } from '#server/sandbox/generator/records-of.ts';

export interface PeopleFigures {
  readonly people: number;
  readonly records: number;
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

export const benchPeople = (wanted: number): PeopleFigures => {
  const make = (count: number): readonly [people: number, records: number] => {
    let [people, records] = [0, 0];
    for (const household of generateHouseholds(1)) {
      for (const person of household.members) {
        people += 1;
        for (const payload of Object.values(recordsOf(person, household))) if (payload !== null) records += 1;
      }
      if (people >= count) break;
    }
    return [people, records];
  };
  make(500);
  const [clock, cpu] = [performance.now(), process.cpuUsage()];
  const [people, records] = make(wanted);
  const used = process.cpuUsage(cpu);
  return {
    people,
    records,
    perSecond: (people / (performance.now() - clock)) * 1000,
    perCpuSecond: (people / (used.user + used.system)) * 1_000_000,
  };
};
