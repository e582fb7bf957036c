import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPlatformStorage } from '../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../adapters/sqlite/platform/storage.ts';
import { Browser, entryUrl } from './app.fixture.ts';
import { ofJourneys, platformKinds, platformSpaceDefaults } from './space.ts';
import { signedIn, staffedWorld } from './staff/staff.fixture.ts';

test('where what journeys need is full, nobody arrives, and who is under way goes on', async () => {
  const sizes = Object.fromEntries(platformKinds.map((kind) => [kind, 0])) as Record<
    keyof typeof platformSpaceDefaults,
    number
  >;
  const made = await staffedWorld({ storage: { ...memoryPlatformStorage(), sizes: async () => sizes } });
  for (const kind of ofJourneys) {
    sizes[kind] = 0;
    const browser = new Browser(made.app);
    const { path } = await browser.open(entryUrl());
    sizes[kind] = platformSpaceDefaults[kind];
    const refused = await made.app.request(entryUrl());
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '600'], kind);
    assert.match(await refused.text(), /儲存空間已滿/);
    assert.equal((await browser.open(path)).response.status, 200);
    sizes[kind] = 0;
  }
  sizes.registry = platformSpaceDefaults.registry;
  assert.equal((await made.app.request(entryUrl())).status, 302, 'journeys need nothing of it');
});

test('from four fifths on operators are told on their page, and the log once', async () => {
  const sizes = Object.fromEntries(platformKinds.map((kind) => [kind, 0])) as Record<
    keyof typeof platformSpaceDefaults,
    number
  >;
  const made = await staffedWorld({ storage: { ...memoryPlatformStorage(), sizes: async () => sizes } });
  sizes.log = platformSpaceDefaults.log * 0.8;
  assert.match(
    (await (await signedIn(made, 'operator')).open('/operator')).text,
    /紀錄與稽核日誌已用 160 GB，上限 200 GB（80%）/,
  );
  assert.doesNotMatch((await (await signedIn(made, 'reviewer')).open('/operator')).text, /儲存空間/);
  for (const _ of [1, 2, 3]) await made.app.sweep();
  assert.equal(made.log.filter(({ message }) => message === 'space is getting short').length, 1);
});

test('the sums of SQLite follow a journey', async () => {
  const storage = sqlitePlatformStorage(':memory:');
  const made = await staffedWorld({ storage });
  const before = await storage.sizes();
  await made.app.request(entryUrl());
  const after = await storage.sizes();
  assert.deepEqual(Object.keys(after).sort(), [...platformKinds].sort());
  assert.ok(after.journeys > before.journeys);
  await storage.close();
});
