/** Identity proved on the county's site by a signature of the citizen certificate; the platform does not ask again. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startKit, type Kit } from './kit.ts';
import { arrive, leave, look, type Person } from './person.ts';
import { decide, fillDate, filled } from './platform-screens.ts';
import { countyRecords, platformRecords } from './records.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

async function fill(person: Person, pin = person.resident.card.pin): Promise<void> {
  const { page, resident } = person;
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await page.getByLabel('姓名').fill(resident.name);
  await fillDate(person, /出生日期/, resident.rocBirthday);
  await page.getByLabel(/電子郵件/).fill('told@county.test');
  await page.getByLabel('自然人憑證卡號').fill(resident.card.number);
  await page.getByLabel('PIN 碼').fill(pin);
}

test('a resident signs at the county, and goes on at the platform without proving identity again', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page } = person;
  await page.goto(`${kit.urls.county}/services/emergency-relief/consent`);
  await page.getByRole('link', { name: '改在本網站用自然人憑證簽署' }).click();
  await page.waitForURL('**/emergency-relief/sign');
  await page.getByLabel('PIN 碼').waitFor();
  await look(person);

  await fill(person, '000000');
  await page.getByRole('button', { name: '插卡並簽署' }).click();
  await page.getByText('卡號或 PIN 碼不正確').waitFor();
  assert.equal(await page.getByLabel('姓名').inputValue(), person.resident.name, 'nothing typed is lost');
  await look(person);
  await fill(person);
  await fillDate(person, /出生日期/, '0690101');
  await page.getByRole('button', { name: '插卡並簽署' }).click();
  await page.getByText(/和您填寫的身分證統一編號、姓名或出生日期不符/).waitFor();

  await fill(person);
  const posts: { data?: string; pkcs7?: string }[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/signature')) posts.push(request.postDataJSON() as { pkcs7: string });
  });
  page.on('response', (response) => {
    if (response.url().endsWith('/signature/request'))
      void response.json().then(({ data }: { data: string }) => posts.push({ data }));
  });
  await page.getByRole('button', { name: '插卡並簽署' }).click();
  await page.waitForURL(`${kit.urls.platform}/journey/*/facts`);
  await look(person);
  await page.getByRole('button', { name: '下一步：閱讀條款' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^下一步/ }).click();
  await page.waitForURL('**/preview');
  await assertSigned(posts);
  await decide(person, '同意傳送');
  await filled(person);
  await leave(person);

  const [record] = (await platformRecords(kit)).filter(({ code }) => code === 200);
  assert.equal(record?.method, 'citizen-certificate');
  const numbers = record?.events.map(({ number }) => number) ?? [];
  for (const number of [110, 120, 121, 130, 131, 140]) assert.ok(numbers.includes(number), String(number));
  assert.ok(!numbers.includes(180), 'nobody was asked again');
  const own = (await countyRecords(kit)).filter(({ txId }) => txId === record?.txId).map(({ event }) => event);
  for (const number of [110, 120, 121, 130, 131, 140]) assert.ok(own.includes(number), String(number));
});

test('what is wrong is marked at its field, and of a date at its box', async () => {
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page, resident } = person;
  await page.goto(`${kit.urls.county}/services/emergency-relief/sign`);
  await page.getByLabel('PIN 碼').waitFor();
  await fill(person);
  const boxes = page.getByRole('group', { name: '出生日期' });
  await boxes.getByLabel('月').fill('13');
  await page.getByLabel(/電子郵件/).fill('name@example');
  await page.getByRole('button', { name: '插卡並簽署' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /月應為 1 到 12/ })
    .waitFor();
  const wrong = await page.locator('[aria-invalid="true"]').evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(wrong, ['sign-birthdayMonth', 'sign-email']);
  assert.equal(await page.getByLabel('姓名').inputValue(), resident.name, 'nothing typed is lost');
  await look(person);
  await page
    .getByRole('alert')
    .getByRole('link', { name: /月應為 1 到 12/ })
    .click();
  assert.equal(await boxes.getByLabel('月').evaluate((box) => box === document.activeElement), true);
  await leave(person);
});

/** What our page made is a signature to others too. */
async function assertSigned(posts: readonly { data?: string; pkcs7?: string }[]): Promise<void> {
  const data = posts.find((post) => post.data)?.data ?? '';
  const pkcs7 = posts.find((post) => post.pkcs7)?.pkcs7 ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'signed-'));
  await writeFile(join(folder, 'data'), data);
  await writeFile(join(folder, 'cms'), Buffer.from(pkcs7, 'base64'));
  const files = ['-in', join(folder, 'cms'), '-content', join(folder, 'data')];
  execFileSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', ...files, '-noverify'], { stdio: 'pipe' });
  await rm(folder, { recursive: true });
}
