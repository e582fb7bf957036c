/** What every storage must do with signatures made at service providers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlatformStorage, Step } from '../storage.ts';

const start = new Date('2026-11-23T01:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const person = { epoch: start.toISOString(), wrappedKey: Buffer.alloc(60, 7), sealed: Buffer.from('person') };

const salt = { step: 'issue-salt', txId: 'tx', clientId: 'CLI.a', saltHash: 'one', expiresAt: later(100) } as const;
const sign = { step: 'use-salt', txId: 'tx', clientId: 'CLI.a', saltHash: 'one', at: later(99), person } as const;
const open = { step: 'use-signature', txId: 'tx', clientId: 'CLI.a', signedAfter: start } as const;

export function signaturesContract(name: string, make: () => PlatformStorage): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = make();
      await body(storage);
      await storage.close();
    });
  const race = async (storage: PlatformStorage, step: Step): Promise<number> =>
    (await Promise.all(Array.from({ length: 50 }, () => storage.commit([step])))).filter(({ ok }) => ok).length;

  contract('of 50 signatures over one salt one counts, and of 50 arrivals one opens', async (storage) => {
    await storage.commit([salt]);
    assert.equal(await race(storage, sign), 1);
    const signed = await storage.spSignature('tx');
    assert.deepEqual([signed?.state, signed?.signedAt], ['signed', later(99)]);
    assert.equal(Buffer.from(signed?.person?.sealed ?? []).toString(), 'person');
    assert.equal(await race(storage, open), 1);
    const used = await storage.spSignature('tx');
    assert.deepEqual([used?.state, used?.person], ['used', undefined]);
  });

  contract('a salt is good until its time, for its service provider, and only the last one', async (storage) => {
    await storage.commit([salt]);
    const spent = { ok: false, reason: 'salt-spent' };
    assert.deepEqual(await storage.commit([{ ...sign, at: later(100) }]), spent);
    assert.deepEqual(await storage.commit([{ ...sign, clientId: 'CLI.b' }]), spent);
    assert.deepEqual(await storage.commit([{ ...sign, saltHash: 'two' }]), spent);
    assert.ok((await storage.commit([{ ...salt, saltHash: 'two', expiresAt: later(200) }])).ok);
    assert.deepEqual(await storage.commit([sign]), spent);
    assert.ok((await storage.commit([{ ...sign, saltHash: 'two', at: later(199) }])).ok);
  });

  contract('no salt under a tx_id that is signed, or that another service provider began', async (storage) => {
    const known = { ok: false, reason: 'signature-known' };
    await storage.commit([salt]);
    assert.deepEqual(await storage.commit([{ ...salt, clientId: 'CLI.b' }]), known);
    await storage.commit([sign]);
    assert.deepEqual(await storage.commit([salt]), known);
    await storage.commit([open]);
    assert.deepEqual(await storage.commit([salt]), known);
  });

  contract('a signature opens nothing for another, nor when it is too old; it is forgotten', async (storage) => {
    const spent = { ok: false, reason: 'signature-spent' };
    await storage.commit([salt]);
    assert.deepEqual(await storage.commit([open]), spent);
    await storage.commit([sign]);
    assert.deepEqual(await storage.commit([{ ...open, clientId: 'CLI.b' }]), spent);
    assert.deepEqual(await storage.commit([{ ...open, signedAfter: later(99) }]), spent);
    const forget = { step: 'forget-old', now: start, noticesBefore: start, recordsBefore: start } as const;
    await storage.commit([{ ...forget, journeysBefore: later(100) }]);
    assert.ok(await storage.spSignature('tx'));
    await storage.commit([{ ...forget, journeysBefore: later(101) }]);
    assert.equal(await storage.spSignature('tx'), undefined);
  });
}
