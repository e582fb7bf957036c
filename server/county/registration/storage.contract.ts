/** What every engine must do with registrations and the submissions that wait. Called by each adapter's test. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askedOf } from '#schemas/services/asked.ts';
import type { CountyStep, CountyStorage } from '../storage.ts';
import { testLoaded } from '../testing/test-service.ts';
import type { RegistrationRow } from './storage.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();
const asked = askedOf(testLoaded);

export function registrationStorageContract(engine: string, make: () => Promise<CountyStorage>): void {
  describe(`registrations on ${engine}`, () => {
    let storage: CountyStorage;
    before(async () => {
      storage = await make();
    });
    after(() => storage.close());

    const ok = async (...plan: CountyStep[]) => assert.deepEqual(await storage.commit(plan), { ok: true });
    const refused = async (reason: string, ...plan: CountyStep[]) =>
      assert.deepEqual(await storage.commit(plan), { ok: false, reason });
    const submit = (service: string, version: number, minute = 0): CountyStep => ({
      step: 'submit-registration',
      submission: { service, version, asked, submittedAt: at(minute) },
    });

    it('keeps one registration per service, and its keys when they are not told again', async () => {
      assert.equal(await storage.registration('a'), undefined);
      const row: RegistrationRow = {
        service: 'a',
        state: 'registered',
        since: at(0),
        clientId: 'CLI.abcdefghij',
        keys: Buffer.from('sealed'),
        covers: asked,
        lookedAt: at(0),
      };
      await ok({ step: 'record-registration', row });
      assert.deepEqual(await storage.registration('a'), row);
      const { keys, ...told } = row;
      const later: RegistrationRow = {
        ...told,
        state: 'returned',
        since: at(1),
        pending: { ...asked, retentionDays: 9 },
        words: ['請補依據'],
        decidedAt: at(1),
        lookedAt: at(2),
      };
      await ok({ step: 'record-registration', row: later });
      assert.deepEqual(await storage.registration('a'), { ...later, keys });
      // What is over is gone.
      await ok({ step: 'record-registration', row: { ...told, lookedAt: at(3) } });
      assert.deepEqual(await storage.registration('a'), { ...row, lookedAt: at(3) });
      const none: RegistrationRow = { service: 'B', state: 'in-review', since: at(0), pending: asked, lookedAt: at(0) };
      await ok({ step: 'record-registration', row: none });
      assert.deepEqual(
        (await storage.registrations()).map(({ service }) => service),
        ['B', 'a'],
      );
    });

    it('has one submission wait per service, the newest', async () => {
      await ok(submit('b', 1), submit('a', 4));
      await ok({ step: 'put-off-submission', service: 'b', version: 1, nextAt: at(5), problem: 'unreachable' });
      await ok({ step: 'put-off-submission', service: 'b', version: 1, nextAt: at(6), problem: '503' });
      assert.deepEqual(await storage.submissions(), [
        { service: 'a', version: 4, asked, submittedAt: at(0), attempts: 0, nextAt: at(0) },
        { service: 'b', version: 1, asked, submittedAt: at(0), attempts: 2, nextAt: at(6), problem: '503' },
      ]);
      await ok(submit('b', 2, 7));
      const [, b] = await storage.submissions();
      assert.deepEqual(b, { service: 'b', version: 2, asked, submittedAt: at(7), attempts: 0, nextAt: at(7) });
    });

    it('what arrived late neither puts off nor settles what took its place', async () => {
      await refused('submission-gone', {
        step: 'put-off-submission',
        service: 'b',
        version: 1,
        nextAt: at(8),
        problem: '503',
      });
      await ok({ step: 'settle-submission', service: 'b', version: 1 });
      assert.equal((await storage.submissions()).length, 2);
      await ok({ step: 'settle-submission', service: 'b', version: 2 });
      await ok({ step: 'settle-submission', service: 'b', version: 2 });
      assert.deepEqual(
        (await storage.submissions()).map(({ service }) => service),
        ['a'],
      );
    });

    it('is part of the plan that publishes: together or not at all', async () => {
      await refused('submission-gone', submit('c', 1), {
        step: 'put-off-submission',
        service: 'none',
        version: 1,
        nextAt: at(0),
        problem: '',
      });
      assert.equal(
        (await storage.submissions()).some(({ service }) => service === 'c'),
        false,
      );
    });
  });
}
