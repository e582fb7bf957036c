/** Four counties in one process: nothing of one is seen, sent, kept or logged at another. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { answer, choose, confirmAll, declare, next, submit, type } from './answers.ts';
import { at, otherCounties, startKit, type Kit } from './kit.ts';
import { arrive, leave, look, openTab, type Person } from './person.ts';
import { bringIn } from './platform-screens.ts';
import { application } from './records.ts';

let kit: Kit;
before(async () => {
  kit = await startKit({ MYDATA_LOG: 'info' });
});
after(() => kit?.stop());

const counties = ['county', ...otherCounties] as const;
type County = (typeof counties)[number];

const marks: {
  readonly [id in County]: { readonly id: string; readonly names: RegExp; readonly services: readonly string[] };
} = {
  county: {
    id: 'chiayi',
    names: /嘉義縣|Chiayi/i,
    services: [
      'double-ninth-bonus',
      'emergency-relief',
      'land-use-zoning',
      'long-term-care',
      'safety-bracelet',
      'senior-card',
    ],
  },
  taoyuan: { id: 'taoyuan', names: /桃園|Taoyuan/i, services: ['tcm-pregnancy-care'] },
  yunlin: { id: 'yunlin', names: /雲林|Yunlin/i, services: ['door-plate-certificate'] },
  hualien: { id: 'hualien', names: /花蓮|Hualien/i, services: ['disabled-parking'] },
};

const others = (county: County): readonly County[] => counties.filter((one) => one !== county);

for (const county of counties)
  test(`no page and no answer of ${county} names another county`, async () => {
    const base = kit.urls[county];
    const [service = ''] = marks[county].services;
    const paths = [
      ...['/', '/services', '/progress', '/privacy', '/accessibility', '/nowhere', '/theme.css', '/favicon.svg'],
      ...['', '/consent', '/sign', '/apply', '/done'].map((page) => `/services/${service}${page}`),
      ...['/staff/sign-in', '/desk', '/builder', '/health', '/openapi.json'],
      ...['/api/organisation', '/api/services', '/api/nowhere', '/api/builder/me', '/api/counter'],
      ...marks[county].services.flatMap((id) =>
        ['', '/draft', '/signature'].map((rest) => `/api/services/${id}${rest}`),
      ),
      ...['/sandbox/staff', '/sandbox/applications', '/sandbox/transfers'],
    ];
    for (const path of paths) {
      const said = await (await fetch(base + path, { headers: { accept: 'text/html' } })).text();
      for (const other of others(county)) {
        assert.doesNotMatch(said, marks[other].names, `${county} ${path} names ${other}`);
        for (const id of marks[other].services) assert.ok(!said.includes(id), `${county} ${path} knows ${id}`);
      }
    }
    const home = await (await fetch(base)).text();
    assert.match(home, marks[county].names);
    assert.match(home, /<title>[^<{]+（示範）<\/title>/);
    assert.match(await (await fetch(`${base}/theme.css`)).text(), /^html:root/);
    // Another's service is no service here.
    for (const other of others(county))
      for (const id of marks[other].services)
        for (const path of [`/api/services/${id}`, `/services/${id}/apply`, `/mydata/return/${id}`])
          assert.equal((await fetch(base + path)).status, 404, path);
  });

test('the four look different, and each of them well', async () => {
  const accents = new Set<string>();
  for (const county of counties) {
    const person = await arrive(county === 'county' ? kit : at(kit, county), 'chen-hsiao-ling');
    for (const colorScheme of ['light', 'dark'] as const) {
      await person.page.emulateMedia({ colorScheme });
      await person.page.goto(person.kit.urls.county);
      await person.page.locator('.service-card').first().waitFor();
      await look(person);
      accents.add(
        await person.page
          .locator('.service-card a')
          .first()
          .evaluate((link) => getComputedStyle(link).color),
      );
    }
    await leave(person);
  }
  assert.equal(accents.size, 8);
});

async function cookiesOf({ context }: Person): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await context.cookies()).map(({ name, value }) => [name, value]));
}

const asked = (url: string, cookie: string): Promise<Response> =>
  fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });

/** Texts that lie in any file of a county's folder, or beside its name in the log. */
async function foundIn(county: County, texts: readonly string[]): Promise<readonly string[]> {
  const folder = kit.folderOf(county);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    found.push(...texts.filter((text) => bytes.includes(text)).map((text) => `${file.name}: ${text}`));
  }
  const lines = kit
    .printed()
    .split('\n')
    .filter((line) => line.includes(`"party":"county:${marks[county].id}"`));
  assert.ok(lines.length, `${county} writes a log of its own`);
  found.push(...texts.filter((text) => lines.some((line) => line.includes(text))).map((text) => `log: ${text}`));
  return found;
}

