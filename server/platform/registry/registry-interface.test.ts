/** The registry as a county's system sees it, over the platform's app. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from '../app.fixture.ts';
import { signedIn } from '../staff/staff.fixture.ts';
import {
  asking,
  countyWorld,
  decide,
  household,
  lowIncome,
  submission,
  wholeHousehold,
} from './registry-interface.fixture.ts';
import { revokeRegistryAccount } from './registry-accounts.ts';
import { asked } from './sample.fixture.ts';

const fields = (...names: readonly string[]) => asked(household, { fields: names.map((name) => `$.${name}`) });
/** Not on this machine, as the trial and live want it. */
const outside = {
  ...submission,
  returnUrl: 'https://service.example.gov.tw/r',
  spApiUrl: 'https://service.example.gov.tw/s',
};
const { asked: _, ...addresses } = { ...outside, addresses: ['203.0.113.5'] };
const more = asking({ datasets: [...submission.asked.datasets, asked(lowIncome)] });

test('a new service gets test keys at once, and is answered the same when it is sent again', async () => {
  const { county } = await countyWorld();
  const first = await county.put(submission);
  assert.equal(first.status, 201);
  assert.equal(first.headers.get('cache-control'), 'no-store');
  const { state, phase, covers, keys, clientId, noted, pending } = first.body;
  assert.deepEqual([state, phase, noted, pending], ['registered', 'test', [], undefined]);
  assert.match(clientId, /^CLI\.[A-Za-z0-9]{10}$/);
  assert.equal(keys?.clientSecret.length, 16);
  assert.deepEqual(covers, submission.asked);
  const again = await county.put(submission);
  assert.deepEqual([again.status, again.body], [200, first.body]);
  const reordered = JSON.stringify({
    addresses: [],
    spApiUrl: submission.spApiUrl,
    returnUrl: submission.returnUrl,
    asked: Object.fromEntries(Object.entries(submission.asked).reverse()),
  });
  assert.deepEqual(
    (await county.call('PUT', '/relief', reordered)).body,
    first.body,
    'one content, whatever its order',
  );
  assert.deepEqual(await county.look(), first.body);

  const list = await county.call('GET', '');
  assert.deepEqual(
    (list.body as unknown as { services: { keys?: unknown }[] }).services.map((one) => one.keys),
    [undefined],
  );
  const received = await county.call('POST', '/relief/keys/received');
  assert.equal(received.status, 200);
  assert.equal(received.body.keys, undefined);
  assert.equal((await county.call('POST', '/relief/keys/received')).status, 200);
  assert.equal((await county.put(submission)).body.keys, undefined, 'nobody gets them any more');
});

