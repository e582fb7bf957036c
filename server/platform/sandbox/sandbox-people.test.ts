/** Test people are made at the platform, prove identity there, and the other parties are told over HTTP. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Fetch } from '../../context.ts';
import { peopleDoors } from '../../sandbox/people/doors.ts';
import { OwnPeople, type OwnFile } from '../../sandbox/people/own-people.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import { routesOf } from '../../testing/route-matrix.ts';
import { createApp } from '../app.ts';
import { residents as base, world } from '../app.fixture.ts';
import { personHash } from '../hashes.ts';

const household = 'API.7QovE2Gev6';
const choices = {
  sex: 'F',
  age: '41',
  county: '嘉義縣',
  town: '民雄鄉',
  family: 'couple',
  income: 'low-2',
  disability: 'none',
  car: 'yes',
};
let root: string;
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sandbox-people-'));
});
after(() => rm(root, { recursive: true }));

async function installation(name: string, environment: 'test' | 'live' = 'test') {
  const made = await world({ environment });
  const people = await OwnPeople.open(join(root, name, 'platform'), base);
  const held = await OwnPeople.open(join(root, name, 'provider'), base);
  const heard: SandboxResident[] = [];
  const door = peopleDoors(held, async (told) => void heard.push(...told));
  const state = { silent: false };
  const fetch: Fetch = async (url, init) => {
    if (state.silent) throw Object.assign(new TypeError('nobody'), { cause: { code: 'ECONNREFUSED' } });
    return door.request(new URL(url).pathname.replace('/sandbox', ''), init);
  };
  const app = createApp({
    ...made.options,
    fetch,
    config: { ...made.options.config, residents: people.residents },
    ownPeople: { people, others: [{ name: 'provider', url: 'http://provider.test' }] },
  });
  const form = (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  const page = async (path: string) => (await app.request(path, { headers: { accept: 'text/html' } })).text();
  const make = async (more: Record<string, string> = {}): Promise<OwnFile> => {
    const answer = await form('/sandbox/people', { action: 'make', ...choices, ...more });
    assert.equal(answer.status, 303, await answer.clone().text());
    return people.file(answer.headers.get('location')!.split('/').at(-1)!)!;
  };
  return { ...made, app, people, held, heard, state, form, page, make };
}

test('who is made has every key, is in the list, and is told to the others', async () => {
  const { make, app, keys, storage, heard } = await installation('made');
  const file = await make();
  const list = (await (await app.request('/sandbox/residents')).json()) as {
    slug: string;
    card: { certificatePem: string };
    passkey: { credentialId: string };
  }[];
  const listed = list.find(({ slug }) => slug === file.slug)!;
  assert.match(listed.card.certificatePem, /BEGIN CERTIFICATE/);
  const passkeys = await storage.passkeysOf(personHash(keys.hashKey, file.nationalId));
  assert.deepEqual(
    passkeys.map(({ credentialId }) => credentialId),
    [listed.passkey.credentialId],
  );
  assert.deepEqual(
    heard.map(({ slug }) => slug),
    [file.slug],
  );
  assert.ok(JSON.stringify(heard[0]!.records[household]).includes(file.name));
});

test('a fact and a field are changed on the page; what does not agree is told', async () => {
  const { make, form, page, held } = await installation('changed');
  const { slug, name, facts } = await make();
  const record = () => JSON.stringify(held.residents.find((one) => one.slug === slug)!.records[household]);
  const wish = {
    action: 'facts',
    ...choices,
    ...facts.address,
    name: '改名人',
    birthDateYear: '74',
    birthDateMonth: '2',
    birthDateDay: '3',
  };
  const saved = await form(`/sandbox/people/${slug}`, wish);
  assert.match(await saved.text(), /各機關的紀錄都跟著改了/);
  assert.ok(record().includes('改名人') && !record().includes(name));

  const path = `/sandbox/people/${slug}/${household}`;
  assert.match(await page(path), /改名人/);
  const edited = record().replaceAll('改名人', '另一名');
  assert.match(await (await form(path, { action: 'save', record: edited })).text(), /是「另一名」，事實是「改名人」/);
  assert.equal(record(), edited);
  for (const wrong of ['{"a":', '{"nothing":true}'])
    assert.equal((await form(path, { action: 'save', record: wrong })).status, 400);
  assert.equal(record(), edited);
  await form(path, { action: 'none', record: '' });
  assert.equal(record(), 'null');
  assert.doesNotMatch(await (await form(path, { action: 'facts', record: '' })).text(), /事實是「/);
  assert.ok(record().includes('改名人'));
  const refused = await form(`/sandbox/people/${slug}`, { ...wish, town: '板橋區' });
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /鄉鎮市區要屬於所選的縣市/);
});

test('a person goes to another installation by file or by link, and is the same there', async () => {
  const one = await installation('one');
  const { slug } = await one.make();
  const file = await (await one.app.request(`/sandbox/people/${slug}.json`)).text();
  const link = /http:\/\/localhost:8701\/sandbox\/people\/accept\?code=[\w-]+/.exec(
    await one.page(`/sandbox/people/${slug}`),
  )![0];
  for (const [name, given] of [
    ['by-file', file],
    ['by-link', link],
  ] as const) {
    const other = await installation(name);
    const accept = await other.page(new URL(link).pathname + new URL(link).search);
    assert.match(accept, new RegExp(JSON.parse(file).name as string));
    assert.equal((await other.form('/sandbox/people', { action: 'import', file: given })).status, 303);
    assert.deepEqual(other.people.file(slug), JSON.parse(file));
    assert.deepEqual(other.held.file(slug), JSON.parse(file));
  }
  const put = await one.app.request('/sandbox/people', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: file.replace('虛構人物', '真實人物'),
  });
  assert.equal(put.status, 400);
});

test('a party that was away is named and told again; who is deleted is gone everywhere', async () => {
  const { make, state, form, held, people, heard } = await installation('away');
  state.silent = true;
  const answer = await form('/sandbox/people', { action: 'make', ...choices });
  assert.match(await answer.text(), /沒有收到：provider/);
  state.silent = false;
  assert.match(await (await form('/sandbox/people', { action: 'tell' })).text(), /各方都收到了/);
  assert.deepEqual(held.files(), people.files());
  const { slug } = await make();
  await form(`/sandbox/people/${slug}`, { action: 'remove' });
  assert.equal(held.file(slug), undefined);
  assert.deepEqual(heard.at(-1)?.records, {}, 'its records go');
  assert.equal((await form(`/sandbox/people/${slug}`, { action: 'remove' })).status, 404);
});

test('live has none of it', async () => {
  const { app } = await installation('live', 'live');
  assert.deepEqual(
    routesOf(app).filter(({ path }) => path.includes('people')),
    [],
  );
  assert.equal((await app.request('/sandbox/people')).status, 404);
});
