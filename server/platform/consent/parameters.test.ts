import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import { parameters as asked, type Parameter } from '#schemas/datasets/parameters.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { Browser, client, household, innerZip, vehicle, world } from '../app.fixture.ts';
import { parameterAnswers, parameterFields, readParameters } from './parameters.ts';

const now = new Date('2026-11-23T01:00:00Z');
const licenceTax = 'API.wH2r0nBb3O';

const asking = (...parameters: readonly Parameter[]): CatalogueEntry => ({
  ...catalogue.get(household)!,
  id: 'API.test000000',
  parameters,
});

/** What one parameter makes of one answer: the value that is sent, or `!` and the words of the error. */
function answer(parameter: Parameter, typed: string): string | undefined {
  const fields = parameterFields([asking(parameter)], now);
  const result = readParameters(fields, { [fields[0]?.id ?? '']: typed }, now);
  return result.ok ? result.parameters['API.test000000']?.[parameter.name] : `!${result.errors[0]?.text}`;
}

const rows: readonly (readonly [keyof typeof asked, string, string | RegExp | undefined])[] = [
  ['year', '114', '114'],
  ['year', '１１４', '114'],
  ['year', '110', '110'],
  ['year', '115', /^!年度請從選單中選擇/],
  ['year', '109', /^!年度請從選單中選擇/],
  ['year', '', /^!請選擇年度/],
  ['county', '嘉義縣', '嘉義縣'],
  ['county', '台北市', '臺北市'],
  ['county', '', undefined],
  ['county', '東京都', /選單/],
  ['vehicleClass', '機車', '機車'],
  ['vehicleClass', '船', /選單/],
  ['plateNumber', 'abc-1234', 'ABC-1234'],
  ['plateNumber', 'ＡＢＣ－１２３４', 'ABC-1234'],
  ['plateNumber', '', undefined],
  ['plateNumber', 'ABC1234', 'ABC-1234'],
  ['plateNumber', 'ABC_1234', /車牌號碼：不是車牌號碼的樣子。例如 ABC-1234/],
  ['plateNumber', 'ABCD-EFGH', /車牌號碼：不是/],
  ['houseTaxNumber', '', undefined],
  ['houseTaxNumber', '12-345678-9012', '123456789012'],
  ['houseTaxNumber', '123', /房屋稅籍編號是 11 到 12 個數字/],
  ['mobileBarcode', '/abc1234', '/ABC1234'],
  ['mobileBarcode', 'ABC1234', /^!手機條碼以「\/」開頭/],
  ['invoiceNumber', 'ab-12345678', 'AB12345678'],
  ['invoiceNumber', 'AB1234567', /^!發票號碼是 2 個英文字母/],
  ['invoiceDate', '1140501', '2025-05-01'],
  ['invoiceDate', '民國114年5月1日', '2025-05-01'],
  ['invoiceDate', '1140230', /2 月沒有 30 日/],
  ['invoiceDate', '2025/5/1', '2025-05-01'],
  ['invoiceDate', '1151123', '2026-11-23'],
  ['invoiceDate', '1151124', /不能晚於今天/],
  ['electricityNumber', '01-23-4567-890', '01234567890'],
  ['electricityNumber', '0123456789', /^!電號共 11 個數字/],
  ['waterNumber', '1a123456789', '1A123456789'],
  ['waterNumber', '1A', /^!水號共 11 個/],
  ['gasNumber', '', /^!請填寫天然氣用戶號碼/],
];

for (const [name, typed, expected] of rows) {
  test(`parameter ${name}: ${JSON.stringify(typed)} → ${String(expected)}`, () => {
    const got = answer(asked[name], typed);
    if (expected instanceof RegExp) assert.match(got ?? '', expected);
    else assert.equal(got, expected);
  });
}

test('the year asks for the last full one first, counted in Taiwan', () => {
  const first = (at: string): string | undefined =>
    parameterFields([asking(asked.year)], new Date(at))[0]?.options?.[0]?.value;
  assert.equal(first('2026-12-31T15:59:59Z'), '114');
  assert.equal(first('2026-12-31T16:00:00Z'), '115');
});

test('an end before the start is an error of the end', () => {
  const fields = parameterFields([asking(asked.startDate, asked.endDate)], now);
  const [start, end] = fields.map(({ id }) => id);
  const result = readParameters(fields, { [start!]: '1140502', [end!]: '1140501' }, now);
  assert.deepEqual(result, {
    ok: false,
    errors: [{ field: `${end}Year`, text: '結束日期不能早於開始日期，請檢查這兩個日期。' }],
  });
});