test('fifty that submit at once are one service, and one version', async () => {
  const { county, world, idOf } = await countyWorld();
  const answers = await Promise.all(Array.from({ length: 50 }, () => county.put(submission)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(new Set(answers.map(({ body }) => body.keys?.clientSecret)).size, 1);
  assert.equal((await world.storage.serviceVersions(await idOf())).length, 1);
});

test('the list answers 304 until something changes; a suspension is seen at once', async () => {
  const { county, world, idOf } = await countyWorld();
  await county.put(submission);
  await county.call('POST', '/relief/keys/received');
  const etag = (await county.call('GET', '')).headers.get('etag') ?? '';
  const look = () => county.call('GET', '', undefined, { 'if-none-match': etag });
  assert.equal((await look()).status, 304);
  const operator = await signedIn(world, 'operator');
  const page = await operator.open(`/operator/services/${await idOf()}`);
  await operator.post(page, 'stop', { verb: 'suspend', stopReason: '疑似個資外洩' });
  const told = await look();
  assert.equal(told.status, 200);
  const { state, decision } = await county.look();
  assert.deepEqual([state, decision?.what, decision?.reason], ['suspended', 'suspended', '疑似個資外洩']);
  await operator.post(await operator.open(`/operator/services/${await idOf()}`), 'stop', {
    verb: 'restore',
    stopReason: '已確認改善',
  });
  assert.equal((await county.look()).state, 'registered');
});

test('the same or less runs at once, without anybody', async () => {
  const { county, world, idOf } = await countyWorld();
  await county.put(asking({ datasets: [fields('person_id', 'person_name', 'birth_date')] }));
  const less = asking({ datasets: [fields('person_id', 'person_name')], retentionDays: 365 });
  const { body } = await county.put(less);
  assert.deepEqual([body.state, body.covers], ['registered', less.asked]);
  assert.equal(body.pending, undefined);
  assert.equal((await world.storage.service(await idOf()))?.state.version, 2);
});

test('what is registered alone decides: entry, narrowed fields, words and records, before and after the reviewer', async () => {
  const { county, world, idOf } = await countyWorld();
  await county.put(submission);
  world.dp[household] = { status: 204 };
  world.dp[lowIncome] = { status: 204 };
  const wordsOf = ({ text }: Page) => /<section class="words"[^>]*>([\s\S]*?)<\/section>/.exec(text)?.[1] ?? '';
  const askedOfProvider = () =>
    world.dpRequests
      .splice(0)
      .map(({ url, headers }) => [new URL(url).pathname.split('/').at(-1), headers.get('fields')]);
  const journey = async (resources: readonly string[]) => {
    const { start, browser } = await county.arrive(resources);
    const consent = await browser.toConsent(world, start);
    return { consent, provider: askedOfProvider() };
  };

  const before = async (what: string) => {
    const { consent, provider } = await journey([household]);
    assert.deepEqual(provider, [[household, 'person_id,person_name']], what);
    assert.match(wordsOf(consent), /個人戶籍資料（內政部戶政司提供，僅[^）]*姓名）/, what);
    assert.doesNotMatch(wordsOf(consent), /低收|出生/, what);
    assert.equal((await county.arrive([household, lowIncome])).code, '401', what);
  };
  await before('as it was registered');

  const amended = asking({
    datasets: [fields('person_id', 'person_name', 'birth_date'), asked(lowIncome)],
    retentionDays: 3000,
  });
  const waits = (await county.put(amended)).body;
  assert.equal(waits.state, 'in-review');
  assert.deepEqual(waits.covers, submission.asked);
  assert.deepEqual(waits.pending?.asked, amended.asked);
  assert.deepEqual((await county.put(amended)).body, waits, 'sent again it is the same');
  await before('while it is looked at');

  await decide(world, await idOf(), 'return', '請說明為什麼要低收入戶資料');
  const returned = await county.look();
  assert.equal(returned.state, 'returned');
  assert.deepEqual([returned.decision?.what, returned.decision?.reason], ['returned', '請說明為什麼要低收入戶資料']);
  assert.deepEqual(returned.covers, submission.asked);
  await before('after it came back');

  const better = asking({ ...amended.asked, purpose: '審核急難救助申請，確認設籍、戶內人口與低收入戶資格。' });
  assert.equal((await county.put(better)).body.state, 'in-review');
  await decide(world, await idOf(), 'approve');
  const registered = await county.look();
  assert.deepEqual([registered.state, registered.decision?.what], ['registered', 'approved']);
  assert.deepEqual(registered.covers, better.asked);
  const { consent, provider } = await journey([household, lowIncome]);
  assert.deepEqual(provider[0], [household, 'person_id,person_name,birth_yyymmdd']);
  assert.equal(provider[1]?.[0], lowIncome);
  assert.match(wordsOf(consent), /低收/);
  assert.match(wordsOf(consent), /僅[^）]*出生[^）]*）/);
  const record = await world.storage.registryDecisions(await idOf());
  assert.ok(record.some(({ what, by }) => what === 'approve' && by.includes('沈小芬')));
});

test('what a rule refuses comes back at once with its findings and clause; amended it runs', async () => {
  const { county } = await countyWorld();
  const bad = asking({ terms: '您授權本府持續取得您的資料，爾後無須再次同意。' });
  const first = await county.put(bad);
  assert.equal(first.status, 201);
  assert.deepEqual([first.body.state, first.body.phase, first.body.covers], ['returned', 'closed', undefined]);
  const finding = first.body.pending?.findings.find(({ verdict }) => verdict === 'refused');
  assert.equal(finding?.rule, 'standing-consent');
  assert.match(finding?.clause ?? '', /附件二/);
  assert.match(first.body.decision?.reason ?? '', /當次同意/);
  assert.equal((await county.arrive([household])).code, '401');
  assert.deepEqual((await county.put(bad)).body, first.body);
  const good = (await county.put(submission)).body;
  assert.deepEqual([good.state, good.phase, good.clientId], ['registered', 'test', first.body.clientId]);
  assert.deepEqual(good.covers, submission.asked);
  // An amendment that a rule refuses leaves what runs as it is.
  const worse = (await county.put(asking({ retentionDays: 36_500 }))).body;
  assert.deepEqual([worse.state, worse.phase], ['returned', 'test']);
  assert.deepEqual(worse.covers, submission.asked);
  assert.equal((await county.put(submission)).body.state, 'registered', 'taken back');
});

test('the newest takes the place of one that waits; what runs takes it back', async () => {
  const { county, world, idOf } = await countyWorld();
  await county.put(submission);
  await county.put(more);
  const newer = asking({ retentionDays: 2000 });
  const waits = (await county.put(newer)).body;
  assert.deepEqual([waits.state, waits.pending?.asked], ['in-review', newer.asked]);
  await decide(world, await idOf(), 'approve');
  assert.deepEqual((await county.look()).covers, newer.asked, 'what was decided is what was sent last');
  await county.put(more);
  const back = (await county.put(newer)).body;
  assert.deepEqual([back.state, back.pending, back.covers], ['registered', undefined, newer.asked]);
  assert.equal((await county.put(more)).body.state, 'in-review', 'and may be asked again');
  // Less than what runs is at once, whatever waited.
  const less = asking({ retentionDays: 1000 });
  assert.deepEqual([(await county.put(less)).body.state, (await county.look()).covers], ['registered', less.asked]);
});

test('what a document has no place for is noted in test and stands against the trial', async () => {
  const { county, world, idOf } = await countyWorld();
  const bare = asking({
    centralService: '',
    datasets: submission.asked.datasets.map((one) => ({ ...one, lookUp: '' as const })),
    contact: { ...submission.asked.contact, email: '' },
  });
  const first = (await county.put(bare)).body;
  assert.deepEqual([first.state, first.phase], ['registered', 'test']);
  assert.deepEqual(
    first.noted.map(({ field, verdict }) => `${field} ${verdict}`),
    ['contactEmail question', 'datasets.0.lookUp question', 'centralService question'],
  );
  assert.notEqual((await county.arrive([household])).page.response.status, 401);
  const staff = await signedIn(world, 'chiayi');
  const own = `/portal/services/${await idOf()}`;
  const tried = await staff.post(await staff.open(own), 'start-trial');
  assert.equal(tried.response.status, 422);
  assert.match(tried.text, /能不能自行查調/);
  // Said, it asks nothing more.
  const said = (await county.put(submission)).body;
  assert.deepEqual([said.state, said.noted, said.covers], ['registered', [], submission.asked]);
});

test('a question of the rules is noted in test; before the trial a reviewer answers it, once', async () => {
  const { county, world, idOf } = await countyWorld();
  const asks = asking({ retentionDays: 5000 }, addresses);
  const first = (await county.put(asks)).body;
  assert.deepEqual([first.state, first.noted.map(({ rule }) => rule)], ['registered', ['retention']]);
  const staff = await signedIn(world, 'chiayi');
  const own = `/portal/services/${await idOf()}`;
  await staff.post(await staff.open(own), 'testers', { testers: 'A123456789' });
  const sent = await staff.post(await staff.open(own), 'start-trial');
  assert.match(sent.text, /已送審/);
  const looked = await county.look();
  assert.deepEqual([looked.state, looked.phase], ['registered', 'test'], 'what runs goes on');
  await decide(world, await idOf(), 'approve');
  assert.deepEqual((await county.look()).noted, []);
  await staff.post(await staff.open(own), 'start-trial');
  assert.equal((await county.look()).phase, 'trial');
  // In trial a change of where the data goes is looked at, and of how it is sealed, and less is not.
  assert.equal((await county.put({ ...asks, jwe: 'A256GCMKW' })).body.state, 'in-review');
  assert.equal((await county.put({ ...asks, spApiUrl: 'https://other.example.gov.tw/sp' })).body.state, 'in-review');
  assert.equal(
    (await county.put(asking({ retentionDays: 4999 }, addresses))).body.state,
    'in-review',
    'another question',
  );
  assert.equal((await county.put(asking({ retentionDays: 3000 }, addresses))).body.state, 'registered');
});

test('a live service’s change is announced 30 days ahead, agreed to, and runs on its day', async () => {
  const { county, world, idOf } = await countyWorld();
  await county.put(asking({}, addresses));
  const service = await world.storage.service(await idOf());
  assert.ok(service);
  const { id, revision } = service;
  await world.storage.commit([{ step: 'move-service', id, revision, state: { phase: 'live', version: 1 } }]);
  const change = asking({ retentionDays: 2000 }, addresses);
  assert.equal((await county.put(change)).body.state, 'in-review');
  await decide(world, id, 'approve');
  const agreed = await county.look();
  assert.equal(agreed.state, 'registered');
  assert.equal(agreed.covers?.retentionDays, 1825);
  const day = new Date(agreed.pending?.effectiveAt ?? 0);
  assert.equal(day.getTime() - world.clock.now().getTime(), 30 * 24 * 60 * 60 * 1000);
  world.clock.pass(30 * 24 * 60 * 60 * 1000);
  const after = await county.look();
  assert.deepEqual([after.state, after.pending, after.covers?.retentionDays], ['registered', undefined, 2000]);
});

test('of a choice a journey asks for one', async () => {
  const { county } = await countyWorld();
  const choice = asking({ datasets: [asked(household), asked(wholeHousehold)], anyOf: [[household, wholeHousehold]] });
  assert.deepEqual((await county.put(choice)).body.covers?.anyOf, [[household, wholeHousehold]]);
  for (const one of [household, wholeHousehold]) assert.equal((await county.arrive([one])).code, '');
  assert.equal((await county.arrive([household, wholeHousehold])).code, '401');
  // Both as a must is more.
  const both = asking({ datasets: [asked(household), asked(wholeHousehold)] });
  assert.equal((await county.put(both)).body.state, 'in-review');
});

test('an organisation sees and changes its own only; accounts are refused alike', async () => {
  const { county, other, world } = await countyWorld();
  await county.put(submission);
  assert.equal((await other.call('GET', '/relief')).body.error?.code, 'service-unknown');
  assert.equal((await other.call('POST', '/relief/keys/received')).status, 404);
  assert.deepEqual((await other.call('GET', '')).body, { services: [] });
  const own = (await other.put(submission)).body;
  assert.notEqual(own.clientId, (await county.look()).clientId, 'the same name is another service');

  const wrong = await county.call('GET', '', undefined, { authorization: '' });
  assert.equal(wrong.status, 401);
  assert.match(wrong.headers.get('www-authenticate') ?? '', /^Basic /);
  const guess = (name: string) =>
    county.call('GET', '', undefined, { authorization: `Basic ${Buffer.from(`${name}:x`).toString('base64')}` });
  assert.equal((await guess('REG.unknown000')).body.error?.code, 'registry-account');
  const account = await world.storage.registryAccount(other.account.account);
  assert.ok(account);
  await revokeRegistryAccount(world, { id: 'x', name: '維運員', side: 'operator' }, account);
  assert.equal((await other.call('GET', '')).body.error?.code, 'registry-account');
  // Guessing ends; whoever has the password is not kept from it.
  for (let turn = 0; turn < 25; turn++) await guess('REG.chiayi0000');
  const limited = await guess('REG.chiayi0000');
  assert.deepEqual([limited.status, limited.body.error?.code], [429, 'too-many-tries']);
  assert.ok(Number(limited.headers.get('retry-after')) > 0);
  assert.equal((await county.call('GET', '')).status, 200);
});

test('what has not the right shape is refused, with the place', async () => {
  const { county } = await countyWorld();
  const cases: readonly (readonly [unknown, number, string, string?])[] = [
    ['{"asked":', 400, 'submission-unreadable'],
    ['[]', 422, 'submission-invalid', ''],
    [{ ...submission, more: 1 }, 422, 'submission-invalid', ''],
    [asking({ kind: 'game' as never }), 422, 'submission-invalid', '/asked/kind'],
    [asking({ name: 'x'.repeat(201) }), 422, 'submission-invalid', '/asked/name'],
    [asking({ anyOf: [[household, lowIncome]] }), 422, 'submission-invalid', '/asked/anyOf/0'],
    [
      asking({ counter: { atLeast: [{ n: 2, of: [household, lowIncome] }], bring: [] } }),
      422,
      'submission-invalid',
      '/asked/counter',
    ],
    ['x'.repeat(300 * 1024), 413, 'too-large'],
  ];
  for (const [body, status, code, path] of cases) {
    const answer = await county.call('PUT', '/relief', body);
    assert.deepEqual([answer.status, answer.body.error?.code], [status, code]);
    if (path !== undefined) assert.equal(answer.body.error?.fields?.[0]?.path, path);
  }
  assert.equal((await county.call('PUT', '/relief', 'a=b', { 'content-type': 'text/plain' })).status, 415);
  for (const name of ['Relief', 'a--b', `a${'b'.repeat(60)}`, '%2e%2e'])
    assert.equal((await county.call('PUT', `/${name}`, submission)).status, 404, name);
  assert.equal((await county.call('GET', '/relief')).status, 404, 'nothing was stored');
});

test('accounts are made, renewed and revoked at the portal and on the console; a password is shown once', async () => {
  const { world, county } = await countyWorld();
  const shown = (text: string) => [...text.matchAll(/<dd><code>([^<]+)<\/code>/g)].map(([, word = '']) => word);
  const staff = await signedIn(world, 'chiayi');
  const made = await staff.post(await staff.open('/portal/registry'), 'accounts');
  const [account = '', password = ''] = shown(made.text);
  assert.match(account, /^REG\.[a-z0-9]{10}$/);
  assert.equal(made.response.headers.get('cache-control'), 'no-store');
  const call = async (secret: string) =>
    (
      await county.call('GET', '', undefined, {
        authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`,
      })
    ).status;
  assert.equal(await call(password), 200);
  const list = await staff.open('/portal/registry');
  assert.ok(list.text.includes(account) && !list.text.includes(password));
  const [, renewed = ''] = shown((await staff.post(list, `${account}/renew`)).text);
  assert.deepEqual([await call(password), await call(renewed)], [401, 200]);
  const operator = await signedIn(world, 'operator');
  const page = await operator.open('/operator/organisations/ORG.chiayi');
  await operator.post(page, `${account}/revoke`);
  assert.equal(await call(renewed), 401);
  assert.match((await operator.open('/operator/organisations/ORG.chiayi')).text, /已停用/);
  const own = await world.storage.registryDecisions('ORG.chiayi');
  assert.deepEqual(
    own.map(({ what }) => what),
    ['make-registry-account', 'renew-registry-account', 'revoke-registry-account'],
  );
  assert.ok(!JSON.stringify(own).includes(renewed));
  for (let turn = 0; turn < 6; turn++) {
    const again = await staff.open('/portal/registry');
    if (again.text.includes('action="/portal/registry/accounts"')) await staff.post(again, 'accounts');
  }
  const open = (await world.storage.registryAccounts('ORG.chiayi')).filter(({ revokedAt }) => !revokedAt);
  assert.equal(open.length, 5);
});

test('the reviewer sees what runs and what was sent side by side, what asks more marked', async () => {
  const { world, county, idOf } = await countyWorld();
  await county.put(submission);
  await county.put(
    asking(
      {
        datasets: [fields('person_id', 'birth_date'), asked(lowIncome)],
        contact: { ...submission.asked.contact, unit: '新的科' },
      },
      { spApiUrl: 'https://other.example.gov.tw/sp' },
    ),
  );
  const reviewer = await signedIn(world, 'reviewer');
  assert.match((await reviewer.open('/operator/services')).text, /修改內容/);
  const { text } = await reviewer.open(`/operator/services/${await idOf()}`);
  assert.match(text, /不同的有 4 項，其中\s*<strong>3\s+項要求得更多<\/strong>/);
  const compared = /<section aria-labelledby="compare">([\s\S]*?)<\/section>/.exec(text)?.[1] ?? '';
  const row = (label: string) => compared.split('<tr').find((one) => one.includes(label)) ?? '';
  assert.match(row('欄位'), /要求更多[\s\S]*<del>姓名<\/del>[\s\S]*<ins>[^<]*出生[^<]*<\/ins>/);
  assert.match(row('資料集</strong>'), /要求更多[\s\S]*（無）[\s\S]*低收/);
  assert.match(row('承辦單位'), /沒有更多/);
  assert.match(row('SP-API'), /要求更多/);
  // Nothing that was sent is markup.
  await county.put(asking({ purpose: '<script>alert(1)</script>審核急難救助的申請' }));
  const hostile = await reviewer.open(`/operator/services/${await idOf()}`);
  assert.ok(!hostile.text.includes('<script>alert') && hostile.text.includes('&lt;script&gt;'));
});

test('the example of the documentation is one that the registry takes', async () => {
  const { county } = await countyWorld();
  const page = await readFile(new URL('../../../docs/registry.md', import.meta.url), 'utf8');
  const body = / -d '(\{[\s\S]*?\})'\n```/.exec(page)?.[1];
  assert.ok(body);
  const { status, body: told } = await county.call('PUT', '/emergency-relief', body);
  assert.deepEqual([status, told.state, told.noted], [201, 'registered', []]);
});

test('how packages are sealed: chosen, left as it is, and taken back; another word is refused', async () => {
  const { county, world, idOf } = await countyWorld();
  const asks = asking({}, addresses);
  const sealed = async () => (await world.storage.serviceVersions(await idOf())).at(-1)?.definition.jwe;
  await county.put(asks);
  assert.equal(await sealed(), undefined);
  await county.put({ ...asks, jwe: 'A256GCMKW' });
  assert.equal(await sealed(), 'A256GCMKW');
  await county.put({ ...asks, asked: { ...asks.asked, retentionDays: 30 } });
  assert.equal(await sealed(), 'A256GCMKW');
  await county.put({ ...asks, jwe: 'A256KW' });
  assert.equal(await sealed(), undefined);
  assert.equal((await county.put({ ...asks, jwe: 'dir' } as never)).status, 422);
});
