/** What every storage must do with the entries of data providers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlatformStorage, ProviderEntry } from '../storage.ts';

const at = new Date('2026-11-23T01:00:00Z');

const entry = (resourceId: string, more: Partial<ProviderEntry> = {}): ProviderEntry => ({
  resourceId,
  url: `https://dp.example/${resourceId}`,
  method: 'GET',
  token: 'bearer',
  dates: 'yyyy/MM/dd',
  sealed: new Uint8Array([1, 2, 3]),
  source: 'console',
  changedAt: at,
  changedBy: '陳維運',
  ...more,
});

export function providersContract(name: string, make: () => PlatformStorage | Promise<PlatformStorage>): void {
  const contract = (rule: string, body: (storage: PlatformStorage) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => {
      const storage = await make();
      await body(storage);
      await storage.close();
    });
  const ok = { ok: true } as const;

  contract('an entry is kept whole, and another takes its place whole', async (storage) => {
    const full = entry('API.b', {
      method: 'POST',
      token: 'bare',
      dates: 'yyyy-MM-dd',
      heartbeatUrl: 'https://dp.example/up',
      ca: 'CA',
      crl: 'CRL',
      agency: { O: '內政部', OU: '戶政司' },
    });
    assert.deepEqual(await storage.commit([{ step: 'set-provider', entry: full }]), ok);
    assert.deepEqual(await storage.providerEntry('API.b'), full);
    assert.equal(await storage.providerEntry('API.a'), undefined);
    const plain = entry('API.b', { sealed: new Uint8Array([9]) });
    assert.deepEqual(await storage.commit([{ step: 'set-provider', entry: plain }]), ok);
    assert.deepEqual(await storage.providerEntry('API.b'), plain);
    await storage.commit([{ step: 'set-provider', entry: entry('API.a') }]);
    assert.deepEqual(await storage.providerEntries(), [entry('API.a'), plain]);
  });

  contract('what the file says nobody changes at the console, nor the other way round', async (storage) => {
    const ofFile = entry('API.a', { source: 'file' });
    await storage.commit([
      { step: 'set-provider', entry: ofFile },
      { step: 'set-provider', entry: entry('API.b') },
    ]);
    const refused = async (plan: Parameters<PlatformStorage['commit']>[0]) => {
      const result = await storage.commit(plan);
      return result.ok ? 'ok' : result.reason;
    };
    assert.equal(await refused([{ step: 'set-provider', entry: entry('API.a') }]), 'provider-of-file');
    assert.equal(
      await refused([{ step: 'remove-provider', resourceId: 'API.a', source: 'console' }]),
      'provider-unknown',
    );
    assert.equal(
      await refused([{ step: 'set-provider', entry: entry('API.b', { source: 'file' }) }]),
      'provider-of-console',
    );
    assert.deepEqual(await storage.providerEntries(), [ofFile, entry('API.b')]);
  });

  contract('removed, once', async (storage) => {
    await storage.commit([{ step: 'set-provider', entry: entry('API.a') }]);
    const remove = { step: 'remove-provider', resourceId: 'API.a', source: 'console' } as const;
    assert.deepEqual(await storage.commit([remove]), ok);
    assert.deepEqual(await storage.providerEntries(), []);
    assert.deepEqual(await storage.commit([remove]), { ok: false, reason: 'provider-unknown' });
  });

  contract('what a server said says nothing of another', async (storage) => {
    const beat = { step: 'record-heartbeat', resourceId: 'API.a', ok: false, at } as const;
    await storage.commit([beat, { ...beat, resourceId: 'API.b' }]);
    await storage.commit([{ step: 'set-provider', entry: entry('API.a') }]);
    assert.deepEqual(
      (await storage.heartbeats()).map(({ resourceId }) => resourceId),
      ['API.b'],
    );
    await storage.commit([beat]);
    await storage.commit([{ step: 'remove-provider', resourceId: 'API.a', source: 'console' }]);
    assert.deepEqual(
      (await storage.heartbeats()).map(({ resourceId }) => resourceId),
      ['API.b'],
    );
  });
}
