/** What every storage of the platform must do for residents' own area; each adapter's test runs it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Envelope } from '../../crypto/epochs.ts';
import type { PlatformStorage, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const envelope = (text: string): Envelope => ({
  epoch: '2026-11-23T01:00:00.000Z',
  wrappedKey: Buffer.alloc(60, 7),
  sealed: Buffer.from(text),
});
const moved = { ok: false, reason: 'download-moved' };
const gone = { ok: false, reason: 'download-gone' };

export function residentsContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });

  const session = {
    hash: 's',
    personHash: 'p',
    method: 'nhi-card',
    person: envelope('person'),
    startedAt: start,
  } as const;
  const begun = (id: string): Step[] => [
    {
      step: 'open-download',
      download: { id, personHash: 'p', txId: randomUUID(), resources: ['API.a', 'API.b'], startedAt: start },
    },
    { step: 'answer-download', id, parameters: envelope('parameters') },
    { step: 'begin-download', id, method: 'tw-fido', person: envelope('person'), at: later(1) },
  ];

  contract('a resident’s session is kept, touched and closed; one that is over refuses', async (storage) => {
    await storage.commit([{ step: 'open-resident-session', session }]);
    assert.deepEqual(await storage.commit([{ step: 'touch-resident-session', hash: 's', at: later(5) }]), { ok: true });
    const found = await storage.residentSession('s');
    assert.deepEqual([found?.method, found?.startedAt, found?.activeAt], ['nhi-card', start, later(5)]);
    assert.equal(Buffer.from(found?.person.sealed ?? []).toString(), 'person');
    assert.deepEqual(await storage.commit([{ step: 'close-resident-session', hash: 's' }]), { ok: true });
    for (const step of [
      { step: 'close-resident-session', hash: 's' },
      { step: 'touch-resident-session', hash: 's', at: start },
    ] as const)
      assert.deepEqual(await storage.commit([step]), { ok: false, reason: 'resident-session-over' });
    assert.equal(await storage.residentSession('s'), undefined);
  });

  contract('a choice of datasets is a person’s own, replaced and forgotten', async (storage) => {
    const choose = (resources: string[]) =>
      storage.commit([{ step: 'keep-choice', personHash: 'p', resources, at: start }]);
    assert.deepEqual(await storage.choiceOf('p'), []);
    await choose(['API.a']);
    await choose(['API.b', 'API.c']);
    assert.deepEqual(await storage.choiceOf('p'), ['API.b', 'API.c']);
    assert.deepEqual(await storage.choiceOf('q'), []);
    await choose([]);
    assert.deepEqual(await storage.choiceOf('p'), []);
  });

  contract('a download goes from asked to saved, and no step twice', async (storage) => {
    const plan = begun('d');
    assert.deepEqual(await storage.commit(plan), { ok: true });
    for (const step of plan.slice(1)) assert.deepEqual(await storage.commit([step]), moved);
    assert.deepEqual(await storage.commit([{ step: 'take-download', id: 'd', at: start }]), gone);
    const fetching = await storage.download('d');
    assert.deepEqual([fetching?.state, fetching?.method, fetching?.consentedAt], ['fetching', 'tw-fido', later(1)]);
    assert.deepEqual(await storage.commit([{ step: 'expect-download', id: 'd' }]), { ok: true });
    const ready: Step = { step: 'ready-download', id: 'd', keepUntil: later(100) };
    assert.deepEqual(await storage.commit([ready]), { ok: true });
    assert.deepEqual(await storage.commit([ready]), moved);
    assert.deepEqual(await storage.commit([{ step: 'expect-download', id: 'd' }]), moved);
    assert.deepEqual(await storage.commit([{ step: 'take-download', id: 'd', at: later(50) }]), { ok: true });
    const saved = await storage.download('d');
    assert.deepEqual(
      [saved?.state, saved?.endedAt, saved?.person, saved?.parameters],
      ['saved', later(50), undefined, undefined],
    );
    assert.deepEqual(await storage.commit([{ step: 'end-download', id: 'd', as: 'discarded', at: later(60) }]), gone);
  });

  contract('of 50 who take one download at once, one succeeds', async (storage) => {
    await storage.commit([...begun('d'), { step: 'ready-download', id: 'd', keepUntil: later(100) }]);
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => storage.commit([{ step: 'take-download', id: 'd', at: later(50) }])),
    );
    assert.equal(taken.filter(({ ok }) => ok).length, 1);
  });

  contract('nobody takes a download when its time is over, or that was ended', async (storage) => {
    for (const id of ['d', 'e'])
      await storage.commit([...begun(id), { step: 'ready-download', id, keepUntil: later(100) }]);
    assert.deepEqual(await storage.commit([{ step: 'take-download', id: 'd', at: later(100) }]), gone);
    await storage.commit([{ step: 'end-download', id: 'e', as: 'expired', at: later(9) }]);
    assert.deepEqual(await storage.commit([{ step: 'take-download', id: 'e', at: later(10) }]), gone);
    assert.deepEqual((await storage.downloadsOf('p')).map(({ state }) => state).sort(), ['expired', 'ready']);
    assert.deepEqual(
      (await storage.downloadsBeing('ready')).map(({ id }) => id),
      ['d'],
    );
    assert.deepEqual(await storage.downloadsOf('q'), []);
  });

  contract('wrong tries are summed by person, hour and way, and untold until told', async (storage) => {
    const hour = 3_600_000;
    const note = (personHash: string, ms: number, method: 'nhi-card' | 'two-document' = 'nhi-card') =>
      storage.commit([{ step: 'note-wrong-try', personHash, method, hour: later(ms - (ms % hour)), at: later(ms) }]);
    for (const ms of [0, 5, 9, hour]) await note('p', ms);
    await note('p', 7, 'two-document');
    await note('q', 7);
    const row = { personHash: 'p', method: 'nhi-card', hour: start, count: 3, firstAt: start, lastAt: later(9) };
    assert.deepEqual(await storage.wrongTriesUntold(3), [row]);
    const all = await storage.wrongTriesOf('p', 9);
    assert.deepEqual(
      all.map(({ method, hour: at, count }) => [at.getTime() - start.getTime(), method, count]),
      [
        [hour, 'nhi-card', 1],
        [0, 'nhi-card', 3],
        [0, 'two-document', 1],
      ],
    );
    assert.equal((await storage.wrongTriesOf('p', 2)).length, 2);
    await storage.commit([{ step: 'told-wrong-tries', personHash: 'p' }]);
    assert.deepEqual(await storage.wrongTriesUntold(1), await storage.wrongTriesOf('q', 1));
    await note('p', 10);
    assert.equal((await storage.wrongTriesUntold(3))[0]?.count, 4, 'one more: told anew');
    const old = { step: 'forget-old', now: start, journeysBefore: start, noticesBefore: start } as const;
    await storage.commit([{ ...old, recordsBefore: later(1) }]);
    assert.equal((await storage.wrongTriesOf('p', 9)).length, 1);
  });

  contract('what is old is forgotten: sessions, choices, downloads never begun, then the rest', async (storage) => {
    await storage.commit([
      { step: 'open-resident-session', session },
      { step: 'keep-choice', personHash: 'p', resources: ['API.a'], at: start },
      ...begun('d'),
      {
        step: 'open-download',
        download: { id: 'never', personHash: 'p', txId: randomUUID(), resources: ['API.a'], startedAt: start },
      },
    ]);
    const forget = (before: Date, recordsBefore: Date): Step => ({
      step: 'forget-old',
      now: before,
      journeysBefore: before,
      noticesBefore: before,
      recordsBefore,
    });
    await storage.commit([forget(start, start)]);
    assert.ok(await storage.residentSession('s'));
    assert.ok(await storage.download('never'));
    await storage.commit([forget(later(1), start)]);
    assert.equal(await storage.residentSession('s'), undefined);
    assert.deepEqual(await storage.choiceOf('p'), []);
    assert.equal(await storage.download('never'), undefined);
    assert.ok(await storage.download('d'));
    await storage.commit([forget(later(2), later(2))]);
    assert.equal(await storage.download('d'), undefined);
  });
}
