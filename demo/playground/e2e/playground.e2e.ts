/** Every element in every state: nothing is complained about, nothing is inaccessible, nothing is wider than a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { startKit, type Kit } from '../../county/e2e/kit.ts';
import { arrive, assertAccessible, leave, type Person } from '../../county/e2e/person.ts';
import { declaredTags } from '../attributes.ts';

let kit: Kit;
before(async () => {
  kit = await startKit();
});
after(() => kit?.stop());

interface Listed {
  readonly tag: string;
  readonly states: readonly string[];
}

async function open({ kit, page }: Person, search: string): Promise<void> {
  await page.goto(`${kit.urls.county}/playground/${search}`);
  await page.locator('html[data-shown]').waitFor();
}

/** As a visitor finds them: the list of elements, and of each the list of its states. */
async function listed(person: Person): Promise<readonly Listed[]> {
  await open(person, '');
  const tags = await person.page.locator('nav a').allInnerTexts();
  const found: Listed[] = [];
  for (const tag of tags) {
    await open(person, `?element=${tag}`);
    const options = person.page.locator('select[name=state] option');
    found.push({ tag, states: await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value)) });
  }
  return found;
}

interface Look {
  readonly name: string;
  readonly search: string;
  readonly options: BrowserContextOptions;
  /** Of each element. */
  readonly mostStates: number;
}

/** The night looks at every state (`npm run test:long`), each change at the first of each element. */
const everyState = process.env['MYDATA_EVERY_STATE'] === '1';

const dark: BrowserContextOptions = { viewport: { width: 360, height: 800 }, colorScheme: 'dark' };
const looks: readonly Look[] = [
  { name: 'on a desk', search: '', options: {}, mostStates: everyState ? Infinity : 1 },
  { name: 'on a phone, in English, in the dark', search: '&lang=en', options: dark, mostStates: everyState ? 2 : 1 },
];

for (const { name, search: more, options, mostStates } of looks)
  test(`every element, ${name}`, async () => {
    const person = await arrive(kit, 'lin-chih-yuan', options);
    const all = await listed(person);
    assert.deepEqual(
      [...declaredTags].filter((tag) => !all.some((one) => one.tag === tag)),
      [],
    );
    for (const { tag, states } of all)
      for (const state of states.slice(0, mostStates)) {
        await open(person, `?element=${tag}&state=${state}&alone${more}`);
        await assertAccessible(person);
        const { wide, tall } = await person.page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          tall: document.querySelector('main')!.lastElementChild!.getBoundingClientRect().height,
        }));
        assert.ok(wide <= 1 || tag === 'mydata-form-builder', `${tag} ${state} scrolls sideways by ${wide} pixels`);
        // Without errors a summary is not there.
        assert.ok(tall > 0 || state === 'none', `${tag} ${state} shows nothing`);
      }
    await leave(person);
  });

test('what is turned is in the address, and around the element all can be reached', async () => {
  const person = await arrive(kit, 'lin-chih-yuan');
  const { page } = person;
  await open(person, '?element=mydata-barcode&state=qr');
  await page.getByLabel('symbology').selectOption('code39');
  await page.waitForURL(/a\.symbology=code39/);
  assert.equal(await page.locator('mydata-barcode').getAttribute('symbology'), 'code39');
  await page.getByLabel('佈景').selectOption('hualien');
  await page.waitForURL(/theme=hualien.*a\.symbology=code39/);
  await page.locator('html[data-shown]').waitFor();
  await assertAccessible(person);
  await page.getByLabel('文字大小').selectOption('200');
  await page.waitForURL(/size=200/);
  await page.locator('html[data-shown]').waitFor();
  await assertAccessible(person);
  await leave(person);
});
