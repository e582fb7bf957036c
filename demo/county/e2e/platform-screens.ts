/** What a resident does on the platform's screens, and on the way there. */
import type { Person } from './person.ts';

/** From the county's notice to the platform's first screen. */
export async function leaveForPlatform(
  { kit, page, resident }: Person,
  service = 'emergency-relief',
  { nationalId = resident.nationalId, dataset }: { nationalId?: string; dataset?: string } = {},
): Promise<void> {
  await page.goto(`${kit.urls.county}/services/${service}/consent`);
  if (dataset) await page.getByRole('radio', { name: dataset }).check();
  await page.getByLabel('身分證統一編號').fill(nationalId);
  await page.getByRole('button', { name: '前往 MyData 平臺' }).click();
  await page.waitForURL(`${kit.urls.platform}/journey/*/facts`);
}

export async function acceptTerms({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: '下一步：閱讀條款' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '下一步：驗證身分' }).click();
  await page.waitForURL('**/identity**');
}

/** A whole day into the first of its three boxes. */
export const fillDate = ({ page }: Person, question: RegExp, date: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByLabel(/^年/).fill(date);

async function sayWho(person: Person, birthday = person.resident.rocBirthday): Promise<void> {
  const { page, resident } = person;
  await page.getByLabel('身分證統一編號').fill(resident.nationalId);
  await fillDate(person, /出生日期/, birthday);
}

/** Number, PIN and the button; what the card answers is the caller's. */
export async function insertCard(
  person: Person,
  { pin, birthday, button = '插卡並驗證' }: { pin?: string; birthday?: string; button?: string } = {},
): Promise<void> {
  const { page, resident } = person;
  await sayWho(person, birthday);
  await page.getByLabel('自然人憑證卡號').fill(resident.card.number);
  await page.getByLabel('PIN 碼').fill(pin ?? resident.card.pin);
  await page.getByRole('button', { name: button }).click();
}

export async function proveByCard(person: Person): Promise<void> {
  await insertCard(person);
  await person.page.waitForURL('**/preview');
}

export async function openTwFido({ page }: Person): Promise<void> {
  await page
    .getByRole('navigation', { name: '驗證方式' })
    .getByRole('link', { name: /TW FidO|行動自然人憑證/ })
    .click();
  await page.waitForURL('**/identity?method=tw-fido*');
}

/** With whatever authenticator the browser has. */
export async function proveByPasskey(person: Person, { verified = true } = {}): Promise<void> {
  const { page } = person;
  await openTwFido(person);
  await sayWho(person);
  await page.getByRole('button', { name: '用裝置驗證' }).click();
  if (verified) await page.waitForURL('**/preview');
}

/** From the preview to the words of the consent. */
export async function readConsent({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: '下一步：決定是否同意' }).click();
  await page.waitForURL('**/consent');
}

export async function decide(person: Person, decision: '同意傳送' | '不同意傳送'): Promise<void> {
  const { page } = person;
  if (page.url().endsWith('/preview')) await readConsent(person);
  await page.getByRole('button', { name: decision, exact: true }).click();
}

/** The whole way by citizen certificate, from the notice to the form that is filled. */
export async function bringIn(
  person: Person,
  service = 'emergency-relief',
  options?: Parameters<typeof leaveForPlatform>[2],
): Promise<void> {
  await leaveForPlatform(person, service, options);
  await acceptTerms(person);
  await proveByCard(person);
  await decide(person, '同意傳送');
  await filled(person, service);
}

/** Waits for the form that has what MyData brought. */
export async function filled({ kit, page }: Person, service = 'emergency-relief'): Promise<void> {
  await page.waitForURL(`${kit.urls.county}/services/${service}/apply`);
  await page.getByText(/個欄位已由 MyData 帶入/).waitFor();
}
