/** The line between the parties holds while one of them is killed, told to end, or frozen: real processes, real time. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { lifetimes } from '../lifetimes.ts';
import { loadResidents } from '../sandbox/load-residents.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { Browser, type Page } from './browser.ts';
import { landForm, landService } from './land-service.ts';
import { processes, type Processes } from './processes.ts';
import { leave, received, screenOf, step, type Card } from './way.ts';

const slug = 'yeh-shu-chuan';
let all: Processes;
let resident: SandboxResident;
let card: Card;
let api: string;

before(async () => {
  all = await processes([{ service: landService, form: landForm }]);
  // The county trusts what the provider makes, and the platform reads what the county registers.
  for (const name of ['provider', 'county', 'platform'] as const) await all.start(name);
  resident = (await loadResidents()).find((one) => one.slug === slug)!;
  const answer = await fetch(`${all.urls.platform}/sandbox/residents`, { headers: { accept: 'application/json' } });
  card = ((await answer.json()) as readonly Card[]).find((one) => one.slug === slug)!;
  api = `${all.urls.county}/api/services/${landService.id}`;
});
after(() => all.close());

const isJourney = ({ url }: Page): boolean => new URL(url).pathname.startsWith('/journey/');

async function to(screen: string): Promise<{ browser: Browser; page: Page }> {
  const browser = new Browser((url, init) => fetch(url, init));
  let page = await leave(browser, api, resident.nationalId);
  for (let steps = 0; steps < 2000 && isJourney(page) && screenOf(page) !== screen; steps += 1)
    page = await step(browser, page, { resident, card });
  assert.equal(screenOf(page), screen);
  return { browser, page };
}

/** On to the end, by what the pages ask. */
async function back(browser: Browser, from: Page): Promise<Page> {
  let page = from;
  for (let steps = 0; steps < 2000 && isJourney(page); steps += 1) page = await step(browser, page, { resident, card });
  return page;
}

interface Recorded {
  readonly number: number;
  readonly ok: boolean;
}

const lastRecord = async (): Promise<readonly Recorded[]> => {
  const answer = await fetch(`${all.urls.platform}/sandbox/records`);
  return ((await answer.json()) as { readonly events: readonly Recorded[] }[])[0]?.events ?? [];
};

const cancel = async (browser: Browser, page: Page): Promise<Page> => {
  const [, csrf = ''] = /action="[^"]*\/cancel"[\s\S]*?name="csrf" value="([^"]*)"/.exec(page.text) ?? [];
  return browser.visit(page.url.replace(/[^/]*$/, 'cancel'), { csrf });
};

for (const [how, signal, code] of [
  ['killed', 'SIGKILL', 'SIGKILL'],
  ['told to end', 'SIGTERM', 0],
] as const)
  test(`the platform is ${how} between consent and the county’s answer: back with 200, and the form is filled`, async () => {
    const { browser, page } = await to('consent');
    all.signal('county', 'SIGSTOP');
    const told = await step(browser, page, { resident, card });
    assert.equal(screenOf(told), 'delivering', 'the page does not hang on the frozen county');
    all.signal('platform', signal);
    all.signal('county', 'SIGCONT');
    assert.equal(await all.ended('platform'), code);
    await all.start('platform');
    const returned = await back(browser, await browser.visit(told.url));
    assert.equal(new URL(returned.url).origin, all.urls.county);
    const draft = await received(browser, api, 12_000);
    assert.deepEqual([draft.transfer.status, draft.transfer.code], ['filled', undefined]);
  });

test('the county is killed while the package is on its way: its next life fetches the same, and both records agree', async () => {
  const { browser, page } = await to('consent');
  const cut = all.cutNextPackage();
  const returned = await back(browser, await step(browser, page, { resident, card }));
  assert.equal(new URL(returned.url).origin, all.urls.county);
  await cut;
  all.signal('county', 'SIGKILL');
  assert.equal(await all.ended('county'), 'SIGKILL');
  await all.start('county');
  const draft = await received(browser, api, 12_000);
  assert.equal(draft.transfer.status, 'filled');
  // What the platform hears when it is stored comes a moment after the form has it.
  let handed: readonly string[] = [];
  for (let tries = 0; tries < 500 && handed.length < 2; tries += 1) {
    await pause(20);
    handed = (await lastRecord()).flatMap(({ number, ok }) => ([310, 350].includes(number) ? [`${number} ${ok}`] : []));
  }
  assert.deepEqual(handed, ['310 true', '350 true']);
});

test('a frozen provider: who waits can cancel, and who goes on waiting is told within the limit', async () => {
  const one = await to('parameters');
  const other = await to('parameters');
  all.signal('provider', 'SIGSTOP');
  try {
    const begun = performance.now();
    const waiting = await step(one.browser, one.page, { resident, card });
    const asked = await step(other.browser, other.page, { resident, card });
    assert.deepEqual([screenOf(waiting), screenOf(asked)], ['fetching', 'fetching']);
    const cancelled = await cancel(one.browser, waiting);
    assert.equal(new URL(cancelled.url).origin, all.urls.county);
    assert.ok(performance.now() - begun < 20_000);
    assert.equal((await received(one.browser, api)).transfer.code, 205);

    let page = asked;
    while (screenOf(page) === 'fetching') page = await step(other.browser, page, { resident, card });
    const took = performance.now() - begun;
    assert.ok(took < lifetimes.providerCall.ms + 15_000, `${took} ms`);
    assert.equal(screenOf(page), 'preview');
    assert.match(page.text, /暫時無法取得/);
    await back(other.browser, page);
    assert.equal((await received(other.browser, api)).transfer.code, 504);
  } finally {
    all.signal('provider', 'SIGCONT');
  }
});
