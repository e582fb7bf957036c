/** What every engine must do with offices, roles and owners, races included. Called by each adapter's test. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffRole } from '../staff/role.ts';
import type { CountyStep, CountyStorage } from '../storage.ts';

const at = '2026-11-23T01:00:00.000Z';
const say = (text: string) => ({ 'zh-Hant': text, en: text });

export function officesStorageContract(engine: string, make: () => Promise<CountyStorage>): void {
  describe(`offices' storage on ${engine}`, () => {
    let storage: CountyStorage;
    before(async () => {
      storage = await make();
    });
    after(() => storage.close());

    const ok = async (...plan: CountyStep[]) => assert.deepEqual(await storage.commit(plan), { ok: true });
    const refused = async (reason: string, ...plan: CountyStep[]) =>
      assert.deepEqual(await storage.commit(plan), { ok: false, reason });

    const office = (id: string, parent?: string): CountyStep => ({
      step: 'add-office',
      office: { id, name: say(id), ...(parent !== undefined && { parent }) },
    });
    const move = (id: string, parent: string): CountyStep => ({ step: 'move-office', id, parent });
    const account = (id: string): CountyStep => ({
      step: 'add-account',
      account: {
        id,
        login: id,
        name: id,
        password: '',
        totp: new Uint8Array([1]),
        totpStep: 0,
        createdAt: new Date(at),
      },
    });
    const give = (staff: string, place: string, role: StaffRole): CountyStep => ({
      step: 'give-role',
      membership: { staff, office: place, role },
    });
    const take = (staff: string, place: string, role: StaffRole): CountyStep => ({
      step: 'take-role',
      membership: { staff, office: place, role },
    });
    const parentOf = async (id: string) => (await storage.offices()).find((one) => one.id === id)?.parent;

    it('one organisation, and offices below it', async () => {
      await refused('office-unknown', office('a', 'county'));
      await ok(office('county'));
      await refused('office-taken', office('another'));
      await ok(office('a', 'county'), office('a1', 'a'), office('a2', 'a1'), office('b', 'county'));
      await refused('office-taken', office('a', 'b'));
      await refused('office-unknown', office('c', 'nowhere'));
      assert.deepEqual(
        (await storage.offices()).map(({ id, parent }) => [id, parent]),
        [
          ['county', undefined],
          ['a', 'county'],
          ['a1', 'a'],
          ['a2', 'a1'],
          ['b', 'county'],
        ],
      );
      await ok({ step: 'rename-office', id: 'b', name: say('乙') });
      assert.deepEqual((await storage.offices()).find(({ id }) => id === 'b')?.name, say('乙'));
      await refused('office-unknown', { step: 'rename-office', id: 'nowhere', name: say('丙') });
    });

    it('moves an office with all below it, and never into a circle', async () => {
      await refused('office-cycle', move('a', 'a2'));
      await refused('office-cycle', move('a', 'a'));
      await refused('office-cycle', move('county', 'a'));
      await refused('office-unknown', move('a', 'nowhere'));
      await ok(move('a1', 'b'));
      assert.deepEqual([await parentOf('a1'), await parentOf('a2')], ['b', 'a1']);
      await ok(move('a1', 'a'));
    });

    it('of two moves that make a circle together one gets through', async () => {
      const results = await Promise.all([storage.commit([move('a', 'b')]), storage.commit([move('b', 'a')])]);
      assert.equal(results.filter((result) => result.ok).length, 1);
      await ok((await parentOf('a')) === 'b' ? move('a', 'county') : move('b', 'county'));
    });

    it('gives a role once to an open account in an open office, and takes it once', async () => {
      await ok(account('ann'), give('ann', 'a', 'designer'), give('ann', 'a', 'publisher'));
      await refused('role-held', give('ann', 'a', 'designer'));
      await refused('account-unknown', give('nobody', 'a', 'designer'));
      await refused('office-unknown', give('ann', 'nowhere', 'designer'));
      assert.deepEqual(await storage.membershipsOf('ann'), [
        { staff: 'ann', office: 'a', role: 'designer' },
        { staff: 'ann', office: 'a', role: 'publisher' },
      ]);
      await ok(take('ann', 'a', 'publisher'));
      await refused('role-unknown', take('ann', 'a', 'publisher'));
      assert.equal((await storage.memberships()).length, 1);
    });

    it('somebody always administers the whole organisation', async () => {
      await ok(account('eve'), account('dan'), account('cai'), give('eve', 'county', 'administrator'));
      await ok(give('cai', 'a', 'administrator'));
      await refused('last-administrator', take('eve', 'county', 'administrator'));
      await refused('last-administrator', { step: 'close-account', id: 'eve', at: new Date(at) });
      await ok(give('dan', 'county', 'administrator'));
      const results = await Promise.all([
        storage.commit([take('eve', 'county', 'administrator')]),
        storage.commit([{ step: 'close-account', id: 'dan', at: new Date(at) }]),
      ]);
      assert.equal(results.filter((result) => result.ok).length, 1);
      await ok(take('cai', 'a', 'administrator'));
    });

    it('a service belongs to one office, and moves from where it is', async () => {
      await ok({ step: 'own-service', service: 'relief', office: 'a' });
      await refused('owner-known', { step: 'own-service', service: 'relief', office: 'b' });
      await refused('office-unknown', { step: 'own-service', service: 'card', office: 'nowhere' });
      await refused('owner-other', { step: 'move-service', service: 'relief', from: 'b', to: 'a' });
      await refused('owner-other', { step: 'move-service', service: 'relief', from: 'a', to: 'a' });
      const moves = ['a1', 'a2'].map((to) =>
        storage.commit([{ step: 'move-service', service: 'relief', from: 'a', to }]),
      );
      assert.equal((await Promise.all(moves)).filter((result) => result.ok).length, 1);
      const owner = await storage.serviceOwner('relief');
      assert.deepEqual(await storage.serviceOwners(), [owner]);
      assert.equal(await storage.serviceOwner('card'), undefined);
      await ok({ step: 'move-service', service: 'relief', from: owner!.office, to: 'b' });
    });

    it('closes an office where nothing stands or belongs, and its roles end', async () => {
      const close = (id: string): CountyStep => ({ step: 'close-office', id, at });
      await refused('office-in-use', close('county'));
      await refused('office-in-use', close('a'));
      await refused('office-in-use', close('b'));
      await ok(give('ann', 'a2', 'clerk'), close('a2'), close('a1'), close('a'));
      assert.deepEqual(
        (await storage.membershipsOf('ann')).filter(({ office: place }) => place !== 'county'),
        [],
      );
      await refused('office-unknown', close('a'));
      await refused('office-unknown', office('c', 'a'));
      await refused('office-unknown', give('ann', 'a', 'clerk'));
      await refused('office-unknown', { step: 'move-service', service: 'relief', from: 'b', to: 'a' });
    });

    it('nothing of a plan stays where one of its steps fails', async () => {
      await refused('office-unknown', office('kept-out', 'county'), move('kept-out', 'nowhere'));
      assert.equal(await parentOf('kept-out'), undefined);
    });
  });
}
