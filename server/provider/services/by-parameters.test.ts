import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { writeCsv } from '#schemas/normalise/write-csv.ts';
import { callDataset, household, testProvider, uid } from '../provider.fixture.ts';
import { byParameters, readChosen } from './by-parameters.ts';

const land = '地籍資料\r\n縣市,鄉鎮市區\r\n嘉義縣,太保市\r\n臺南市,後壁區\r\n';
const cars = [
  { plateNo: 'ABC-1234', carType: '自用小客車' },
  { plateNo: 'MTK-055', carType: '普通重型機車' },
];

test('a county keeps the rows of that county, below the same header', () => {
  assert.equal(
    byParameters(land, new Map([['county', '台南市']])),
    writeCsv([['地籍資料'], ['縣市', '鄉鎮市區'], ['臺南市', '後壁區']]),
  );
  assert.equal(byParameters(land, new Map([['county', '屏東縣']])), undefined);
  assert.equal(byParameters(land, new Map()), land);
});

test('a plate and a class of vehicle keep what they name, wherever the list lies', () => {
  assert.deepEqual(byParameters(cars, new Map([['plateNo', 'abc1234']])), [cars[0]]);
  assert.deepEqual(byParameters(cars, new Map([['vehicleClass', '機車']])), [cars[1]]);
  assert.equal(byParameters({ responseData: cars }, new Map([['plateNo', 'ZZZ-0000']])), undefined);
  const stated = { 課稅年度: '114年', 車輛: [{ 車牌號碼: 'ABC-1234', 車輛種類: '汽車' }] };
  assert.deepEqual(byParameters(stated, new Map([['vehicleClass', '汽車']])), stated);
  assert.equal(byParameters(stated, new Map([['vehicleClass', '機車']])), undefined);
});

test('a parameter that chooses nothing leaves the record as it is', () => {
  assert.deepEqual(byParameters({ a: [] }, new Map([['year', '114']])), { a: [] });
  assert.deepEqual(byParameters({ a: [], b: null }, new Map([['plateNo', 'ABC-1234']])), { a: [], b: null });
});

test('values come percent-encoded; only the dataset’s own parameters are read', () => {
  const headers: Record<string, string> = { county: encodeURIComponent('嘉義縣'), plateNo: 'ABC-1234' };
  const dataset = inUse.get('API.KvvyRZSc5K')!;
  assert.deepEqual([...readChosen(dataset, (name) => headers[name])], [['county', '嘉義縣']]);
  assert.throws(() => readChosen(dataset, () => '%E5%'), URIError);
  const none = (): undefined => undefined;
  assert.deepEqual([...readChosen(dataset, none, { county: '嘉義縣 100%', other: 1 })], [['county', '嘉義縣 100%']]);
  assert.deepEqual([...readChosen(dataset, none, { county: '' })], []);
  assert.deepEqual([...readChosen(dataset, (name) => headers[name], { county: '臺南市' })], [['county', '嘉義縣']]);
  for (const body of [[], 'x', null, { county: 7 }]) assert.throws(() => readChosen(dataset, none, body), TypeError);
});

test('over the interface: chosen rows, 204 where none is left, 400 for what cannot be read', async () => {
  const provider = await testProvider();
  const vehicle = 'API.60GGfgGX1A';
  await provider.storage.commit([{ step: 'put-record', record: { resourceId: vehicle, uid, payload: cars } }]);
  provider.platform.introspection = () => Response.json({ active: true, verification: 'CER' });
  const status = async (plateNo: string): Promise<number> => (await callDataset(provider, { plateNo }, vehicle)).status;
  assert.equal(await status('ABC-1234'), 200);
  assert.equal(await status('ZZZ-0000'), 204);
  assert.equal(await status('%E5%'), 400);
  assert.equal((await callDataset(provider, { plateNo: '%E5%' }, household)).status, 200, 'not a parameter of it');
});
