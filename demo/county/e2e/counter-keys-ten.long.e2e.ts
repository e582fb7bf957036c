/**
 * Ten people at one counter, one after the other, by a scanner and a keyboard alone: each case is opened with another kind of
 * scanner or hand, completed with only what is missing, sent and ended.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atDesk, readCode, toBarcode, typeCode } from './at-desk.ts';
import { fillMissing } from './fill-missing.ts';
import { Keyboard } from './keyboard.ts';
import { startKit, type Kit } from './kit.ts';
import { arrive, devtools, leave, type Person } from './person.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit.stop());

type Scan = (clerk: Person, serial: string) => Promise<void>;

/** All keys at once, as a scanner sends them: over a loaded machine one by one would be as slow as a hand. */
async function burst(clerk: Person, text: string, method = false): Promise<void> {
  const session = await devtools(clerk);
  const keys = [...text].flatMap((one) => {
    const at = /\d/.test(one) ? `Digit${one}` : `Key${one.toUpperCase()}`;
    const code = { '\n': 'Enter', '\r': 'Enter', '\t': 'Tab', '*': 'Digit8', ']': 'BracketRight' }[one] ?? at;
    const key = code === 'Enter' || code === 'Tab' ? code : one;
    const of = {
      key: method ? 'Process' : key,
      code,
      windowsVirtualKeyCode: method ? 229 : (codes[key] ?? one.toUpperCase().charCodeAt(0)),
    };
    const put = !method && key !== 'Tab' ? { text: key === 'Enter' ? '\r' : one } : {};
    return [
      session.send('Input.dispatchKeyEvent', { ...of, ...put, type: method ? 'rawKeyDown' : 'keyDown' }),
      session.send('Input.dispatchKeyEvent', { ...of, type: 'keyUp' }),
    ];
  });
  await Promise.all(keys);
}
const codes: { readonly [key: string]: number | undefined } = { Enter: 13, Tab: 9, '*': 56, ']': 221 };

const enter: Scan = (clerk, serial) => burst(clerk, `${serial}\n`);
const tab: Scan = (clerk, serial) => burst(clerk, `${serial.toUpperCase()}\t`);
const lines: Scan = (clerk, serial) => burst(clerk, `${serial}\r\n`);
const stars: Scan = (clerk, serial) => burst(clerk, `*${serial.toUpperCase()}*\n`);
const named: Scan = (clerk, serial) => burst(clerk, `]C0${serial}\n`);
const silent: Scan = (clerk, serial) => burst(clerk, serial);
const chinese: Scan = (clerk, serial) => burst(clerk, `${serial}\n`, true);
const byHand: Scan = async ({ page }, serial) => {
  await page.keyboard.type(`${serial.slice(0, 4)}-${serial.slice(4)}`, { delay: 100 });
  await page.keyboard.press('Enter');
};

interface Visit {
  readonly slug: string;
  readonly service: string;
  readonly scan: Scan;
  /** Somebody else's barcode is scanned before this one is sent. */
  readonly disturbed?: boolean;
}

const visits: readonly Visit[] = [
  { slug: 'lin-chih-yuan', service: 'double-ninth-bonus', scan: enter },
  { slug: 'chen-hsiao-ling', service: 'double-ninth-bonus', scan: tab },
  { slug: 'wu-yao-jung', service: 'double-ninth-bonus', scan: lines },
  { slug: 'tsai-chen-su-chen', service: 'double-ninth-bonus', scan: stars },
  { slug: 'pasuya-poiconu', service: 'double-ninth-bonus', scan: named },
  { slug: 'pan-te-cheng', service: 'double-ninth-bonus', scan: silent },
  { slug: 'hsu-mei-feng', service: 'double-ninth-bonus', scan: byHand },
  { slug: 'lai-wen-hua', service: 'double-ninth-bonus', scan: chinese },
  { slug: 'yeh-shu-chuan', service: 'safety-bracelet', scan: enter, disturbed: true },
  { slug: 'li-chen-chiu-yueh', service: 'double-ninth-bonus', scan: tab },
];

async function bring({ slug, service }: Visit): Promise<Person & { readonly serial: string }> {
  const person = await arrive(kit, slug);
  return { ...person, serial: await toBarcode(kit, person, service) };
}

test('ten cases are opened, completed, sent and ended without a pointer', async () => {
  const clerk = await atDesk(kit, 'clerk', '社會局 3 號櫃檯（一樓服務臺）');
  const { page } = clerk;
  const keys = new Keyboard(clerk);
  const numbers: string[] = [];
  let coming = bring(visits[0]!);
  for (const [index, visit] of visits.entries()) {
    const person = await coming;
    // The next gets the barcode while this one is served.
    const next = visits[index + 1];
    if (next) coming = bring(next);
    await visit.scan(clerk, person.serial);
    await page.getByRole('heading', { name: /^受理項目：/ }).waitFor();
    await typeCode(clerk, await readCode(kit, person));
    await page.getByRole('heading', { level: 1, name: person.resident.name }).waitFor();
    await page.waitForFunction(() => document.activeElement?.localName === 'mydata-desk-form');
    await fillMissing(keys, person.resident);
    if (visit.disturbed) {
      await keys.press('Tab');
      await enter(clerk, 'abcd2345');
      await page.getByRole('alert').getByText('這個案件還開著').waitFor();
      assert.match((await keys.focused()).name, /先放著/);
      // Enter would be taken for what a scanner sends after its end, so soon.
      await keys.press('Space');
      await page.getByText('案件先放著了').waitFor();
      await keys.follow(/^繼續/);
      await page.getByRole('heading', { level: 1, name: person.resident.name }).waitFor();
      await page.waitForFunction(() => document.activeElement?.localName === 'mydata-desk-form');
      await fillMissing(keys, person.resident);
    }
    await page.keyboard.press('Control+Enter');
    const receipt = page.locator('.desk-receipt strong');
    const summary = page.locator('mydata-error-summary').getByRole('alert');
    await receipt.or(summary).first().waitFor();
    assert.ok(await receipt.isVisible(), `${visit.slug}: ${await summary.innerText().catch(() => '')}`);
    numbers.push((await receipt.textContent()) ?? '');
    await page.waitForFunction(
      () => document.querySelector('mydata-counter')?.shadowRoot?.activeElement?.id === 'entry',
    );
    await leave(person);
  }
  assert.equal(new Set(numbers).size, visits.length);
  assert.equal(await page.getByRole('row').filter({ hasText: '已送出申請' }).count(), visits.length);
  assert.equal(await page.getByRole('row').filter({ hasText: '受理中' }).count(), 0);
  await leave(clerk);
});
