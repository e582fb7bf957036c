/** The sandbox in real processes: each party has a clock and people of its own, and they tell each other over HTTP. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadResidents } from '../sandbox/load-residents.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { Browser, type Page } from './browser.ts';
import { landForm, landService } from './land-service.ts';
import { processes, type Processes } from './processes.ts';
import { leave, received, screenOf, step, type Card } from './way.ts';

const slug = 'yeh-shu-chuan';
const year = 366 * 86_400;
let all: Processes;
let resident: SandboxResident;
let card: Card;
let api: string;

before(async () => {
  all = await processes([{ service: landService, form: landForm }]);
  for (const name of ['provider', 'county', 'platform'] as const) await all.start(name);
  resident = (await loadResidents()).find((one) => one.slug === slug)!;
  const answer = await fetch(`${all.urls.platform}/sandbox/residents`);
  card = ((await answer.json()) as readonly Card[]).find((one) => one.slug === slug)!;
  api = `${all.urls.county}/api/services/${landService.id}`;
});
after(() => all.close());

interface Told {
  readonly aheadSeconds: number;
  readonly busy: readonly string[];
  readonly silent: readonly string[];
}

async function move(seconds: number): Promise<Told> {
  const answer = await fetch(`${all.urls.platform}/sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seconds }),
  });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Told;
}

const aheadOf = async (name: 'provider' | 'county' | 'platform'): Promise<number> =>
  ((await (await fetch(`${all.urls[name]}/sandbox/clock`)).json()) as Told).aheadSeconds;

const isJourney = ({ url }: Page): boolean => new URL(url).pathname.startsWith('/journey/');

async function through(who = { resident, card }): Promise<Awaited<ReturnType<typeof received>>['transfer']> {
  const browser = new Browser((url, init) => fetch(url, init));
  let page = await leave(browser, api, who.resident.nationalId);
  for (let steps = 0; steps < 2000 && isJourney(page); steps += 1) page = await step(browser, page, who);
  assert.equal(new URL(page.url).origin, all.urls.county);
  return (await received(browser, api, 3000)).transfer;
}

test('a year and two later residents still pass: certificates, keys and the register go on', async () => {
  assert.equal((await through()).status, 'filled');
  for (const years of [1, 2]) {
    const { aheadSeconds, busy, silent } = await move(year);
    assert.deepEqual({ aheadSeconds, busy, silent }, { aheadSeconds: years * year, busy: [], silent: [] });
    for (const name of ['provider', 'county', 'platform'] as const) assert.equal(await aheadOf(name), years * year);
    assert.equal((await through()).status, 'filled');
  }
});

test('a party that starts again shows the time it showed', async () => {
  all.signal('county', 'SIGTERM');
  await all.ended('county');
  await all.start('county');
  assert.equal(await aheadOf('county'), await aheadOf('platform'));
  assert.equal((await through()).status, 'filled');
});

test('a resident who leaves a page for ten minutes comes back to 408, without the ten minutes', async () => {
  const browser = new Browser((url, init) => fetch(url, init));
  let page = await leave(browser, api, resident.nationalId);
  while (screenOf(page) !== 'terms') page = await step(browser, page, { resident, card });
  await move(15 * 60);
  const later = await browser.visit(page.url);
  assert.equal(new URL(later.url).origin, all.urls.county);
  assert.equal((await received(browser, api)).transfer.code, 408);
});

test('a person who is made while all run goes the same way, and still after the provider’s next start', async () => {
  const answer = await fetch(`${all.urls.platform}/sandbox/people`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ sex: 'M', age: 58, county: '嘉義縣', town: '民雄鄉', family: 'alone', income: 'none', disability: 'none' },
      land: true,
    }),
  });
  const { people, silent: first } = (await answer.json()) as { people: SandboxResident[]; silent: string[] };
  assert.equal(answer.status, 201);
  // Parties that are busy with what a moved clock made due are told again, as the page has it.
  let silent: readonly string[] = first;
  for (let tries = 0; tries < 5 && silent.length; tries += 1) {
    const again = await fetch(`${all.urls.platform}/sandbox/people`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(people),
    });
    ({ silent } = (await again.json()) as { silent: string[] });
  }
  assert.deepEqual(silent, []);
  const own = people[0]!;
  const list = (await (await fetch(`${all.urls.platform}/sandbox/residents`)).json()) as readonly Card[];
  const who = { resident: own, card: list.find((one) => one.slug === own.slug)! };
  assert.equal((await through(who)).status, 'filled');
  all.signal('provider', 'SIGTERM');
  await all.ended('provider');
  await all.start('provider');
  // A heartbeat that fell into the restart counts until the next, a minute later.
  const down = async (): Promise<boolean> => {
    const rows = (await (await fetch(`${all.urls.platform}/find_all_resources`)).json()) as readonly {
      resource_id: string;
      status: string;
    }[];
    return rows.some(({ resource_id: id, status }) => landService.datasets.includes(id) && status !== '01');
  };
  for (let tries = 0; tries < 90 && (await down()); tries += 1) await new Promise((later) => setTimeout(later, 1000));
  const { status, code } = await through(who);
  assert.deepEqual({ status, code }, { status: 'filled', code: undefined });
});
