/** What every engine must do with desks and who has them open, races included. Called by each adapter's test. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CountyStep, CountyStorage } from '../storage.ts';

const at = new Date('2026-11-23T01:00:00Z');
const later = new Date('2026-11-23T01:15:00Z');

export function desksStorageContract(engine: string, make: () => Promise<CountyStorage>): void {
  describe(`desks' storage on ${engine}`, () => {
    let storage: CountyStorage;
    before(async () => {
      storage = await make();
      await ok({ step: 'add-office', office: { id: 'a', name: { 'zh-Hant': '甲', en: 'A' } } });
      for (const [hash, staffId] of [
        ['s1', 'ann'],
        ['s2', 'bob'],
        ['s3', 'ann'],
      ] as const)
        await ok({ step: 'open-session', session: { hash, staffId, startedAt: at } });
    });
    after(() => storage.close());

    const ok = async (...plan: CountyStep[]) => assert.deepEqual(await storage.commit(plan), { ok: true });
    const refused = async (reason: string, ...plan: CountyStep[]) =>
      assert.deepEqual(await storage.commit(plan), { ok: false, reason });
    const enrol = (id: string, number: number, office = 'a'): CountyStep => ({
      step: 'enrol-desk',
      desk: { id, office, number, place: '一樓', enrolledAt: at },
    });
    const open = (hash: string, desk: string, before = new Date('2026-11-23T00:45:00Z')): CountyStep => ({
      step: 'open-desk',
      hash,
      desk,
      idleBefore: before,
      startedBefore: before,
    });
    const holders = async () => (await storage.deskHolders()).map(({ desk, staffId }) => `${desk} ${staffId}`).sort();

    it('a number is one open desk’s of an office', async () => {
      await ok(enrol('d2', 2), enrol('d1', 1));
      await refused('desk-taken', enrol('other', 1));
      await refused('office-unknown', enrol('d3', 3, 'nowhere'));
      await ok({ step: 'place-desk', id: 'd1', place: '二樓' });
      await refused('desk-unknown', { step: 'place-desk', id: 'nowhere', place: '二樓' });
      assert.deepEqual(await storage.desk('d1'), { id: 'd1', office: 'a', number: 1, place: '二樓', enrolledAt: at });
      assert.deepEqual(
        (await storage.desks()).map(({ id }) => id),
        ['d1', 'd2'],
      );
    });

    it('of many who open a desk at once one has it; who opens another leaves it', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => storage.commit([open(n % 2 ? 's1' : 's2', 'd1')])),
      );
      assert.equal(new Set(await holders()).size, 1);
      assert.equal(results.filter((one) => !one.ok && one.reason === 'desk-held').length, 10);
      await ok({ step: 'free-desk', id: 'd1' });
      await refused('desk-free', { step: 'free-desk', id: 'd1' });
      await ok(open('s1', 'd1'));
      await refused('desk-held', open('s2', 'd1'));
      await ok(open('s1', 'd2'), open('s2', 'd1'));
      assert.deepEqual(await holders(), ['d1 bob', 'd2 ann']);
      await refused('session-over', open('none', 'd1'));
      await refused('desk-unknown', open('s1', 'none'));
    });

    it('one’s own other sign-in loses it, a sign-in that is over keeps nobody out', async () => {
      await ok({ step: 'note-desk-out', hash: 's1', until: later });
      await ok(open('s1', 'd2'));
      assert.deepEqual((await storage.staffSession('s1'))?.outUntil, later, 'opened again');
      await ok(open('s3', 'd2'));
      assert.deepEqual(await holders(), ['d1 bob', 'd2 ann']);
      const lost = await storage.staffSession('s1');
      assert.deepEqual([lost?.desk, lost?.outUntil], [undefined, undefined]);
      await ok(open('s1', 'd1', at));
      assert.deepEqual(await holders(), ['d1 ann', 'd2 ann']);
      await ok({ step: 'close-session', hash: 's1' });
      assert.deepEqual(await holders(), ['d2 ann']);
    });

    it('a closed desk is nobody’s, and its number may be given anew', async () => {
      await ok({ step: 'close-desk', id: 'd2', at: later });
      assert.deepEqual(await holders(), []);
      await refused('desk-unknown', { step: 'close-desk', id: 'd2', at: later });
      await refused('desk-unknown', open('s2', 'd2'));
      await ok(enrol('d9', 2));
      assert.deepEqual((await storage.desk('d2'))?.closedAt, later);
    });
  });
}
