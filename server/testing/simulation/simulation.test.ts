/** A day of random traffic on a frozen clock, one in a hundred hostile; the long form is `npm run simulate`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from './hostile.ts';
import { simulate } from './simulate.ts';

test('a day of random traffic with one in a hundred hostile loses no honest one, and what strangers had kept goes', async () => {
  const { tally, applications, kept, unproved } = await simulate({ seed: 1, days: 1 });
  assert.deepEqual(tally.losses, []);
  assert.deepEqual(tally.gains, []);
  assert.ok(applications > 70, `${applications} applications`);
  const events = (hostile: boolean): number =>
    [...tally.counts].reduce(
      (sum, [actor, one]) => (actor.startsWith('hostile') === hostile ? sum + one.events : sum),
      0,
    );
  assert.equal(events(true), Math.round(events(false) / 99));
  for (const kind of kinds) assert.ok(tally.counts.has(`hostile: ${kind}`), kind);
  assert.ok(kept.end['county drafts']! > 0 && kept.end['county files']! > 0);
  for (const kind of ['packages', 'county drafts', 'county files', 'county outbox'])
    assert.equal(kept.afterwards[kind], 0, kind);
  assert.equal(unproved, false);
});
