/** Every page in English, in the dark, on a narrow screen and on paper: nothing is hidden, nothing is complained about. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formOf } from './answers.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, assertAccessible, assertReflows, leave, look, type Person } from './person.ts';
import { decide, leaveForPlatform, proveByCard, readConsent } from './platform-screens.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

const service = '/services/emergency-relief';
const countyPages = ['/', service, `${service}/consent`, `${service}/apply`, '/progress', '/privacy', '/accessibility'];

async function open({ kit, page }: Person, path: string): Promise<void> {
  await page.goto(`${kit.urls.county}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (path.endsWith('/apply')) await formOf(page).getByRole('heading', { level: 2 }).first().waitFor();
  if (path.endsWith('/consent')) await page.locator('mydata-consent').getByRole('button').last().waitFor();
}

/** On paper the page is dark on white, as wide as the sheet, and says what the screen says. */
async function assertPrints({ page }: Person): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const found = await page.evaluate(() => {
    const main = document.querySelector('main')!;
    const element = main.querySelector('mydata-form, mydata-consent')?.shadowRoot?.querySelector('h2, h3, p');
    const lightness = [main, element ?? main].map((one) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(one).color.match(/[\d.]+/g) ?? []).map(Number);
      return (red + green + blue) / 3;
    });
    return {
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      text: main.innerText.trim().length,
      lightness: Math.max(...lightness),
    };
  });
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  assert.ok(found.wide <= 1, `${page.url()} is ${found.wide}px too wide in print`);
  assert.ok(found.text > 0, `${page.url()} prints no text`);
  assert.ok(found.lightness < 128, `${page.url()} prints light text on white paper`);
}

async function lookInTheDark(person: Person): Promise<void> {
  await assertAccessible(person);
  await assertReflows(person);
  await assertPrints(person);
}

test('the county in the dark, at 320 pixels and in print', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', { colorScheme: 'dark' });
  for (const path of countyPages) {
    await open(person, path);
    await lookInTheDark(person);
  }
  await leave(person);
});

test('the platform in the dark, at 320 pixels and in print', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', { colorScheme: 'dark' });
  const { page } = person;
  await page.goto(kit.urls.platform);
  await lookInTheDark(person);
  await leaveForPlatform(person);
  await lookInTheDark(person);
  await page.getByRole('button', { name: '下一步：閱讀條款' }).click();
  await page.waitForURL('**/terms');
  await lookInTheDark(person);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '下一步：驗證身分' }).click();
  await page.waitForURL('**/identity');
  await lookInTheDark(person);
  await proveByCard(person);
  await lookInTheDark(person);
  await readConsent(person);
  await lookInTheDark(person);
  await decide(person, '同意傳送');
  await page.waitForURL('**/apply');
  await page.goto(`${kit.urls.platform}/outbox`);
  await page
    .getByText(/急難救助/)
    .first()
    .waitFor();
  await lookInTheDark(person);
  await leave(person);
});

test('what the journey does not pass in the light', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page } = person;
  for (const path of ['/privacy', '/accessibility']) {
    await open(person, path);
    await look(person);
  }
  const missing = await page.goto(`${kit.urls.county}/no-such-page`);
  assert.equal(missing?.status(), 404);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look(person);
  for (const url of [kit.urls.platform, `${kit.urls.platform}/outbox`]) {
    await page.goto(url);
    await look(person);
  }
  await leaveForPlatform(person);
  await page.getByRole('button', { name: '下一步：閱讀條款' }).click();
  await page.getByRole('button', { name: '下一步：驗證身分' }).click();
  await page.getByRole('alert').getByText('請先勾選同意條款').waitFor();
  await look(person);
  await leave(person);
});

test('the county in English', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page } = person;
  await open(person, '/');
  await page.getByRole('button', { name: 'English' }).click();
  for (const path of countyPages) {
    await open(person, path);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    const words = await page.getByRole('main').ariaSnapshot();
    // The names of counties are part of an address, which is written as the post reads it.
    const chinese = words.split('\n').filter((line) => /\p{Script=Han}/u.test(line) && !/^\s*- option "/.test(line));
    assert.deepEqual(chinese, [], path);
    await assertAccessible(person);
    await assertReflows(person);
  }
  await open(person, `${service}/apply`);
  const form = formOf(page);
  assert.doesNotMatch(await form.locator('#title').innerText(), /\p{Script=Han}/u);
  await form.getByRole('button', { name: 'Next' }).click();
  const problems = form.locator('mydata-error-summary').getByRole('alert');
  await problems.waitFor();
  assert.doesNotMatch(await problems.innerText(), /\p{Script=Han}/u);
  await form.getByLabel('Phone number').fill('0912345678');

  await page.getByRole('button', { name: '中文' }).click();
  await form.getByRole('button', { name: '下一步' }).waitFor();
  assert.equal(
    await form.getByLabel('聯絡電話').inputValue(),
    '0912345678',
    'changing the language keeps what was typed',
  );
  await leave(person);
});
