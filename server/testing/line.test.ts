/**
 * The whole line by requests alone, its three parties in one process: a form over four datasets is built, approved and published, and an invented resident's form is
 * filled by it, with no restart; then it asks for more. Notice, the platform's screens, what the provider is asked and the form
 * say the same at each moment, before and after the reviewer decides.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogue, datasets } from '#schemas/datasets/catalogue.ts';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { payloadFieldsFor } from '#schemas/mapping/asked.ts';
import type { Service } from '#schemas/services/types.ts';
import type { CheckResult } from '#schemas/publish/task.ts';
import type { DraftOfForm, VersionSummary } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { ServiceDetail } from '#schemas/wire/county-api.ts';
import { loadServices } from '../county/services/load-services.ts';
import type { Browser } from './browser.ts';
import { joined, type Joined } from './joined.ts';

const personal = 'API.7QovE2Gev6';
const household = 'API.UDauDOLyZg';
const passport = 'API.KIMwlrfQ9L';
const licence = 'API.n0c9qVZBQI';
const labour = 'API.UZQkKbsOpz';
const id = 'line-permit';

type Mapped = readonly [dataset: string, path: string];
/** Sixteen questions of four datasets. */
const mapped: readonly Mapped[] = [
  [personal, '$.person_name'],
  [personal, '$.birth_place'],
  [personal, '$.marriage_status'],
  [personal, '$.education'],
  [personal, '$.household_id'],
  [household, '$.self.relationship'],
  [household, '$.self.education'],
  [household, '$.self.birth_place'],
  [passport, '$.passport_no'],
  [passport, '$.surname_en'],
  [passport, '$.given_name_en'],
  [passport, '$.nationality'],
  [passport, '$.birth_place'],
  [licence, '$.person_name'],
  [licence, '$.gender'],
  [licence, '$.mobile'],
];
const more: readonly Mapped[] = [
  [personal, '$.living_style'],
  [labour, '$.person_name'],
];

const filled = ([dataset, path]: Mapped, n: number): Field => ({
  id: `m${n}`,
  type: 'text',
  label: { 'zh-Hant': `帶入的第 ${n} 題`, en: `Filled in, ${n}` },
  // Who applies is not left open.
  required: true,
  fill: { policy: 'confirm', from: [{ dataset, path }] },
});
const typed = (n: number): Field => ({
  id: `t${n}`,
  type: 'text',
  label: { 'zh-Hant': `自己填的第 ${n} 題`, en: `Typed, ${n}` },
});

let all: Joined;
let base: { readonly service: Service; readonly form: FormDefinition };
const staff = new Map<string, Browser>();

function documentOf(questions: readonly Mapped[]): FormDocument {
  const ids = [...new Set(questions.map(([dataset]) => dataset))];
  const fields = [
    ...questions.map((one, index) => filled(one, index + 1)),
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => typed(n)),
  ];
  const name = { 'zh-Hant': '一條線許可', en: 'One-line permit' };
  return {
    service: {
      ...base.service,
      id,
      name,
      datasets: ids,
      replaces: ids.map((dataset) => ({
        dataset,
        document: { 'zh-Hant': `${catalogue.get(dataset)!.name['zh-Hant']}影本`, en: 'A copy' },
        rule: { 'zh-Hant': '許可辦法第 3 條規定應檢附的證明', en: 'Article 3 of the rules' },
      })),
    },
    form: {
      ...base.form,
      id,
      title: name,
      steps: [
        {
          id: 'all',
          title: name,
          sections: [{ id: 'all', title: { 'zh-Hant': '申請內容', en: 'Application' }, fields }],
        },
      ],
    },
  };
}

async function signIn(party: 'county' | 'platform', login: string): Promise<Browser> {
  const root = all.urls[party];
  const door = party === 'county' ? '/staff' : '/operator';
  const known = await all
    .browser()
    .json<{ staff: readonly Record<string, string>[] } | readonly Record<string, string>[]>(`${root}/sandbox/staff`);
  const list = 'staff' in known ? known.staff : known;
  const person = list.find((one) => one['login'] === login);
  assert.ok(person, `${login}: ${list.map((one) => one['login']).join()}`);
  const browser = all.browser();
  const { login: name = '', password = '', code = '' } = person;
  const page = await browser.visit(`${root}${door}/sign-in`, { login: name, password, code });
  assert.ok(!page.url.includes('sign-in'), page.text.replace(/<[^>]*>/g, '').slice(0, 300));
  return browser;
}

before(async () => {
  const services = await loadServices(fileURLToPath(new URL('../../schemas/services/chiayi', import.meta.url)));
  base = services.find(({ service }) => service.id === 'senior-card')!;
  all = await joined('hung-chia-hui', [base]);
  for (const login of ['designer', 'approver', 'publisher']) staff.set(login, await signIn('county', login));
});
after(() => all.close());

const builder = <T>(login: string, method: string, path: string, body?: unknown): Promise<T> =>
  staff.get(login)!.json<T>(`${all.urls.county}/api/builder${path}`, method, body);

