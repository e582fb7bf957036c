/** What people type and paste into the identity page, on a phone, with script and without. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startKit, type Kit } from '../../county/e2e/kit.ts';
import { arrive, leave, look, type Person } from '../../county/e2e/person.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

const phone = { viewport: { width: 360, height: 740 } };

const boxesOf = ({ page }: Person) => page.getByRole('group', { name: '出生日期' });

const shown = async (person: Person): Promise<readonly string[]> =>
  Promise.all((await boxesOf(person).getByRole('textbox').all()).map((box) => box.inputValue()));

/** As a paste from another program does. */
const paste = (person: Person, box: string, text: string): Promise<void> =>
  boxesOf(person)
    .getByLabel(box)
    .evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (input.dispatchEvent(event)) (input as HTMLInputElement).value = text;
    }, text);

const open = async (person: Person): Promise<void> => {
  await person.page.goto(`${kit.urls.platform}/me/sign-in?method=two-document`);
};

const fillNumbers = async ({ page, resident }: Person): Promise<void> => {
  await page.getByLabel('身分證統一編號').fill(resident.nationalId.toLowerCase());
  await page.getByLabel('健保卡卡號').fill(resident.nhi.number.replace(/(?=....$)/, '－'));
  await page.getByLabel('戶口名簿戶號').fill(` ${resident.householdNumber.toLowerCase()}`);
};

test('a whole date pasted into any box is spread over the three, and what belongs into one stays there', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', phone);
  await open(person);
  await look(person);
  for (const [box, text] of [
    ['年（民國）', '民國75年9月21日'],
    ['月', '1986-09-21'],
    ['日', '７５／９／２１'],
    ['日', '750921'],
  ] as const) {
    await paste(person, box, text);
    assert.deepEqual(await shown(person), ['75', '9', '21'], text);
    for (const one of await boxesOf(person).getByRole('textbox').all()) await one.fill('');
  }
  await boxesOf(person).getByLabel('年（民國）').fill('75/9/21');
  await person.page.keyboard.press('Tab');
  assert.deepEqual(await shown(person), ['75', '9', '21'], 'typed');
  await boxesOf(person).getByLabel('年（民國）').fill('1986');
  await person.page.keyboard.press('Tab');
  assert.deepEqual(await shown(person), ['1986', '9', '21']);
  await leave(person);
});

for (const javaScriptEnabled of [true, false])
  test(`five slips, then the right entry gets in; script: ${javaScriptEnabled}`, async () => {
    const person = await arrive(kit, 'lin-chih-yuan', { ...phone, javaScriptEnabled });
    const { page, resident } = person;
    await open(person);
    await fillNumbers(person);
    const day = boxesOf(person).getByLabel('日');
    for (const slip of ['69/13/1', '69/2/30', '6', '1986/00/01', '明天']) {
      await day.fill(slip);
      await page.getByRole('button', { name: '驗證身分' }).click();
      await page.getByText('這次不算一次嘗試').waitFor();
      assert.equal(await page.getByLabel('身分證統一編號').inputValue(), resident.nationalId.toLowerCase());
      assert.equal(await page.locator('[aria-invalid="true"]').count(), 1, slip);
    }
    if (javaScriptEnabled) await look(person);
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/slip-${javaScriptEnabled}.png`, fullPage: true });
    await day.fill(resident.birthDate);
    await page.getByRole('button', { name: '驗證身分' }).click();
    await page.getByRole('heading', { level: 1, name: '我的 MyData' }).waitFor();
    await leave(person);
  });