test('one browser at two counties: two drafts, two transfers, two applications', async () => {
  const chiayi = await arrive(kit, 'chen-hsiao-ling');
  const taoyuan: Person = {
    ...chiayi,
    kit: at(kit, 'taoyuan'),
    page: await openTab(chiayi.context, chiayi.complaints),
  };
  await bringIn(chiayi, 'emergency-relief');
  await bringIn(taoyuan, 'tcm-pregnancy-care');

  const cookies = await cookiesOf(chiayi);
  const [ofChiayi, ofTaoyuan] = ['chiayi', 'taoyuan'].map((id) => `mydata_county_${id}_draft`) as [string, string];
  assert.ok(cookies[ofChiayi] && cookies[ofTaoyuan]);
  assert.notEqual(cookies[ofChiayi], cookies[ofTaoyuan]);
  assert.deepEqual(
    Object.keys(cookies).filter((name) => /^mydata_county_(?!chiayi_|taoyuan_)/.test(name)),
    [],
  );
  // One's cookie at the other, under its own name and under the other's, opens nothing.
  const all = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  const draft = `${kit.urls.taoyuan}/api/services/tcm-pregnancy-care/draft`;
  for (const cookie of [
    all.filter((one) => !one.startsWith(ofTaoyuan)).join('; '),
    `${ofTaoyuan}=${cookies[ofChiayi]}`,
  ]) {
    const view = (await (await asked(draft, cookie)).json()) as { official: object; answers: object };
    assert.deepEqual([view.official, view.answers], [{}, {}]);
  }

  await answer(taoyuan, confirmAll, type('聯絡電話', '0912345678'));
  await next(taoyuan, '調理內容');
  await answer(taoyuan, choose('申請哪一種？', '助孕：想懷孕'), declare('資料屬實', '健康資料的書面同意'));
  await next(taoyuan, '確認內容');
  const number = await submit(taoyuan);
  assert.match(number, /^TY/);
  const made = await application(taoyuan.kit, number);
  assert.equal(made.service, 'tcm-pregnancy-care');

  for (const county of others('taoyuan')) {
    assert.equal((await fetch(`${kit.urls[county]}/sandbox/applications/${number}`)).status, 404);
    const progress = await fetch(`${kit.urls[county]}/api/progress`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mydata-request': '1', origin: kit.urls[county] },
      body: JSON.stringify({ applicationNo: number, nationalId: chiayi.resident.nationalId }),
    });
    assert.equal(progress.status, 404);
    assert.deepEqual(await foundIn(county, [number, made.txId!, 'tcm-pregnancy-care', 'taoyuan', '桃園市政府']), []);
  }
  // The draft at the first county is as it was left.
  await chiayi.page.reload();
  await chiayi.page.getByText(/個欄位已由 MyData 帶入/).waitFor();
  assert.deepEqual(
    await foundIn('taoyuan', ['emergency-relief', 'chiayi', '嘉義縣社會局', 'disabled-parking', 'yunlin']),
    [],
  );
  assert.ok((await foundIn('taoyuan', [number])).length, 'it is looked for where it is');
  await leave(chiayi);
});

test('a session of one county’s staff is nobody at the others', async () => {
  const { staff } = await kit.read<{
    staff: readonly { login: string; password: string; code: string }[];
  }>('county', '/sandbox/staff');
  const clerk = staff.find(({ login }) => login === 'designer')!;
  const person = await arrive(kit, 'chen-hsiao-ling');
  const { page } = person;
  await page.goto(`${kit.urls.county}/staff/sign-in`);
  for (const name of ['login', 'password', 'code'] as const) await page.locator(`[name=${name}]`).fill(clerk[name]);
  await page.locator('form button').first().click();
  // The password is hashed slowly on purpose, and other things run beside.
  await page.waitForURL('**/staff', { timeout: 30_000 });
  const cookies = await cookiesOf(person);
  const session = cookies['mydata_county_chiayi_staff']!;
  assert.ok(session);
  const own = await asked(`${kit.urls.county}/api/builder/me`, `mydata_county_chiayi_staff=${session}`);
  assert.equal(own.status, 200);
  for (const county of otherCounties)
    for (const name of ['mydata_county_chiayi_staff', `mydata_county_${county}_staff`, 'mydata_county_staff']) {
      const cookie = `${name}=${session}`;
      assert.equal((await asked(`${kit.urls[county]}/api/builder/me`, cookie)).status, 401, `${county} ${name}`);
      assert.match((await asked(`${kit.urls[county]}/staff`, cookie)).headers.get('location') ?? '', /sign-in/);
    }
  await page.goto(`${kit.urls.hualien}/builder`);
  await page.waitForURL('**/staff/sign-in**');
  await leave(person);
});