/** As three people do it. */
async function publish(questions: readonly Mapped[]): Promise<VersionSummary> {
  const { revision } = await builder<DraftOfForm>('designer', 'GET', `/forms/${id}/draft`);
  const history = { done: [], undone: [] };
  const saved = await builder<{ revision: number }>('designer', 'PUT', `/forms/${id}/draft`, {
    document: documentOf(questions),
    history,
    revision,
  });
  const check = await builder<CheckResult>('designer', 'POST', `/forms/${id}/check`, {});
  assert.deepEqual(
    check.tasks.flatMap(({ level, code, text }) => (level === 'blocks' ? [`${code}: ${text['zh-Hant']}`] : [])),
    [],
  );
  await builder('designer', 'POST', `/forms/${id}/sent`, { revision: saved.revision });
  const at = (await builder<DraftOfForm>('approver', 'GET', `/forms/${id}/draft`)).revision;
  await builder('approver', 'POST', `/forms/${id}/approval`, { revision: at });
  const approved = (await builder<DraftOfForm>('publisher', 'GET', `/forms/${id}/draft`)).revision;
  return builder('publisher', 'POST', `/forms/${id}/publish`, { revision: approved, notes: '新的許可' });
}

const notice = (): Promise<ServiceDetail> => all.browser().json(`${all.urls.county}/api/services/${id}`);

/** Until it is so: the county's work after an answer goes on by itself. */
async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  assert.fail('it did not come to that');
}

/** One resident's journey: each station says exactly `questions`, and nothing of `not`. */
async function agrees(questions: readonly Mapped[], not: readonly Mapped[] = []): Promise<void> {
  const asked = new Set(questions.map(([dataset]) => dataset));
  const detail = await notice();
  assert.equal(detail.mydata?.state, 'offered');
  assert.deepEqual(
    detail.asked.all.map((one) => one.id),
    [...asked],
  );
  const paths = new Map(detail.asked.all.map((one) => [one.id, one.fields.map(({ path }) => path)]));
  const before = all.provided.length;
  const screens = new Map<string, string>();
  const draft = await all.journey(id, (screen, text) => screens.set(screen, text));
  for (const screen of ['preview', 'consent']) {
    const text = screens.get(screen) ?? '';
    for (const dataset of asked)
      assert.ok(text.includes(catalogue.get(dataset)!.name['zh-Hant']), `${screen} ${dataset}`);
    for (const [dataset] of not)
      if (!asked.has(dataset))
        assert.ok(!text.includes(catalogue.get(dataset)!.name['zh-Hant']), `${screen} ${dataset}`);
  }
  const provided = new Map(all.provided.slice(before).map((one) => [one.dataset, one.fields]));
  assert.deepEqual([...provided.keys()].sort(), [...asked].sort());
  for (const [dataset, fields] of provided)
    assert.deepEqual([...fields].sort(), [...payloadFieldsFor(dataset, paths.get(dataset)!)!].sort(), dataset);
  assert.equal(draft.transfer.status, 'filled');
  assert.deepEqual(draft.missing, {});
  assert.equal(Object.keys(draft.official).length, questions.length);
  assert.equal(draft.formVersion, detail.formVersion);
}

test('what a designer publishes fills a resident’s form, and what it asks more waits for the reviewer', async () => {
  const { offices } = await builder<{ offices: readonly { id: string }[] }>('designer', 'GET', '/me');
  const name = { 'zh-Hant': '一條線許可', en: 'One-line permit' };
  await builder('designer', 'POST', '/forms', { id, name, office: offices[0]!.id });
  const first = await publish(mapped);
  assert.equal(first.version, 1);
  await until(async () => (await notice()).mydata?.state === 'offered');
  assert.equal(Object.keys(datasets.get(labour)!.fields).length > 0, true);
  await agrees(mapped, more);

  const second = await publish([...mapped, ...more]);
  assert.deepEqual([second.version, second.live], [2, false]);
  await until(async () => {
    const { versions } = await builder<{ versions: readonly VersionSummary[] }>(
      'designer',
      'GET',
      `/forms/${id}/versions`,
    );
    return versions[0]!.registration.state === 'in-review';
  });
  all.pass(60_000);
  await agrees(mapped, more);

  const reviewer = await signIn('platform', 'reviewer');
  const queue = await reviewer.visit(`${all.urls.platform}/operator/services`);
  const path = [...queue.text.matchAll(/href="(\/operator\/services\/[^"?]+)"[^>]*>[^<]*一條線許可/g)].map(
    ([, p]) => p,
  )[0];
  assert.ok(
    path,
    queue.text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 600),
  );
  const page = await reviewer.visit(`${all.urls.platform}${path}`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const answers = [...page.text.matchAll(/name="(answer\.[^"]+)"/g)].map(([, one]) => [one!, '依規定需要，同意。']);
  const decided = await reviewer.visit(`${all.urls.platform}${path}/decide`, {
    csrf,
    decision: 'approve',
    reason: '資料與目的相符，同意。',
    ...Object.fromEntries(answers),
  });
  assert.ok(
    decided.url.includes('done=decided'),
    decided.text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 600),
  );

  // Whoever read the old notice a moment ago reads the new one first.
  const old = await notice();
  assert.equal(old.formVersion, 1);
  all.pass(60_000);
  const late = await all.browser().send(`${all.urls.county}/api/services/${id}/journeys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mydata-request': '1', origin: all.urls.county },
    body: JSON.stringify({ nationalId: all.resident.nationalId, chosen: [], formVersion: old.formVersion }),
  });
  assert.deepEqual(
    [late.status, ((await late.json()) as { error: { code: string } }).error.code],
    [409, 'notice-changed'],
  );
  await agrees([...mapped, ...more]);
});
