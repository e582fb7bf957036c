/** A kiosk at the counter: hundreds of journeys in one browser, which must stay able to reach the platform. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { cookiesOf } from '../../http/cookies.ts';
import { Browser, entryUrl, world } from '../app.fixture.ts';
import { newId } from '../hashes.ts';
import { keepShown, shownIn } from './browser.ts';

/** Node takes 16 kB of headers, proxies in front of it often 8. */
const most = 1024;

test('300 journeys in one browser: one cookie, and every journey is still there', async () => {
  const { app } = await world();
  const browser = new Browser(app);
  const opened: string[] = [];
  for (let no = 0; no < 300; no++) {
    const page = await browser.open(entryUrl());
    assert.equal(page.response.status, 200);
    opened.push(page.path);
  }
  assert.equal(new Set(opened).size, 300);
  assert.ok(browser.cookies().length < most, browser.cookies());
  for (const path of [opened[0]!, opened[150]!, opened[299]!])
    assert.equal((await browser.open(path)).response.status, 200, path);
});

test('a journey is its own browser’s, and two that begin at once lose none', async () => {
  const { app } = await world();
  const [one, other] = [new Browser(app), new Browser(app)];
  const first = await one.open(entryUrl());
  await other.open(entryUrl());
  assert.equal((await other.open(first.path)).response.status, 404);
  assert.equal((await new Browser(app).open(first.path)).response.status, 404);
  const both = await Promise.all([one.open(entryUrl()), one.open(entryUrl())]);
  for (const { path } of [first, ...both]) assert.equal((await one.open(path)).response.status, 200);
});

test('two first journeys at once in a fresh browser: both live, and all later ones have one secret', async () => {
  const { app } = await world();
  const browser = new Browser(app);
  // Both are on their way before either answer is there, and the browser keeps what both say.
  const first = await Promise.all([app.request(entryUrl()), app.request(entryUrl())]);
  const given = first.flatMap(({ headers }) => headers.getSetCookie().map((line) => line.split(';')[0]!.split('=')));
  assert.equal(given.length, 2);
  for (const [name = '', value = ''] of given) browser.keep(name, value);
  for (const { headers } of first) assert.equal((await browser.open(headers.get('location')!)).response.status, 200);
  const names = browser.cookies().length;
  for (let no = 0; no < 20; no++) assert.equal((await browser.open(entryUrl())).response.status, 200);
  assert.equal(browser.cookies().length, names, 'no more are given');
});

test('secrets that pile up all the same are bounded', async () => {
  const { app } = await world();
  const browser = new Browser(app);
  for (let no = 100; no < 140; no++) browser.keep(`mydata_platform_browser_aaa${no}`, 'a'.repeat(43));
  await browser.open(entryUrl());
  assert.equal(browser.cookies().match(/=a{43}/g)?.length, 8);
});

test('what a cookie should not hold opens nothing and is replaced', async () => {
  const { app } = await world();
  for (const planted of ['', 'x', 'a'.repeat(44), `${'a'.repeat(42)}%`]) {
    const browser = new Browser(app);
    browser.keep('mydata_platform_browser', planted);
    assert.equal((await browser.open(entryUrl())).response.status, 200);
    assert.match(browser.cookies(), /^mydata_platform_browser=; mydata_platform_browser_[\w-]{6}=[\w-]{43}$/);
  }
});

test('300 barcodes shown in one browser: one cookie, with the newest', async () => {
  const needs = { cookies: cookiesOf('platform', 'http://localhost:8701') };
  const app = new Hono()
    .get('/show/:id/:serial', (c) => {
      keepShown(needs, c, c.req.param('id'), c.req.param('serial'));
      return c.body(null);
    })
    .get('/shown/:id', (c) => c.text(shownIn(needs, c, c.req.param('id')) ?? 'none'));
  const ids = Array.from({ length: 300 }, () => newId());
  let cookie = '';
  for (const [no, id] of ids.entries()) {
    const shown = await app.request(`/show/${id}/serial${10 + (no % 90)}`, { headers: { cookie } });
    cookie = shown.headers.get('set-cookie')!.split(';')[0]!;
  }
  assert.ok(cookie.length < most);
  const shown = async (id: string, text = cookie): Promise<string> =>
    (await app.request(`/shown/${id}`, { headers: { cookie: text } })).text();
  assert.deepEqual(await Promise.all([ids.at(-1)!, ids.at(-8)!, ids.at(-9)!].map((id) => shown(id))), [
    'serial39',
    'serial32',
    'none',
  ]);
  assert.equal(await shown(ids[0]!, 'mydata_platform_barcodes=~.~x.y~'), 'none');
});
