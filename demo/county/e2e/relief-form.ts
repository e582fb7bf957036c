/** The questions of the emergency-relief form that MyData does not answer, answered as a resident would. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Person } from './person.ts';

const within = (page: Page, legend: string | RegExp): Locator => page.getByRole('group', { name: legend });

export async function choose(page: Page, legend: string | RegExp, option: string): Promise<void> {
  await within(page, legend).getByRole('radio', { name: option, exact: true }).check();
}

export async function date(
  page: Page,
  legend: string | RegExp,
  [year, month, day]: readonly [string, string, string],
): Promise<void> {
  const group = within(page, legend);
  await group.getByLabel('年').fill(year);
  await group.getByLabel('月').fill(month);
  await group.getByLabel('日').fill(day);
}

export async function next({ page }: Person, heading: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /下一步|到確認頁|確認內容/ }).click();
  await page.getByRole("heading", { name: heading }).first().waitFor({ timeout: 5000 }).catch(async (error) => { await page.screenshot({ path: "/tmp/shots/stuck.png", fullPage: true }); throw error; });
}

/** Says of every official value that asks for it that it is right. */
export async function confirmAll({ page }: Person): Promise<void> {
  for (const radio of await page.getByRole('radio', { name: '正確', exact: true }).all()) await radio.check();
}

export async function contact({ page }: Person): Promise<void> {
  await page.getByLabel('聯絡電話').fill('0912345678');
  await choose(page, /您現在住的地方/, '一樣');
}

export async function event({ page }: Person): Promise<void> {
  await choose(page, '遇到變故的是誰？', '我本人');
  await page.getByRole('radio', { name: '負擔家計的人失業' }).check();
  await date(page, '什麼時候發生的？', ['115', '10', '5']);
  await page.getByLabel('原來的工作').fill('餐廳廚師');
  await page.getByRole('checkbox', { name: '生活費' }).check();
  for (const area of await page.locator('textarea').all()) {
    if (!(await area.inputValue())) await area.fill('餐廳十月結束營業，目前還沒有找到工作，家裡沒有其他收入。');
  }
}

/** The official rows stand; what the register does not know of each member is asked, an income only of who works. */
export async function members({ page }: Person, count: number): Promise<void> {
  const situations = page.getByLabel('目前狀況');
  assert.equal(await situations.count(), count);
  for (let row = 0; row < count; row += 1) await situations.nth(row).selectOption({ label: row ? '就學中' : '有工作' });
  await page.getByLabel('每月收入').first().fill('24000');
}

export async function declarations({ page }: Person): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}

export async function means({ page }: Person): Promise<void> {
  await page.getByLabel('戶籍不在一起、但由您扶養的家人有幾位？').fill('0');
  await page.getByLabel('全家上個月的總收入').fill('18000');
  await choose(page, '現在住的房子', '租的');
  await page.getByLabel('每月房租').fill('6000');
  await choose(page, /最近六個月/, '沒有');
}

export async function assertNoErrors({ page }: Person): Promise<void> {
  assert.equal(await page.locator('mydata-error-summary:visible').count(), 0);
}
