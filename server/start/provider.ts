/** The data provider, ready to serve: keys, records of the invented people, app. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inUse } from '../../schemas/datasets/catalogue.ts';
import { sqliteProviderStorage } from '../adapters/sqlite/provider/storage.ts';
import { createApp } from '../provider/app.ts';
import { openKeys } from '../provider/keys.ts';
import { seed } from '../provider/seed.ts';
import { forgetOld } from '../provider/services/forget-old.ts';
import type { Party, Setting } from './party.ts';

export async function startProvider({ config, residents, clock, log, fetch }: Setting): Promise<Party> {
  const folder = join(config.dataFolder, 'provider');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = await openKeys(folder, inUse.values(), clock);
  const storage = sqliteProviderStorage(join(folder, 'provider.db'));
  await seed(storage, residents);
  const app = createApp({
    storage,
    clock,
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
    fetch: app.fetch,
    sweep: () => forgetOld({ storage, clock }),
    async quiet() {},
    close: () => storage.close(),
  };
}
