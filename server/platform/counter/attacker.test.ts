/**
 * 100,000 tries through the front door, with the secret of a service, any number of desks, and the victim's serial over the
 * shoulder: what is ever compared with a real code is bounded by the barcodes that the victim had, and the victim is served
 * all the same.
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { counterWorld, DeskCaller, minutes, renewed, sentCode, serialOf, toBarcode } from './counter.fixture.ts';
import { barcodeAttacks } from './limits.ts';
import { newSerial } from './serial.ts';

/** The whole attack is `npm run test:attacker`; its first part runs with every other test. */
const whole = 100_000;
const tries = Number(process.env.MYDATA_ATTACKER_TRIES ?? 6_000);
/** The whole takes seven hours: within the stored data's eight. */
const pauseMs = (7 * 3_600_000) / whole;

test(`an attacker with ${tries.toLocaleString('en')} tries succeeds no oftener than chance, and locks no resident out`, async () => {
  const world = await counterWorld();
  const shown = await toBarcode(world);
  const txId = (await world.storage.journey(shown.journeyId))?.txId ?? '';
  const seen = { presented: 0, wrong: 0, locked: 0, taken: 0 };
  let barcodes = 1;
  let compared = 0;
  let serial = await serialOf(shown);
  let swept = world.clock.now();
  let attempt: string | undefined;
  let attacker = new DeskCaller(world.app, 'attacker-0');
  const blind = Array.from({ length: 20 }, (_, n) => new DeskCaller(world.app, `blind-${n}`));

  for (let n = 0; n < tries; n += 1) {
    world.clock.pass(pauseMs);
    if (world.clock.now().getTime() - swept.getTime() >= minutes(1)) {
      swept = world.clock.now();
      await world.app.sweep();
    }
    if (n % 2) {
      // Serials at random, from desks that come back when they may.
      const answer = await (blind[n % blind.length] as DeskCaller).present(newSerial());
      seen[answer.status === 423 ? 'locked' : 'presented'] += 1;
      continue;
    }
    // The victim's own serial, and codes at random; another desk when this one is out of use.
    if (attempt === undefined) {
      const answer = await attacker.present(serial);
      if (answer.status === 423) attacker = new DeskCaller(world.app, `attacker-${n}`);
      else attempt = answer.body.attempt;
      seen[answer.status === 423 ? 'locked' : 'presented'] += 1;
      continue;
    }
    const before = (await world.storage.barcodeOf(txId))?.attacks ?? 0;
    const answer = await attacker.code(attempt, String(randomInt(100_000_000)).padStart(8, '0'));
    seen[answer.status === 423 ? 'locked' : answer.status === 200 ? 'taken' : 'wrong'] += 1;
    if (answer.status === 423) {
      attacker = new DeskCaller(world.app, `attacker-${n}`);
      attempt = undefined;
    }
    const now = await world.storage.barcodeOf(txId);
    if (now && now.attacks > before) compared += 1;
    // The victim presses for a new one about once in ten minutes, and the attacker looks over the shoulder again.
    if (n % 2500 === 0) {
      const answered = await renewed(shown);
      assert.equal(answered.response.status, 200, 'never locked out');
      serial = (JSON.parse(answered.text) as { serial: string }).serial;
      barcodes += 1;
      attempt = undefined;
    }
  }

  assert.equal(seen.presented + seen.wrong + seen.locked + seen.taken, tries);
  assert.ok(compared <= barcodes * barcodeAttacks, `${compared} compared, ${barcodes} barcodes`);
  // Of so many comparisons with one in a hundred million each, one in 500,000 such attacks succeeds.
  assert.ok(compared <= 250);
  assert.equal(seen.taken, 0);

  const own = new DeskCaller(world.app, 'the counter');
  await renewed(shown);
  const { body } = await own.present(await serialOf(shown));
  assert.equal((await own.code(body.attempt, (await sentCode(world)) ?? '')).status, 200, 'the victim is served');
});
