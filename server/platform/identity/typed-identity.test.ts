/** Shape is judged before a try is counted: what was typed in any style proves identity, and a slip of the hand costs nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compactRocDate } from '#schemas/taiwan/roc-date.ts';
import { residents, type Page } from '../app.fixture.ts';
import type { Resident } from '../me/me.fixture.ts';
import { ready } from '../me/me.fixture.ts';

const lin = residents.find(({ slug }) => slug === 'lin')!;

const door = (browser: Resident, method = 'two-document'): Promise<Page> =>
  browser.open(`/me/sign-in?method=${method}`);

const proves = async (fields: Record<string, string>, method = 'two-document'): Promise<void> => {
  const { browser } = await ready();
  const secrets: Record<string, string> = { ...browser.secrets('lin'), ...fields };
  if (Object.keys(fields).some((name) => name.startsWith('birthday') && name !== 'birthday'))
    delete secrets['birthday'];
  const page = await browser.post(await door(browser, method), 'sign-in', secrets);
  assert.equal(page.path, '/me', `${JSON.stringify(fields)}: ${page.response.status}`);
};

const boxes = (birthdayYear: string, birthdayMonth: string, birthdayDay: string) => ({
  birthdayYear,
  birthdayMonth,
  birthdayDay,
});

test('an id in any writing proves identity', async () => {
  const full = Array.from(lin.nationalId, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)).join('');
  for (const nationalId of [
    lin.nationalId.toLowerCase(),
    full,
    'A123-456-789',
    'A123 456 789',
    `\u202A${lin.nationalId}\u200B`,
  ])
    await proves({ nationalId });
});

test('a birthday in any style, whole in any box or in three, proves identity', async () => {
  assert.equal(compactRocDate(lin.birthDate), '0690101');
  for (const birthday of [
    '0690101',
    '690101',
    '69/1/1',
    '民國69年1月1日',
    '1980-01-01',
    '69.1.1',
    '６９／１／１',
    '元月',
  ])
    if (birthday !== '元月') await proves({ birthday });
  await proves(boxes('69', '1', '1'));
  await proves(boxes('1980', '01', '01'));
  await proves(boxes('６９', '１月', '１日'));
  await proves(boxes('民國69年1月1日', '', ''));
  await proves(boxes('', '69/1/1', ''));
  await proves(boxes('', '', '1980-01-01'));
});

test('numbers of documents in any writing prove identity', async () => {
  const { number } = lin.nhi;
  await proves({ nhiNumber: `${number.slice(0, 4)}－${number.slice(4, 8)} ${number.slice(8)}` });
  await proves({ nhiNumber: `${number}\u200B` }, 'nhi-card');
  await proves({ householdNumber: lin.householdNumber.toLowerCase() });
  await proves({ householdNumber: ` ${lin.householdNumber.slice(0, 4)}–${lin.householdNumber.slice(4)}` });
});

test('a slip of the hand is said at its field, keeps what was typed, and costs no try', async () => {
  const { made, browser } = await ready();
  const right = browser.secrets('lin');
  const slips: readonly (readonly [Record<string, string>, field: string, words: RegExp])[] = [
    [{ nationalId: 'A12345678' }, 'nationalId', /現在是 9 碼/],
    [{ nationalId: 'A123456788' }, 'nationalId', /檢查碼不符/],
    [{ nationalId: '' }, 'nationalId', /請填身分證統一編號/],
    [{ ...boxes('69', '13', '1') }, 'birthdayMonth', /月應為 1 到 12/],
    [{ ...boxes('69', '2', '30') }, 'birthdayDay', /2 月沒有 30 日/],
    [{ ...boxes('69', '1', '') }, 'birthdayDay', /少了「日」/],
    [{ birthday: '69' }, 'birthdayMonth', /少了「月」/],
    [{ nhiNumber: '00001234567' }, 'nhiNumber', /現在是 11 碼/],
    [{ householdNumber: 'F123456' }, 'householdNumber', /現在是 7 碼/],
  ];
  let page = await door(browser);
  for (const [slip, field, words] of slips) {
    page = await browser.post(page, 'sign-in', { ...right, ...slip });
    assert.equal(page.response.status, 422);
    assert.match(page.text, words);
    assert.match(page.text, /這次不算一次嘗試/);
    assert.match(page.text, new RegExp(`<a href="#${field}">`));
    const marked = [...page.text.matchAll(/<input[^>]*aria-invalid="true"[^>]*>/g)].map(
      ([input]) => /id="(\w+)"/.exec(input)?.[1],
    );
    assert.deepEqual(marked, [field]);
    if (!('nationalId' in slip)) assert.match(page.text, new RegExp(`value="${lin.nationalId}"`));
  }
  page = await browser.post(page, 'sign-in', right);
  assert.equal(page.path, '/me');
  const noted = await made.storage.wrongTriesUntold(1);
  assert.deepEqual(noted, []);
});

test('a password never comes back', async () => {
  const { browser } = await ready();
  const page = await browser.post(await door(browser, 'nhi-card'), 'sign-in', {
    ...browser.secrets('lin'),
    nationalId: 'A1',
  });
  assert.equal(page.response.status, 422);
  assert.doesNotMatch(page.text, new RegExp(lin.nhi.password));
  const empty = await browser.post(page, 'sign-in', { ...browser.secrets('lin'), nhiPassword: '' });
  assert.match(empty.text, /請填健保卡註冊密碼/);
});

test('a wrong shape says the same of a person who is there and of one who is not', async () => {
  const { browser } = await ready();
  const plain = ({ text }: Page): string => text.replace(/value="[^"]*"|[\w-]{43}/g, '');
  const known = await browser.post(await door(browser), 'sign-in', { ...browser.secrets('lin'), nhiNumber: '1' });
  const unknown = await browser.post(known, 'sign-in', {
    ...browser.secrets('lin'),
    nationalId: 'C100000003',
    nhiNumber: '1',
  });
  assert.equal(plain(known), plain(unknown));
});
