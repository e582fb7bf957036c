/** How a resident answers the questions of a form: each kind of question by its label, with the mouse and the keys. */
import type { Locator, Page } from 'playwright-core';
import type { Person } from './person.ts';

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** One answer, given within the form or within a row of it. */
export type Reply = (within: Locator) => Promise<unknown>;

/** Questions that may be left open say so after their label. */
const labelled = (label: string): RegExp =>
  new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(（選填）)?\\s*$`);
const group = (within: Locator, legend: string): Locator => within.getByRole('group', { name: labelled(legend) });

export const type =
  (label: string, value: string): Reply =>
  (within) =>
    within.getByLabel(labelled(label)).fill(value);

export const pick =
  (label: string, option: string): Reply =>
  (within) =>
    within.getByLabel(labelled(label)).selectOption({ label: option });

export const choose =
  (legend: string, option: string): Reply =>
  (within) =>
    group(within, legend).getByRole('radio', { name: option, exact: true }).check();

export const tick =
  (legend: string, ...options: readonly string[]): Reply =>
  async (within) => {
    for (const option of options)
      await group(within, legend).getByRole('checkbox', { name: option, exact: true }).check();
  };

export const declare =
  (...legends: readonly string[]): Reply =>
  async (within) => {
    for (const legend of legends) await group(within, legend).getByRole('checkbox').check();
  };

/** Year of the Republic, month, day. */
export const date =
  (legend: string, ...parts: readonly [string, string, string]): Reply =>
  async (within) => {
    const inputs = group(within, legend);
    for (const [index, label] of ['年（民國）', '月', '日'].entries())
      await inputs.getByLabel(label, { exact: true }).fill(parts[index]!);
  };

export const address =
  (legend: string, county: string, town: string, detail: string): Reply =>
  async (within) => {
    const inputs = group(within, legend);
    await inputs.getByLabel('縣市').selectOption(county);
    await inputs.getByLabel('鄉鎮市區').selectOption(town);
    await inputs.getByLabel('村里鄰、路街、門牌').fill(detail);
  };

export const account =
  (legend: string, institution: string, number: string, holder: string): Reply =>
  async (within) => {
    const inputs = group(within, legend);
    await inputs.getByLabel('金融機構代碼').fill(institution);
    await inputs.getByLabel('帳號', { exact: true }).fill(number);
    await inputs.getByLabel('戶名').fill(holder);
  };

export const attach =
  (label: string, file: Attachment): Reply =>
  async (within) => {
    await within.getByLabel(labelled(label)).setInputFiles(file);
    await within.getByRole('button', { name: `移除 ${file.name}` }).waitFor();
  };

/** Answers within one row of a group, e.g. 家人 2. */
export const row =
  (title: string, number: number, ...replies: readonly Reply[]): Reply =>
  async (within) => {
    // Who it is about stands behind it, once a name is there.
    const inner = within.getByRole('group', { name: new RegExp(`^\\s*${title} ${number}(?!\\d)`) });
    for (const reply of replies) await reply(inner);
  };

/** Says of every official value that asks for it that it is right. */
export const confirmAll: Reply = async (within) => {
  for (const radio of await within.getByRole('radio', { name: '正確', exact: true }).all()) await radio.check();
};

export const formOf = (page: Page): Locator => page.locator('mydata-form');

export async function answer({ page }: Person, ...replies: readonly Reply[]): Promise<void> {
  const form = formOf(page);
  for (const reply of replies) await reply(form);
}

/** To the next page of the form, by its title. */
export async function next({ page }: Person, title: string): Promise<void> {
  const form = formOf(page);
  await form.getByRole('button', { name: /^下一步|^回到確認內容/ }).click();
  const problems = form.locator('mydata-error-summary');
  const arrived = form.getByRole('heading', { level: 2, name: title, exact: true });
  await arrived.or(problems.getByRole('alert')).first().waitFor();
  if (!(await arrived.isVisible())) throw new Error(`not ${title}: ${await problems.getByRole('alert').innerText()}`);
}

/** Sends the application off. → its number */
export async function submit({ page }: Person): Promise<string> {
  await formOf(page).getByRole('button', { name: '送出申請' }).click();
  await page.waitForURL('**/done');
  const number = page.getByText(/^[A-Z]{2}\d{7}-[A-Z0-9-]+$/).first();
  await number.waitFor();
  return (await number.innerText()).trim();
}

/** The values that are shown as text of a question with an official value. */
export const shown = async ({ page }: Person, label: string): Promise<string> =>
  formOf(page)
    .getByRole('group', { name: labelled(label) })
    .locator('.value')
    .first()
    .innerText();
