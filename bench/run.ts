/** `npm run bench`, or `npm run bench -- arrivals` for a crowd alone: prints the figures and saves them in bench/results/. A benchmark, not a timed test. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { ensureBuilt } from '../scripts/ensure-built.mjs';
import { partsOfServer } from '../scripts/parts.mjs';
import { benchArrivals } from './arrivals/run.ts';
import { benchBuilder } from './builder/run.ts';
import { benchForm } from './form/run.ts';
import { benchJourneys } from './journeys/run.ts';
import { benchLog } from './log.ts';
import { benchPeople } from './people.ts';

await ensureBuilt(partsOfServer);

const round = (value: number, digits = 1): string => value.toFixed(digits);

if (process.argv.includes('arrivals')) {
  const { inProcess, overSockets } = await benchArrivals(200_000, 5_000);
  for (const [name, { arrivals, inside, places, others, p99Ms, slowestMs }] of Object.entries({
    inProcess,
    overSockets,
  }))
    console.log(
      `${name}: ${arrivals} arrivals in one second: ${inside} let in, ${places} a place in the line, ${others} neither; ` +
        `answered after ${round(p99Ms, 0)} ms (99 in 100), ${round(slowestMs, 0)} ms at most`,
    );
  console.log(
    `under way meanwhile: ${overSockets.journeys} journeys, all finished, ${round(overSockets.slowestJourneyMs, 0)} ms at most`,
  );
  process.exit(0);
}

const forms = await benchForm(21);
for (const { fields, mount, fill, type } of forms) {
  const line = (name: string, { kit, plain }: { kit: number; plain: number }): string =>
    `  ${name.padEnd(6)} ${round(kit)} ms, plain ${round(plain)} ms, ratio ${round(kit / plain, 2)}`;
  console.log(`form of ${fields} fields\n${line('mount', mount)}\n${line('fill', fill)}\n${line('type', type)}`);
}

const builder = await benchBuilder(300, 9);
console.log(
  `builder with ${builder.questions} questions: open ${round(builder.open, 0)} ms, add ${round(builder.add)} ms, move ${round(builder.move)} ms, ` +
    `undo ${round(builder.undo)} ms, a letter in a label ${round(builder.type)} ms`,
);

const journeys = await benchJourneys(60, 6);
console.log(
  `journeys: ${round(journeys.perSecond)} per second (${journeys.parallel} at a time, one server process), median ${round(journeys.medianMs, 0)} ms; ` +
    `${round(journeys.mainThreadMsPerJourney, 0)} ms of its main thread each, ${round(journeys.cryptoShare * 100, 0)} % of that cryptography`,
);

const log = await benchLog(20_000);
console.log(
  `log of ${log.entries} entries: ${round(log.appendMicros, 0)} µs per event with its leaf, ${round(log.signMicros, 0)} µs per signed head`,
);

const people = benchPeople(10_000);
console.log(
  `invented people: ${round(people.perSecond, 0)} per second with ${round(people.records / people.people)} records each (${round(people.perCpuSecond, 0)} per second of processor time)`,
);

const at = new Date().toISOString();
await mkdir('bench/results', { recursive: true });
const file = `bench/results/${at.slice(0, 19).replaceAll(':', '')}.json`;
await writeFile(
  file,
  `${JSON.stringify({ at, node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, forms, builder, journeys, log, people }, null, 2)}\n`,
);
console.log(`saved ${file}`);
