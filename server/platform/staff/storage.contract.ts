/** What every storage must do for the staff area; run on each engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsContract } from '../../accounts/storage.contract.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Audit, Maintenance, PlatformStorage, StaffKinds, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);

const audit = (year: number): Extract<Step, { step: 'expect-audit' }>['audit'] => ({
  id: `audit-${year}`,
  organisationId: 'ORG.a',
  organisationName: '甲機關',
  kind: 'sp',
  year,
  dueAt: later(year),
});

const forget = (now: Date): Step => ({
  step: 'forget-staff-records',
  now,
  sessionsIdleBefore: new Date(now.getTime() - lifetimes.staffIdle.ms),
  sessionsBefore: new Date(now.getTime() - lifetimes.staffWhole.ms),
  actionsBefore: new Date(now.getTime() - lifetimes.staffAction.ms),
  auditsBefore: new Date(now.getTime() - lifetimes.auditRecord.ms),
  maintenancesBefore: new Date(now.getTime() - lifetimes.transferRecord.ms),
});

export function staffStorageContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });

  accountsContract<StaffKinds>(name, make, {
    account: (plain) => ({ ...plain, roles: ['operator', 'auditor'] }),
    invitation: (plain) => ({ ...plain, roles: ['auditor'] }),
    actions: (storage) => (storage as PlatformStorage).staffActions({ limit: 9 }),
  });

  contract('actions are numbered, filtered, and read newest first', async (storage) => {
    for (let i = 0; i < 5; i += 1)
      await storage.commit([
        {
          step: 'record-action',
          action: {
            at: later(i),
            staffId: i % 2 ? 'b' : 'a',
            staffName: 'x',
            verb: i < 3 ? 'one' : 'two',
            object: `${i}`,
          },
        },
      ]);
    const objects = async (query: Parameters<PlatformStorage['staffActions']>[0]) =>
      (await storage.staffActions(query)).map(({ object }) => object);
    assert.deepEqual(await objects({ limit: 3 }), ['4', '3', '2']);
    assert.deepEqual(await objects({ limit: 9, verb: 'one' }), ['2', '1', '0']);
    assert.deepEqual(await objects({ limit: 9, staffId: 'b' }), ['3', '1']);
    assert.deepEqual(await objects({ limit: 9, from: later(1), until: later(3) }), ['2', '1']);
    const third = (await storage.staffActions({ limit: 3 }))[2];
    assert.deepEqual(await objects({ limit: 9, before: third?.no }), ['1', '0']);
  });

  contract('a heartbeat keeps since when it has been as it is', async (storage) => {
    const beat = (ok: boolean, ms: number) =>
      storage.commit([{ step: 'record-heartbeat', resourceId: 'API.a', ok, at: later(ms) }]);
    await beat(true, 0);
    await beat(true, 1);
    assert.deepEqual(await storage.heartbeats(), [{ resourceId: 'API.a', ok: true, at: later(1), since: start }]);
    await beat(false, 2);
    await beat(false, 3);
    assert.deepEqual(await storage.heartbeats(), [{ resourceId: 'API.a', ok: false, at: later(3), since: later(2) }]);
  });

  contract('maintenance is listed until it is over or withdrawn', async (storage) => {
    const notice = (id: string, from: number, until: number): Maintenance => ({
      id,
      resources: ['API.a'],
      from: later(from),
      until: later(until),
      words: '更新',
      announcedAt: start,
      announcedBy: 'x',
    });
    await storage.commit([
      { step: 'announce-maintenance', maintenance: notice('b', 20, 30) },
      { step: 'announce-maintenance', maintenance: notice('a', 10, 15) },
    ]);
    const ids = async (ms: number) => (await storage.maintenances(later(ms))).map(({ id }) => id);
    assert.deepEqual(await ids(14), ['a', 'b']);
    assert.deepEqual(await ids(15), ['b']);
    await storage.commit([{ step: 'withdraw-maintenance', id: 'b', at: later(1) }]);
    assert.deepEqual(await ids(0), ['a']);
    assert.deepEqual(await storage.commit([{ step: 'withdraw-maintenance', id: 'b', at: later(2) }]), {
      ok: false,
      reason: 'maintenance-unknown',
    });
  });

  contract('an audit is expected once and handed in once; 50 at once: one', async (storage) => {
    await storage.commit([{ step: 'expect-audit', audit: audit(2025) }]);
    await storage.commit([{ step: 'expect-audit', audit: { ...audit(2025), id: 'other', dueAt: later(9) } }]);
    assert.deepEqual(await storage.audits(), [audit(2025)]);
    const file = { name: 'a.pdf', digest: 'd', bytes: new Uint8Array([37, 80]) };
    const hand = () =>
      storage.commit([{ step: 'submit-audit', id: 'audit-2025', at: later(1), summary: '摘要', file }]);
    const all = await Promise.all(Array.from({ length: 50 }, hand));
    assert.equal(all.filter(({ ok }) => ok).length, 1);
    const kept: Audit = {
      ...audit(2025),
      submittedAt: later(1),
      summary: '摘要',
      fileName: 'a.pdf',
      fileDigest: 'd',
    };
    assert.deepEqual(await storage.audit('audit-2025'), kept);
    assert.deepEqual([...((await storage.auditFile('audit-2025')) ?? [])], [37, 80]);
  });

  contract(
    'limits: the record of a yearly internal audit is kept 2 years (附件一 六-(二)), then it goes',
    async (storage) => {
      const file = { name: 'a.pdf', digest: 'd', bytes: new Uint8Array([37]) };
      await storage.commit([
        { step: 'expect-audit', audit: audit(2025) },
        { step: 'expect-audit', audit: audit(2024) },
        { step: 'submit-audit', id: 'audit-2025', at: start, summary: '摘要', file },
      ]);
      assert.ok(lifetimes.auditRecord.ms >= Date.parse('2028-11-23T01:00:00Z') - start.getTime());
      await storage.commit([forget(later(lifetimes.auditRecord.ms))]);
      assert.ok(await storage.auditFile('audit-2025'));
      await storage.commit([forget(later(lifetimes.auditRecord.ms + 1))]);
      assert.equal(await storage.audit('audit-2025'), undefined);
      assert.equal(await storage.auditFile('audit-2025'), undefined);
      assert.ok(await storage.audit('audit-2024'), 'what was never handed in is still owed');
    },
  );

  contract('old sessions, links and actions go at their time', async (storage) => {
    await storage.commit([
      { step: 'open-session', session: { hash: 's', staffId: 'x', startedAt: start } },
      { step: 'record-action', action: { at: start, staffId: 'a', staffName: 'x', verb: 'v', object: 'o' } },
    ]);
    await storage.commit([forget(later(lifetimes.staffIdle.ms - 1))]);
    assert.ok(await storage.staffSession('s'));
    await storage.commit([forget(later(lifetimes.staffIdle.ms))]);
    assert.equal(await storage.staffSession('s'), undefined);
    await storage.commit([forget(later(lifetimes.staffAction.ms))]);
    assert.equal((await storage.staffActions({ limit: 1 })).length, 1);
    await storage.commit([forget(later(lifetimes.staffAction.ms + 1))]);
    assert.equal((await storage.staffActions({ limit: 1 })).length, 0);
  });

  contract('transfer records are searched by each of their marks, page by page', async (storage) => {
    const open = (txId: string, ms: number, clientId: string, resources: readonly string[]): Step => ({
      step: 'open-journey',
      journey: {
        id: txId,
        sessionHash: 's',
        txId,
        clientId,
        resources,
        returnUrl: 'http://localhost/',
        startedAt: later(ms),
      },
    });
    await storage.commit([
      open('t1', 1, 'CLI.a', ['API.a']),
      open('t2', 2, 'CLI.b', ['API.a', 'API.ab']),
      open('t3', 2, 'CLI.a', ['API.ab']),
      { step: 'end-journey', id: 't1', txId: 't1', code: 200, at: later(3) },
    ]);
    const found = async (query: Omit<Parameters<PlatformStorage['transfers']>[0], 'limit'>, limit = 9) =>
      (await storage.transfers({ ...query, limit })).map(({ txId }) => txId);
    assert.deepEqual(await found({}), ['t3', 't2', 't1']);
    assert.deepEqual(await found({ resourceId: 'API.a' }), ['t2', 't1']);
    assert.deepEqual(await found({ clientId: 'CLI.a' }), ['t3', 't1']);
    assert.deepEqual(await found({ code: 200 }), ['t1']);
    assert.deepEqual(await found({ txId: 't2' }), ['t2']);
    assert.deepEqual(await found({ from: later(2), until: later(3) }), ['t3', 't2']);
    assert.deepEqual(await found({}, 1), ['t3']);
    assert.deepEqual(await found({ below: { startedAt: later(2), txId: 't3' } }), ['t2', 't1']);
  });
}
