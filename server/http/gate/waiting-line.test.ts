import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WaitingLine, type Answer } from './waiting-line.ts';

function line() {
  const state = { now: 0, late: 0 };
  return { state, made: new WaitingLine({ now: () => state.now, lateMs: () => state.late }) };
}

const placeOf = (answer: Answer): number => (answer.kind === 'wait' ? answer.place : assert.fail('came in'));

/** All who wait ask once a second. → seconds in which each came in */
function ask(
  { state, made }: ReturnType<typeof line>,
  places: readonly number[],
  seconds: number,
): ReadonlyMap<number, number> {
  const came = new Map<number, number>();
  for (let second = 1; second <= seconds; second += 1) {
    state.now += 1000;
    for (const place of places) if (!came.has(place) && made.comeBack(place).kind === 'in') came.set(place, second);
  }
  return came;
}

test('a bus comes in at once; of a crowd the rest get places, and come in by them, one after another', () => {
  const made = line();
  const answers = Array.from({ length: 1000 }, () => made.made.arrive());
  assert.equal(answers.filter(({ kind }) => kind === 'in').length, 120);
  const waiting = answers.filter((one) => one.kind === 'wait');
  assert.deepEqual([waiting[0]?.ahead, waiting.at(-1)?.ahead], [1, 880]);
  assert.equal(waiting.at(-1)?.seconds, 22);
  const came = ask(made, waiting.map(placeOf), 40);
  assert.equal(came.size, 880);
  const times = [...came].sort(([a], [b]) => a - b).map(([, second]) => second);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  made.state.now += 10_000;
  assert.equal(made.made.arrive().kind, 'in');
});

test('a place serves once; then there is a new one, at the end', () => {
  const { state, made } = line();
  const places = Array.from({ length: 200 }, () => made.arrive())
    .filter(({ kind }) => kind === 'wait')
    .map(placeOf);
  const [first = 0] = places;
  state.now += 1000;
  assert.equal(made.comeBack(first).kind, 'in');
  assert.ok(placeOf(made.comeBack(first)) > Math.max(...places));
});

test('who comes anew does not pass those who wait', () => {
  const { state, made } = line();
  for (let n = 0; n < 500; n += 1) made.arrive();
  state.now += 2000;
  assert.equal(made.arrive().kind, 'wait');
});

test('those who left hold nobody up for long', () => {
  const made = line();
  for (let n = 0; n < 200_000; n += 1) made.made.arrive();
  const last = placeOf(made.made.arrive());
  const came = ask(made, [last], 600);
  assert.ok((came.get(last) ?? Infinity) < 180, String(came.get(last)));
});

test('how late it was is asked once: whoever answers forgets it', () => {
  let asked = 0;
  let now = 0;
  const made = new WaitingLine({ now: () => now, lateMs: () => (asked++ ? 0 : 1000) });
  now = 1000;
  for (let n = 0; n < 200; n += 1) made.arrive();
  assert.equal(asked, 1);
  // 40 a second, cut to 28: the room of a quiet time goes with it.
  now = 1400;
  const fresh = new WaitingLine({ now: () => now, lateMs: () => 1000 });
  now = 2400;
  const came = Array.from({ length: 200 }, () => fresh.arrive()).filter(({ kind }) => kind === 'in').length;
  assert.ok(came < 60, String(came));
});

test('a process that is late lets fewer in, and more again when it is not', () => {
  const made = line();
  const places = Array.from({ length: 3000 }, () => made.made.arrive())
    .filter(({ kind }) => kind === 'wait')
    .map(placeOf);
  made.state.late = 1000;
  const slow = ask(made, places, 20);
  made.state.late = 0;
  const fast = ask(
    made,
    places.filter((place) => !slow.has(place)),
    20,
  );
  assert.ok(slow.size < 200, String(slow.size));
  assert.ok(
    [...fast.values()].filter((second) => second > 18).length >
      [...slow.values()].filter((second) => second > 18).length,
  );
});
