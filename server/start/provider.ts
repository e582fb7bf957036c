/** The data provider, ready to serve: keys, records of the invented people, app. */
import { mkdir } from 'node:fs/promises';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { sqliteProviderStorage } from '../adapters/sqlite/provider/storage.ts';
import { createApp } from '../provider/app.ts';
import { openKeys } from '../provider/keys.ts';
import { seed } from '../provider/seed.ts';
import { forgetOld } from '../provider/services/forget-old.ts';
import { placeOf } from './folders/place.ts';
import { withWitness } from '../witness/open-witness.ts';
import type { Party, Setting } from './party.ts';

/** Makes folder, keys and database at the first start. Does not listen yet. */
export async function startProvider({
  config,
  residents,
  clock,
  testClock,
  ownPeople,
  log,
  fetch,
}: Setting): Promise<Party> {
  const place = placeOf(config, 'provider');
  const { data, keys: keyFolder, database } = place;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const keys = await openKeys(keyFolder, inUse.values(), clock);
  const storage = sqliteProviderStorage(database);
  await seed(storage, residents);
  const closing = new AbortController();
  const app = createApp({
    storage,
    closing: closing.signal,
    clock,
    ...(testClock && { testClock }),
    ...(ownPeople && { ownPeople }),
    keys,
    log,
    fetch,
    config: {
      urls: { platform: config.urls.platform, provider: config.urls.provider },
      catalogue: inUse,
      preparationSeconds: Object.fromEntries(
        [...inUse.values()].map(({ id, minutes }) => [id, (minutes ?? 0) * config.preparationMinute]),
      ),
      sandbox: config.environment === 'test',
      people: residents,
    },
  });
  return {
    name: 'provider',
    label: 'provider',
    portVariable: 'MYDATA_PROVIDER_PORT',
    title: '資料提供者（模擬）',
    port: config.ports.provider,
    url: config.urls.provider,
    fetch: await withWitness(app, {
      place,
      url: config.urls.provider,
      platformUrl: config.urls.platform,
      clock,
      fetch,
    }),
    sweep: () => forgetOld({ storage, clock }),
    async quiet() {
      closing.abort();
    },
    close: () => storage.close(),
  };
}