test('whatever is typed: no error repeats it, and no value has a character outside one line', () => {
  const every = Object.values(asked) as readonly Parameter[];
  fc.assert(
    fc.property(fc.constantFrom(...every), fc.string({ maxLength: 40 }), (parameter, typed) => {
      const got = answer(parameter, typed) ?? '';
      if (got.startsWith('!') && typed.trim().length > 14) assert.ok(!got.includes(typed));
      if (!got.startsWith('!')) assert.match(got, /^[^\r\n]*$/);
    }),
  );
});

test('words that are kept name no number that points at one person’s thing', () => {
  const [year, plate] = parameterAnswers([catalogue.get(licenceTax)!], {
    [licenceTax]: { year: '114', plateNo: 'ABC-1234' },
  });
  assert.deepEqual([year?.value, year?.kept], ['民國 114 年', '民國 114 年']);
  assert.deepEqual([plate?.value, plate?.kept], ['ABC-1234', '如本人所填']);
});

const driven = { ...client, resources: [household, licenceTax, vehicle] };

test('a journey asks what its datasets ask, keeps what was typed, and sends it as headers', async () => {
  const made = await world({ clients: [driven] });
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
  made.dp[licenceTax] = { status: 204 };
  const browser = new Browser(made.app);
  const txId = randomUUID();
  const resources = [household, licenceTax].join(':');
  const page = await browser.prove(made, await browser.toIdentity({ txId, resources }));
  assert.match(page.path, /\/parameters$/);
  assert.match(page.text, /使用牌照稅/);
  assert.equal(made.dpRequests.length, 0, 'nobody is asked before');
  const field = (name: string): string => `p-API-wH2r0nBb3O-${name}`;
  const wrong = await browser.post(page, 'parameters', { [field('plateNo')]: 'ABC_1', [field('year')]: '114' });
  assert.equal(wrong.response.status, 422);
  assert.match(wrong.text, /href="#p-API-wH2r0nBb3O-plateNo"/);
  assert.match(wrong.text, /請選擇車輛種類/);
  assert.match(wrong.text, /value="ABC_1"/);
  assert.match(wrong.text, /value="114" selected/);
  const good = { [field('year')]: '114', [field('vehicleClass')]: '汽車', [field('plateNo')]: 'abc-1234' };
  const preview = await browser.post(wrong, 'parameters', good);
  assert.match(preview.path, /\/preview$/);
  const request = made.dpRequests.find(({ url }) => url.endsWith(licenceTax));
  assert.deepEqual(
    ['year', 'vehicleClass', 'plateNo'].map((name) => request?.headers.get(name)),
    ['114', encodeURIComponent('汽車'), 'ABC-1234'],
  );
  assert.equal(made.dpRequests.find(({ url }) => url.endsWith(household))?.headers.get('year'), null);
  assert.match(preview.text, /ABC-1234/);
  const consent = await browser.post(preview, 'preview');
  assert.match(consent.text, /查詢條件：年度 民國 114 年、車輛種類 汽車、車牌號碼 如本人所填/);
  await browser.post(consent, 'consent', { decision: 'agree' });
  assert.doesNotMatch(JSON.stringify(await made.storage.consent(txId)), /ABC-1234/);
  assert.doesNotMatch(JSON.stringify(made.log), /ABC-1234/i);
  const journey = await made.storage.journeyOf(txId);
  assert.equal(journey?.parameters, undefined, 'gone when the journey is over');
});

test('what is optional can be left out; without questions there is no such screen', async () => {
  const made = await world({ clients: [driven] });
  made.dp[household] = { status: 204 };
  made.dp[vehicle] = { status: 204 };
  const browser = new Browser(made.app);
  const page = await browser.prove(made, await browser.toIdentity({ resources: vehicle }));
  assert.match(page.text, /不知道就不用填/);
  assert.match((await browser.post(page, 'parameters')).path, /\/preview$/);
  assert.equal(made.dpRequests[0]?.headers.has('plateNo'), false);
  const other = new Browser(made.app);
  const plain = await other.prove(made, await other.toIdentity({ resources: household }));
  assert.match(plain.path, /\/preview$/);
});
