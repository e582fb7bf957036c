/** What every storage must do with organisations, services, versions, keys and decisions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDefinition } from './definition.ts';
import type { PlatformStorage, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);

const organisation = {
  id: 'org-a',
  name: '嘉義縣政府',
  kind: 'local-government',
  contact: { unit: '社會局', phone: '05-3620123', email: 'social@example.gov.tw' },
  forwardedBy: '',
  forwardedNo: '',
  state: 'applied',
  appliedAt: start,
  invented: false,
} as const;

const service = {
  id: 'service-a',
  organisationId: 'org-a',
  clientId: 'CLI.aaaaaaaaaa',
  name: '急難救助',
  state: { phase: 'test', version: 1 },
  createdAt: start,
  fromFile: false,
} as const;

const key = (id: string, role: 'next' | 'current' | 'former', clientId: string = service.clientId): Step => ({
  step: 'add-client-key',
  key: { id, clientId, sealed: new Uint8Array([1, 2, 3]), createdAt: start, role },
});

export function registryContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });
  const done = async (storage: PlatformStorage, ...plan: Step[]) =>
    assert.deepEqual(await storage.commit(plan), { ok: true });
  const refused = async (storage: PlatformStorage, reason: string, ...plan: Step[]) =>
    assert.deepEqual(await storage.commit(plan), { ok: false, reason });

  contract('an organisation moves from the state that the mover saw', async (storage) => {
    await done(storage, { step: 'add-organisation', organisation });
    await refused(storage, 'organisation-known', { step: 'add-organisation', organisation });
    assert.deepEqual(await storage.organisation('org-a'), organisation);
    const move: Step = { step: 'move-organisation', id: 'org-a', from: 'applied', to: 'joined' };
    await done(storage, move);
    await refused(storage, 'organisation-moved', move);
    assert.equal((await storage.organisation('org-a'))?.state, 'joined');
    await done(storage, { step: 'amend-organisation', organisation: { ...organisation, name: '嘉義縣' } });
    const newer = { ...organisation, id: 'org-b', appliedAt: later(1) };
    await done(storage, { step: 'add-organisation', organisation: newer });
    assert.deepEqual(
      (await storage.organisations()).map(({ id, name }) => [id, name]),
      [
        ['org-b', '嘉義縣政府'],
        ['org-a', '嘉義縣'],
      ],
    );
  });

  contract('a service moves once per revision, and its announced day stays a day', async (storage) => {
    await done(storage, { step: 'add-service', service });
    await refused(storage, 'client-known', { step: 'add-service', service: { ...service, id: 'service-b' } });
    const state = {
      phase: 'live',
      version: 1,
      announced: { what: 'change', version: 2, agreed: false, effectiveAt: later(1000) },
    } as const;
    const move: Step = { step: 'move-service', id: service.id, revision: 1, state, name: '新名稱' };
    await done(storage, move);
    await refused(storage, 'service-moved', move);
    const read = await storage.serviceOfClient(service.clientId);
    assert.deepEqual(read, { ...service, name: '新名稱', state, revision: 2 });
    assert.deepEqual(await storage.service(service.id), read);
    assert.deepEqual(await storage.registeredServices('org-a'), [read]);
    assert.deepEqual(await storage.registeredServices('org-b'), []);
    assert.equal((await storage.registeredServices()).length, 1);
  });

  contract('fifty that decide on one sight of a service: one moves it', async (storage) => {
    await done(storage, { step: 'add-service', service });
    const move: Step = { step: 'move-service', id: service.id, revision: 1, state: { phase: 'trial', version: 1 } };
    const results = await Promise.all(Array.from({ length: 50 }, () => storage.commit([move])));
    assert.equal(results.filter(({ ok }) => ok).length, 1);
  });

  contract('versions are added, never changed', async (storage) => {
    const version = { serviceId: service.id, no: 1, definition: emptyDefinition, findings: [], submittedAt: start };
    await done(storage, { step: 'add-version', version });
    await refused(storage, 'version-known', { step: 'add-version', version });
    await done(storage, { step: 'add-version', version: { ...version, no: 2 } });
    assert.deepEqual(
      (await storage.serviceVersions(service.id)).map(({ no }) => no),
      [1, 2],
    );
    assert.equal((await storage.serviceVersion(service.id, 2))?.definition.name, '');
    assert.equal(await storage.serviceVersion(service.id, 3), undefined);
  });

  contract('a new key stands beside the old, takes over, and the old retires', async (storage) => {
    await done(storage, key('one', 'current'), key('two', 'next'), key('else', 'current', 'CLI.bbbbbbbbbb'));
    await refused(storage, 'key-pending', key('three', 'next'));
    await refused(storage, 'key-moved', { step: 'drop-client-key', clientId: service.clientId, keyId: 'one' });
    const roles = async () => (await storage.clientKeys(service.clientId)).map(({ id, role }) => [id, role]);
    assert.deepEqual(await roles(), [
      ['one', 'current'],
      ['two', 'next'],
    ]);
    const change: Step = {
      step: 'switch-client-key',
      clientId: service.clientId,
      keyId: 'two',
      retiresAt: later(1000),
    };
    await done(storage, change);
    await refused(storage, 'key-moved', change);
    assert.deepEqual(await roles(), [
      ['two', 'current'],
      ['one', 'former'],
    ]);
    const forget = (now: Date): Step => ({
      step: 'forget-old',
      now,
      journeysBefore: start,
      noticesBefore: start,
      recordsBefore: start,
    });
    await done(storage, forget(later(999)));
    assert.equal((await roles()).length, 2);
    await done(storage, forget(later(1000)));
    assert.deepEqual(await roles(), [['two', 'current']]);
    const [left] = await storage.clientKeys(service.clientId);
    assert.deepEqual([...(left?.sealed ?? [])], [1, 2, 3]);
    assert.equal((await storage.clientKeys('CLI.bbbbbbbbbb')).length, 1);
  });

  contract('an organisation has one service of a name; another may have its own', async (storage) => {
    await done(storage, { step: 'add-service', service: { ...service, ownId: 'relief' } });
    const next = { ...service, id: 'service-b', clientId: 'CLI.bbbbbbbbbb' };
    await refused(storage, 'client-known', { step: 'add-service', service: { ...next, ownId: 'relief' } });
    await done(storage, { step: 'add-service', service: { ...next, ownId: 'relief', organisationId: 'org-b' } });
    assert.equal((await storage.ownService('org-a', 'relief'))?.id, 'service-a');
    assert.equal((await storage.ownService('org-b', 'relief'))?.id, 'service-b');
    assert.equal(await storage.ownService('org-a', 'other'), undefined);
    // Those without a name of their own are no names.
    await done(storage, { step: 'add-service', service: { ...service, id: 'c', clientId: 'CLI.cccccccccc' } });
    await done(storage, { step: 'add-service', service: { ...service, id: 'd', clientId: 'CLI.dddddddddd' } });
    assert.equal('ownId' in ((await storage.service('c')) ?? {}), false);
    const move: Step = { step: 'move-service', id: 'service-a', revision: 1, state: { phase: 'trial', version: 1 } };
    await done(storage, move);
    assert.equal((await storage.service('service-a'))?.ownId, 'relief');
  });

  contract('a key waits until its owner has it, once', async (storage) => {
    const waiting = { id: 'k', clientId: service.clientId, sealed: new Uint8Array([1]), createdAt: start } as const;
    await done(storage, { step: 'add-client-key', key: { ...waiting, role: 'current', waitsSince: start } });
    assert.deepEqual((await storage.clientKeys(service.clientId))[0]?.waitsSince, start);
    const over: Step = { step: 'hand-over-client-key', clientId: service.clientId, keyId: 'k' };
    await refused(storage, 'key-moved', { ...over, clientId: 'CLI.bbbbbbbbbb' });
    await done(storage, over);
    await refused(storage, 'key-moved', over);
    const [key] = await storage.clientKeys(service.clientId);
    assert.equal(key?.waitsSince, undefined);
    assert.equal(key?.role, 'current');
  });

  contract('registry accounts are made, renewed and revoked, each once', async (storage) => {
    const account = {
      id: 'REG.aaaaaaaaaa',
      organisationId: 'org-a',
      secretHash: 'hash-1',
      createdAt: start,
      createdBy: 'chen',
    } as const;
    await done(storage, { step: 'add-registry-account', account });
    await refused(storage, 'registry-account-known', { step: 'add-registry-account', account });
    assert.deepEqual(await storage.registryAccount(account.id), account);
    const renew: Step = { step: 'renew-registry-account', id: account.id, secretHash: 'hash-2', at: later(1) };
    await done(storage, renew);
    assert.deepEqual(await storage.registryAccount(account.id), {
      ...account,
      secretHash: 'hash-2',
      renewedAt: later(1),
    });
    const second = { ...account, id: 'REG.bbbbbbbbbb', createdAt: later(2) };
    await done(storage, { step: 'add-registry-account', account: second });
    const revoke: Step = { step: 'revoke-registry-account', id: account.id, at: later(3) };
    await done(storage, revoke);
    await refused(storage, 'registry-account-moved', revoke);
    await refused(storage, 'registry-account-moved', renew);
    assert.deepEqual(
      (await storage.registryAccounts('org-a')).map(({ id, revokedAt }) => [id, revokedAt]),
      [
        [account.id, later(3)],
        [second.id, undefined],
      ],
    );
    assert.deepEqual(await storage.registryAccounts('org-b'), []);
    assert.equal(await storage.registryAccount('REG.zzzzzzzzzz'), undefined);
  });

  contract('testers belong to one service', async (storage) => {
    await done(storage, { step: 'add-tester', serviceId: 'service-a', personHash: 'p', at: start });
    await done(storage, { step: 'add-tester', serviceId: 'service-a', personHash: 'p', at: later(1) });
    assert.equal(await storage.isTester('service-a', 'p'), true);
    assert.equal(await storage.isTester('service-b', 'p'), false);
    assert.equal(await storage.testerCount('service-a'), 1);
    await done(storage, { step: 'drop-testers', serviceId: 'service-a' });
    assert.equal(await storage.isTester('service-a', 'p'), false);
  });

  contract('decisions stand in order with their reasons', async (storage) => {
    const decision = {
      subject: 'service',
      subjectId: 'service-a',
      version: 1,
      at: start,
      by: 'chen',
      side: 'operator',
      what: 'answer',
      question: 'dataset-limit:extraDatasetsBasis',
      reason: '依據足夠',
    } as const;
    const { question: _, version: __, ...bare } = decision;
    await done(
      storage,
      { step: 'record-decision', decision },
      { step: 'record-decision', decision: { ...bare, what: 'approve' } },
    );
    assert.deepEqual(await storage.registryDecisions('service-a'), [decision, { ...bare, what: 'approve' }]);
    assert.deepEqual(await storage.registryDecisions('service-b'), []);
  });
}
