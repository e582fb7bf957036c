import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { mapForm } from '#schemas/mapping/map.ts';
import { askedOf } from '#schemas/services/asked.ts';
import { askedDatasets } from './asked.ts';
import { loadFolders } from './load-folders.ts';
import { ServiceFilesError } from './load-services.ts';

const folder = (county: string): string =>
  fileURLToPath(new URL(`../../../schemas/services/${county}`, import.meta.url));

test('Hualien’s permit stands beside the services of Chiayi', async () => {
  const services = await loadFolders([folder('chiayi'), folder('hualien')]);
  const permit = services.at(-1)!;
  assert.equal(permit.service.id, 'disabled-parking');
  assert.equal(permit.service.county, '花蓮縣');
  // Handbook figure 8 and table 8: household, vehicle and licence instead of three papers.
  assert.deepEqual(
    askedDatasets(askedOf(permit), permit.service, permit.form).all.map(({ name }) => name['zh-Hant']),
    ['個人戶籍資料', '車籍資料', '駕籍資料'],
  );
  assert.deepEqual(
    services.filter(({ service }) => !service.modes.includes('counter')),
    [],
  );
});

test('the permit fills itself from what the three agencies send', async () => {
  const [permit] = await loadFolders([folder('hualien')]);
  const { service, form } = permit!;
  const provenance = { dataset: '', datasetName: '', agency: '', issuedAt: '', packageDigest: '' };
  const file = new URL('../../sandbox/residents/chen-hsiao-ling.json', import.meta.url);
  const { records } = JSON.parse(await readFile(file, 'utf8')) as { readonly records: Record<string, JsonValue> };
  const payloads: Record<string, JsonValue> = {
    'API.60GGfgGX1A': [
      { plateNo: 'ABC-1234', carType: '自用小客車', ownerId: 'A123456789', ownerName: '陳筱玲', txnName: '正常' },
    ],
    'API.n0c9qVZBQI': {
      driverData: {
        driverId: 'A123456789',
        driverName: '陳筱玲',
        licenceList: [{ licTypeName: '普通小型車', licStatusName: '正常' }],
      },
    },
    'API.7QovE2Gev6': records['API.7QovE2Gev6']!,
  };
  const received = new Map(
    service.datasets.map((id) => [
      id as string,
      { normalised: datasets.get(id as string)!.normalise(payloads[id as string]!), provenance },
    ]),
  );
  const { values, missing } = mapForm(form, received, { today: '2026-11-23' });
  assert.deepEqual(missing, {});
  assert.equal(values['plateNo']?.value, 'ABC-1234');
  assert.equal(values['licenceKinds']?.value, '普通小型車');
});

test('one id in two folders is refused', async () => {
  await assert.rejects(
    loadFolders([folder('hualien'), folder('hualien')]),
    (error: ServiceFilesError) => error instanceof ServiceFilesError && error.problems[0]?.code === 'service-twice',
  );
});
