import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinAddress, splitAddress, splitRest } from './address.ts';
import { counties, isCounty } from './counties.ts';
import { isTownOf, towns } from './towns.ts';

const rows: readonly [written: string, county: string | undefined, town: string | undefined, rest: string][] = [
  ['嘉義縣太保市祥和里001鄰祥和一路東段１號', '嘉義縣', '太保市', '祥和里001鄰祥和一路東段1號'],
  ['臺灣省嘉義縣民雄鄉東榮村10號', '嘉義縣', '民雄鄉', '東榮村10號'],
  ['台灣省嘉義縣民雄鄉東榮村10號', '嘉義縣', '民雄鄉', '東榮村10號'],
  ['福建省金門縣金城鎮民生路60號', '金門縣', '金城鎮', '民生路60號'],
  ['612嘉義縣太保市祥和一路1號', '嘉義縣', '太保市', '祥和一路1號'],
  ['612009 嘉義縣太保市祥和一路1號', '嘉義縣', '太保市', '祥和一路1號'],
  ['台北市中正區重慶南路1段122號', '臺北市', '中正區', '重慶南路1段122號'],
  ['臺北縣板橋市中山路1段161號', '新北市', '板橋區', '中山路1段161號'],
  ['桃園縣桃園市縣府路1號', '桃園市', '桃園區', '縣府路1號'],
  ['臺中縣豐原市陽明街36號', '臺中市', '豐原區', '陽明街36號'],
  ['台南縣新市鄉中興街12號', '臺南市', '新市區', '中興街12號'],
  ['高雄縣三民鄉民權村5號', '高雄市', '那瑪夏區', '民權村5號'],
  ['高雄市三民區建國路5號', '高雄市', '三民區', '建國路5號'],
  ['臺南市西區民生路5號', '臺南市', '中西區', '民生路5號'],
  ['彰化縣員林鎮中山路1號', '彰化縣', '員林市', '中山路1號'],
  ['台東縣台東市中山路276號', '臺東縣', '臺東市', '中山路276號'],
  ['屏東縣霧台鄉霧台村1號', '屏東縣', '霧臺鄉', '霧台村1號'],
  ['嘉義市東區中山路199號', '嘉義市', '東區', '中山路199號'],
  ['嘉義市台林街299號', '嘉義市', undefined, '台林街299號'],
  ['桃園市某區某里1號', '桃園市', undefined, '某區某里1號'],
  ['日本東京都1號', undefined, undefined, '日本東京都1號'],
  ['', undefined, undefined, ''],
];

for (const [written, county, town, rest] of rows) {
  test(`${JSON.stringify(written)} is ${county}, ${town}`, () => {
    const parts = splitAddress(written);
    assert.deepEqual([parts.county, parts.town, parts.rest], [county, town, rest]);
  });
}

test('any town of any county is found again', () => {
  for (const county of counties) {
    for (const town of towns[county]) {
      assert.deepEqual(splitAddress(joinAddress({ county, town, rest: '中正路1號' })), {
        county,
        town,
        rest: '中正路1號',
      });
    }
  }
});

test('splitting loses nothing of today’s addresses', () => {
  const part = fc.stringMatching(/^[里村路街段巷弄號東西南北一二三1-9]{0,8}$/);
  fc.assert(
    fc.property(fc.constantFrom(...counties), part, (county, rest) => {
      const town = towns[county][0] ?? '';
      assert.equal(joinAddress(splitAddress(county + town + rest)), county + town + rest);
    }),
  );
});

test('the rest falls into village, neighbourhood and street', () => {
  assert.deepEqual(splitRest('祥和里001鄰祥和一路東段1號'), {
    village: '祥和里',
    neighbourhood: '1鄰',
    street: '祥和一路東段1號',
  });
  assert.deepEqual(splitRest('祥和里祥和一路1號'), { village: '祥和里', street: '祥和一路1號' });
  assert.deepEqual(splitRest('012鄰中山路1號'), { neighbourhood: '12鄰', street: '中山路1號' });
  assert.deepEqual(splitRest('里仁街5號'), { street: '里仁街5號' });
  assert.deepEqual(splitRest('三里街5號'), { street: '三里街5號' });
  assert.deepEqual(splitRest(''), {});
});

test('22 counties, 368 towns, none twice', () => {
  assert.equal(counties.length, 22);
  assert.equal(new Set(counties).size, 22);
  const sizes = counties.map((county) => towns[county].length);
  assert.deepEqual(sizes, [12, 29, 13, 29, 37, 38, 7, 3, 2, 12, 13, 18, 26, 13, 20, 18, 33, 13, 16, 6, 6, 4]);
  assert.equal(
    sizes.reduce((a, b) => a + b),
    368,
  );
  for (const county of counties) {
    assert.equal(new Set(towns[county]).size, towns[county].length);
    for (const town of towns[county]) assert.match(town, /^[\u4e00-\u9fff]{1,3}[鄉鎮市區]$/);
  }
  assert.ok(isCounty('嘉義縣') && !isCounty('台北市') && isTownOf('嘉義縣', '太保市') && !isTownOf('嘉義市', '太保市'));
});
