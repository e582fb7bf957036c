import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDefinition } from '#schemas/form/check-definition.ts';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import type { Field } from '#schemas/form/definition.ts';
import type { DraftOfForm, PublishTask, VersionSummary } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import { openForms, type FormsWorld } from './testing.fixture.ts';

const relief = '/forms/emergency-relief';
const history = { done: [], undone: [] };

type Changed = (document: FormDocument) => FormDocument;

const changeField =
  (id: string, change: (field: Field) => Field): Changed =>
  ({ service, form }) => ({
    service,
    form: {
      ...form,
      steps: form.steps.map((step) => ({
        ...step,
        sections: step.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) => (field.id === id ? change(field) : field)),
        })),
      })),
    },
  });

const label = (zh: string, en: string) =>
  changeField('applicantName', (field) => ({ ...field, label: { 'zh-Hant': zh, en } }));
/** May skip approval: a space more in a help text. */
const spaced = changeField('applicantId', (field) => ({
  ...field,
  hint: { ...field.hint!, 'zh-Hant': field.hint!['zh-Hant'].replace('。', ' 。') },
}));
const required = changeField('email', (field) => ({ ...field, required: true }));

async function draftOf(forms: FormsWorld, path = relief): Promise<DraftOfForm> {
  return (await forms.as('ann')('GET', `${path}/draft`)).body as DraftOfForm;
}

async function save(forms: FormsWorld, change: Changed, who: 'ann' | 'ben' = 'ann'): Promise<DraftOfForm> {
  const draft = await draftOf(forms);
  const saved = await forms.as(who)('PUT', `${relief}/draft`, {
    document: change(draft.document),
    history,
    revision: draft.revision,
    // The English of what was only spaced still holds.
    ...(change === spaced && { translated: ['field/applicantId.hint'] }),
  });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  return draftOf(forms);
}

async function sent(forms: FormsWorld, revision: number, path = relief, who: 'ann' | 'ben' = 'ann'): Promise<void> {
  const answer = await forms.as(who)('POST', `${path}/sent`, { revision });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

async function approved(forms: FormsWorld, revision: number, path = relief): Promise<void> {
  await sent(forms, revision, path);
  const answer = await forms.as('cai')('POST', `${path}/approval`, { revision });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

const blocking = (tasks: readonly PublishTask[]) =>
  tasks.filter(({ level }) => level === 'blocks').map(({ code }) => code);

for (const [engine, storage] of [
  ['memory', () => memoryCountyStorage()],
  ['SQLite', () => sqliteCountyStorage(':memory:')],
] as const) {
  const open = () => openForms({ storage: storage() });

  describe(`form designers' interface on ${engine}`, () => {
    it('lists the live forms of the files as version 1, without a draft', async () => {
      const forms = await open();
      const { body } = await forms.as('ann')('GET', '/forms');
      assert.equal(body.forms.length, 6);
      const one = body.forms.find(({ id }: { id: string }) => id === 'emergency-relief');
      assert.equal(one.live.version, 1);
      assert.equal(one.draft, undefined);
      assert.equal(one.state, 'open');
      const draft = await draftOf(forms);
      assert.equal(draft.revision, 0);
      assert.equal(draft.savedAt, undefined);
      assert.equal(draft.base, 1);
    });

    it('saves beside the live form, and keeps history with the draft', async () => {
      const forms = await open();
      const done = [{ command: 'set-property', words: { 'zh-Hant': '改', en: 'x' } }];
      const { document } = await draftOf(forms);
      const saved = await forms.as('ann')('PUT', `${relief}/draft`, {
        document: label('申請人全名', 'Full name')(document),
        history: { done, undone: [] },
        revision: 0,
      });
      assert.deepEqual(Object.keys(saved.body).sort(), ['revision', 'savedAt']);
      const draft = await draftOf(forms);
      assert.equal(draft.revision, 1);
      assert.equal(draft.savedBy, '王怡君');
      assert.deepEqual(draft.history, { done, undone: [] });
      assert.equal(forms.world.county.services.get('emergency-relief')!.formVersion, 1);
      assert.notDeepEqual(forms.world.county.services.get('emergency-relief')!.form, draft.document.form);
    });

    it('two designers: the later one is told whose work stands there, and both are kept', async () => {
      const forms = await open();
      const { document } = await draftOf(forms);
      const mine = label('甲', 'A')(document);
      await save(forms, label('乙', 'B'), 'ben');
      const refused = await forms.as('ann')('PUT', `${relief}/draft`, { document: mine, history, revision: 0 });
      assert.equal(refused.status, 409);
      assert.equal(refused.body.error.code, 'form-conflict');
      const { conflict } = refused.body;
      assert.equal(conflict.savedBy, '蔡宗翰');
      assert.equal(conflict.revision, 1);
      assert.deepEqual(conflict.document, (await draftOf(forms)).document);
      const kept = await forms.as('ann')('GET', `${relief}/kept`);
      assert.equal(kept.body.kept.length, 1);
      const content = await forms.as('ann')('GET', `${relief}/kept/${conflict.kept}`);
      assert.deepEqual(content.body.document, mine);
      // As a form of its own.
      const copy = await forms.as('ann')('POST', '/forms', { id: 'relief-copy', document: mine });
      assert.equal(copy.status, 201);
      assert.equal(copy.body.document.form.id, 'relief-copy');
    });

    it('ten saves at once from one revision: one stands, nine are told', async () => {
      const forms = await open();
      const { document } = await draftOf(forms);
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          forms.as('ann')('PUT', `${relief}/draft`, {
            document: label(`第 ${n}`, `No ${n}`)(document),
            history,
            revision: 0,
          }),
        ),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array.from({ length: 9 }, () => 409)]);
    });

    it('the same save sent twice, because the answer was lost, is one', async () => {
      const forms = await open();
      const { document } = await draftOf(forms);
      const body = { document: label('甲', 'A')(document), history, revision: 0 };
      const first = await forms.as('ann')('PUT', `${relief}/draft`, body);
      const again = await forms.as('ann')('PUT', `${relief}/draft`, body);
      assert.equal(again.status, 200);
      assert.deepEqual(again.body, first.body);
    });

    it('publishes a space more without a second person, and residents get it', async () => {
      const forms = await open();
      const draft = await save(forms, spaced);
      const list = await forms.as('ann')('POST', `${relief}/check`);
      assert.deepEqual(blocking(list.body.tasks), []);
      assert.deepEqual(list.body.approval, []);
      assert.deepEqual(
        list.body.changes.map(({ harmless, part }: { harmless: boolean; part: string }) => [harmless, part]),
        [[true, 'field/applicantId']],
      );
      await sent(forms, draft.revision);
      const published = await forms.as('dan')('POST', `${relief}/publish`, {
        revision: draft.revision,
        notes: '加上空白',
      });
      assert.equal(published.status, 201, JSON.stringify(published.body));
      assert.equal(published.body.version, 2);
      assert.equal(published.body.publishedBy, '吳佩珊');
      const live = forms.world.county.services.get('emergency-relief')!;
      assert.equal(live.formVersion, 2);
      const view = (await (await forms.world.browser().request('/api/services/emergency-relief/draft')).json()) as {
        formVersion: number;
        validatorUrl: string;
      };
      assert.equal(view.formVersion, 2);
      assert.equal((await forms.world.app.request(view.validatorUrl)).status, 200);
      const now = await draftOf(forms);
      assert.equal(now.savedAt, undefined);
      assert.equal(now.base, 2);
      assert.ok(now.revision > draft.revision, 'an old revision never fits again');
    });

    it('a draft that a resident began keeps its version', async () => {
      const forms = await open();
      const browser = forms.world.browser();
      const path = '/api/services/emergency-relief/draft';
      await browser.send('PUT', path, { answers: { email: 'a@example.org' }, claims: {}, revision: 0 });
      const draft = await save(forms, spaced);
      await sent(forms, draft.revision);
      const { status } = await forms.as('dan')('POST', `${relief}/publish`, {
        revision: draft.revision,
        notes: '加上空白',
      });
      assert.equal(status, 201);
      const view = (await (await browser.request(path)).json()) as { formVersion: number };
      assert.equal(view.formVersion, 1);
    });

    it('four eyes: a question that must be answered waits for somebody who has not edited it', async () => {
      const forms = await open();
      const draft = await save(forms, required, 'ben');
      const { revision } = draft;
      const early = await forms.as('dan')('POST', `${relief}/publish`, { revision, notes: '必填' });
      assert.equal(early.status, 403);
      assert.equal(early.body.error.code, 'approval-needed');
      assert.ok(early.body.approval.length);
      const unsent = await forms.as('cai')('POST', `${relief}/approval`, { revision });
      assert.equal(unsent.body.error.code, 'not-sent');
      await sent(forms, revision);
      const own = await forms.as('ben')('POST', `${relief}/approval`, { revision });
      assert.equal(own.body.error.code, 'own-work');
      assert.equal((await forms.as('ann')('POST', `${relief}/approval`, { revision })).status, 403);
      assert.equal((await forms.as('cai')('POST', `${relief}/approval`, { revision, notes: '好' })).status, 200);
      assert.equal((await draftOf(forms)).approval?.by, '黃國棟');
      // Any change ends it.
      const changed = await save(forms, label('申請人全名', 'Full name'));
      assert.equal(changed.approval, undefined);
      const late = await forms.as('dan')('POST', `${relief}/publish`, { revision: changed.revision, notes: '必填' });
      assert.equal(late.body.error.code, 'approval-needed');
      await approved(forms, changed.revision);
      const published = await forms.as('dan')('POST', `${relief}/publish`, {
        revision: changed.revision,
        notes: '必填',
      });
      assert.equal(published.status, 201, JSON.stringify(published.body));
      assert.equal(published.body.approvedBy, '黃國棟');
    });

    it('four eyes: wording waits too', async () => {
      const forms = await open();
      const { revision } = await save(forms, label('申請人全名', 'Full name'));
      const early = await forms.as('dan')('POST', `${relief}/publish`, { revision, notes: '改稱呼' });
      assert.equal(early.body.error.code, 'approval-needed');
    });

    it('an approver gives it back with a reason', async () => {
      const forms = await open();
      const { revision } = await save(forms, required);
      await sent(forms, revision);
      assert.equal((await forms.as('cai')('DELETE', `${relief}/approval`, { revision })).status, 422);
      assert.equal(
        (await forms.as('cai')('DELETE', `${relief}/approval`, { revision, notes: '為什麼要必填？' })).status,
        204,
      );
      assert.equal((await draftOf(forms)).returned?.notes, '為什麼要必填？');
    });

    it('refuses what the list refuses, whoever calls', async () => {
      const forms = await open();
      const stale = await save(forms, label('申請人全名', 'Name of the applicant'));
      const changed = await save(forms, label('姓名全名', 'Name of the applicant'));
      assert.equal(changed.revision, stale.revision + 1);
      const refused = await forms.as('dan')('POST', `${relief}/publish`, { revision: changed.revision, notes: 'x' });
      assert.equal(refused.status, 422);
      assert.deepEqual(blocking(refused.body.tasks), ['translation-stale']);
      const { document } = changed;
      // Looked at, and still right.
      await forms.as('ann')('PUT', `${relief}/draft`, {
        document,
        history,
        revision: changed.revision,
        translated: ['field/applicantName.label'],
      });
      const list = await forms.as('ann')('POST', `${relief}/check`);
      assert.deepEqual(blocking(list.body.tasks), []);
    });

    it('versions: compared in words, restored as a new draft', async () => {
      const forms = await open();
      const draft = await save(forms, label('申請人全名', 'Full name'));
      await approved(forms, draft.revision);
      await forms.as('dan')('POST', `${relief}/publish`, { revision: draft.revision, notes: '改稱呼' });
      const { body } = await forms.as('ann')('GET', `${relief}/versions`);
      const versions = body.versions as VersionSummary[];
      assert.deepEqual(
        versions.map(({ version, live }) => [version, live]),
        [
          [2, true],
          [1, false],
        ],
      );
      const diff = await forms.as('ann')('GET', `${relief}/versions/1/diff/2`);
      assert.equal(diff.body.differences.length, 1);
      assert.match(diff.body.differences[0].words['zh-Hant'], /題目文字.*申請人全名/);
      assert.equal(diff.body.differences[0].part, 'field/applicantName');
      const { revision } = await draftOf(forms);
      const restored = await forms.as('ann')('POST', `${relief}/versions/1/restore`, { revision });
      assert.equal(restored.status, 200);
      const first = await forms.as('ann')('GET', `${relief}/versions/1`);
      assert.deepEqual(restored.body.document, first.body.document);
      assert.equal((await forms.as('ann')('GET', `${relief}/versions/9`)).status, 404);
      const none = await forms.as('ann')('GET', `${relief}/versions/1/diff/draft`);
      assert.deepEqual(none.body.differences, []);
    });

    it('outside of its times nothing new is begun, and what was begun can be finished', async () => {
      const forms = await open();
      const begun = forms.world.browser();
      const path = '/api/services/emergency-relief/draft';
      await begun.send('PUT', path, { answers: {}, claims: {}, revision: 0 });
      const past = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2020-02-01T08:00:00+08:00' };
      const set = await forms.as('dan')('PUT', `${relief}/schedule`, past);
      assert.deepEqual(set.body, { opensAt: '2020-01-01T00:00:00.000Z', closesAt: '2020-02-01T00:00:00.000Z' });
      assert.equal((await begun.request(path)).status, 200);
      const refused = await forms.world.browser().request(path);
      assert.equal(refused.status, 403);
      assert.match(JSON.stringify(await refused.json()), /service-closed/);
      const detail = (await (await begun.request('/api/services/emergency-relief')).json()) as {
        opening: { state: string };
      };
      assert.equal(detail.opening.state, 'closed');
      const wrong = { opensAt: past.closesAt, closesAt: past.opensAt };
      assert.equal((await forms.as('dan')('PUT', `${relief}/schedule`, wrong)).status, 422);
      assert.equal((await forms.as('ann')('PUT', `${relief}/schedule`, {})).status, 403);
      await forms.as('dan')('PUT', `${relief}/schedule`, {});
      assert.equal((await forms.world.browser().request(path)).status, 200);
    });

    it('a new form: its list names what is missing, and it goes live when nothing is', async () => {
      const forms = await open();
      const made = await forms.as('ann')('POST', '/forms', {
        id: 'bench-permit',
        name: { 'zh-Hant': '公園長椅認養', en: 'Adopt a bench' },
      });
      assert.equal(made.status, 201);
      assert.equal(
        (await forms.as('ann')('POST', '/forms', { id: 'bench-permit', name: { 'zh-Hant': '甲' } })).status,
        409,
      );
      const list = await forms.as('ann')('POST', '/forms/bench-permit/check');
      assert.ok(blocking(list.body.tasks).includes('no-question'));
      assert.ok(blocking(list.body.tasks).includes('text-missing'));
      assert.equal(
        (await forms.as('dan')('POST', '/forms/bench-permit/publish', { revision: 1, notes: 'x' })).status,
        422,
      );
      const copy = await forms.as('ann')('POST', '/forms', { id: 'relief-2', copyOf: 'emergency-relief' });
      assert.equal(copy.status, 201);
      await approved(forms, 1, '/forms/relief-2');
      const published = await forms.as('dan')('POST', '/forms/relief-2/publish', { revision: 1, notes: '新服務' });
      assert.equal(published.status, 201, JSON.stringify(published.body));
      const view = await forms.world.browser().request('/api/services/relief-2/draft');
      assert.equal(view.status, 200);
    });

    it('what was published stands above the files after a restart, in the order of the versions', async () => {
      const shared = storage();
      const before = await openForms({ storage: shared });
      const draft = await save(before, label('申請人全名', 'Full name'));
      await approved(before, draft.revision);
      await before.as('dan')('POST', `${relief}/publish`, { revision: draft.revision, notes: '改稱呼' });
      await before.as('ann')('POST', '/forms', { id: 'relief-2', copyOf: 'emergency-relief' });
      await approved(before, 1, '/forms/relief-2');
      await before.as('dan')('POST', '/forms/relief-2/publish', { revision: 1, notes: '新服務' });
      const after = await openForms({ storage: shared });
      const live = after.world.county.services.get('emergency-relief')!;
      assert.equal(live.formVersion, 2);
      assert.match(JSON.stringify(live.form), /申請人全名/);
      assert.ok(after.world.county.services.has('relief-2'));
    });

    it('discards work to the live version, and keeps what was discarded', async () => {
      const forms = await open();
      const { revision } = await save(forms, required);
      assert.equal((await forms.as('ann')('DELETE', `${relief}/draft`, { revision })).status, 204);
      assert.equal((await draftOf(forms)).savedAt, undefined);
      const { body } = await forms.as('ann')('GET', `${relief}/kept`);
      assert.equal(body.kept[0].why, 'discarded');
    });

    it('what takes the place of another’s work keeps it, under the name of whose it was', async () => {
      const forms = await open();
      const theirs = await save(forms, label('乙', 'B'), 'ben');
      const saved = await forms.as('ann')('PUT', `${relief}/draft`, {
        document: label('甲', 'A')(theirs.document),
        history,
        revision: theirs.revision,
        keeps: 'conflict',
      });
      assert.equal(saved.status, 200);
      const { body } = await forms.as('ann')('GET', `${relief}/kept`);
      const [{ id, by, of, why }] = body.kept;
      assert.deepEqual([by, of, why], ['王怡君', '蔡宗翰', 'conflict']);
      const content = await forms.as('ann')('GET', `${relief}/kept/${id}`);
      assert.deepEqual(content.body.document, theirs.document);
      assert.deepEqual(body.most, { count: 10, bytes: 32 * 1024 * 1024 });
    });

    it('a conflict says what the other did: saved, restored, discarded, published', async () => {
      const forms = await open();
      const { document } = await draftOf(forms);
      const late = async () => {
        const refused = await forms.as('ann')('PUT', `${relief}/draft`, { document, history, revision: 99 });
        const { how, savedBy } = refused.body.conflict;
        return [how, savedBy];
      };
      const first = await save(forms, label('乙', 'B'), 'ben');
      assert.deepEqual(await late(), ['saved', '蔡宗翰']);
      const restored = await forms.as('ben')('POST', `${relief}/versions/1/restore`, { revision: first.revision });
      assert.deepEqual(await late(), ['restored', '蔡宗翰']);
      const { revision } = restored.body as DraftOfForm;
      await forms.as('ben')('DELETE', `${relief}/draft`, { revision });
      assert.deepEqual(await late(), ['discarded', '蔡宗翰']);
      const draft = await save(forms, label('申請人全名', 'Full name'), 'ben');
      await approved(forms, draft.revision);
      await forms.as('dan')('POST', `${relief}/publish`, { revision: draft.revision, notes: '改稱呼' });
      assert.deepEqual(await late(), ['published', '吳佩珊']);
    });

    it('works that lose again and again are bounded for each person; the same twice is kept once', async () => {
      const forms = await open();
      const { document } = await draftOf(forms);
      await save(forms, label('乙', 'B'), 'ben');
      const lose = (n: number, who: 'ann' | 'ben' = 'ann', done: readonly object[] = []) =>
        forms.as(who)('PUT', `${relief}/draft`, {
          document: label(`第 ${n}`, `No ${n}`)(document),
          history: { done, undone: [] },
          revision: 0,
        });
      await lose(0, 'ben');
      for (let n = 1; n <= 12; n += 1) assert.equal((await lose(n)).status, 409);
      const same = [(await lose(12)).body.conflict.kept, (await lose(12)).body.conflict.kept];
      assert.equal(same[0], same[1]);
      const list = async () =>
        ((await forms.as('ann')('GET', `${relief}/kept`)).body.kept as { by: string }[]).map(({ by }) => by);
      assert.deepEqual(await list(), [...Array.from({ length: 10 }, () => '王怡君'), '蔡宗翰']);
      // Three of 14 MB: two stay.
      const large = [{ words: 'x'.repeat(14 * 1024 * 1024) }];
      for (let n = 13; n <= 15; n += 1) assert.equal((await lose(n, 'ann', large)).status, 409);
      assert.deepEqual(await list(), ['王怡君', '王怡君', '蔡宗翰']);
    });
  });
}

describe('roles', () => {
  it('nobody without a session, no clerk, and each only what the role may', async () => {
    const forms = await openForms();
    const routes = [
      ['GET', '/me'],
      ['GET', '/catalogue'],
      ['GET', '/forms'],
      ['POST', '/forms'],
      ['GET', `${relief}/draft`],
      ['PUT', `${relief}/draft`],
      ['DELETE', `${relief}/draft`],
      ['GET', `${relief}/kept`],
      ['POST', `${relief}/check`],
      ['POST', '/check'],
      ['GET', '/residents'],
      ['POST', '/mapped'],
      ['POST', '/validator'],
      ['POST', `${relief}/sent`],
      ['DELETE', `${relief}/sent`],
      ['GET', `${relief}/review`],
      ['GET', '/approvals'],
      ['GET', '/publications'],
      ['GET', '/notices'],
      ['POST', '/notices/read'],
      ['POST', `${relief}/approval`],
      ['DELETE', `${relief}/approval`],
      ['POST', `${relief}/publish`],
      ['PUT', `${relief}/schedule`],
      ['GET', `${relief}/versions`],
      ['GET', `${relief}/versions/1`],
      ['GET', `${relief}/versions/1/diff/draft`],
      ['POST', `${relief}/versions/1/restore`],
      ['GET', `${relief}/export`],
      ['POST', '/import'],
    ] as const;
    for (const [method, path] of routes) {
      const body = method === 'GET' ? undefined : {};
      assert.equal((await forms.as(undefined)(method, path, body)).status, 401, `${method} ${path}`);
      assert.equal((await forms.as('eve')(method, path, body)).status, 403, `${method} ${path}`);
    }
    for (const [method, path] of [
      ['PUT', `${relief}/draft`],
      ['POST', '/forms'],
      ['POST', `${relief}/versions/1/restore`],
      ['POST', `${relief}/approval`],
      ['POST', `${relief}/sent`],
      ['DELETE', `${relief}/sent`],
      ['GET', '/approvals'],
    ] as const)
      assert.equal(
        (await forms.as('dan')(method, path, method === 'GET' ? undefined : {})).status,
        403,
        `${method} ${path}`,
      );
    assert.equal((await forms.as('ann')('POST', `${relief}/publish`, {})).status, 403);
    assert.equal((await forms.as('ann')('GET', '/publications')).status, 403);
    assert.equal((await forms.as('cai')('GET', '/publications')).status, 403);
    assert.equal((await forms.as('cai')('POST', `${relief}/sent`, {})).status, 403);
  });
});

describe('what the builder asks for', () => {
  it('the catalogue, with an ETag', async () => {
    const forms = await openForms();
    const first = await forms.as('ann')('GET', '/catalogue');
    assert.ok(first.body.length > 100);
    assert.ok(first.headers.get('etag'));
  });

  it('values of a test resident, with each step of each source', async () => {
    const forms = await openForms();
    const { document } = await draftOf(forms);
    const { body } = await forms.as('ann')('GET', '/residents');
    const resident = body.residents[0].slug;
    const mapped = await forms.as('ann')('POST', '/mapped', { document, resident });
    assert.equal(mapped.status, 200);
    assert.equal(typeof mapped.body.values.applicantName.value, 'string');
    const [source] = mapped.body.sources.applicantName;
    assert.equal(source.fits, true);
    assert.equal(source.found, mapped.body.values.applicantName.value);
    assert.equal((await forms.as('ann')('POST', '/mapped', { document, resident: 'nobody' })).status, 404);
    const live = await openForms({ environment: 'test' });
    Object.assign(live.world.county.config, { environment: 'live' });
    assert.equal((await live.as('ann')('GET', '/residents')).status, 404);
    assert.equal((await live.as('ann')('POST', '/mapped', { document, resident })).status, 404);
  });

  it('the validator of a form in hand, under an address of its content', async () => {
    const forms = await openForms();
    const { document } = await draftOf(forms);
    const { body } = await forms.as('ann')('POST', '/validator', { form: document.form });
    const module = await forms.as('ann')('GET', (body.url as string).replace('/api/builder', ''));
    assert.match(module.body as string, /export/);
    const unsound = required(document);
    const broken = { ...unsound.form, roles: [] };
    const refused = await forms.as('ann')('POST', '/validator', { form: broken });
    assert.equal(refused.status, 422);
    assert.ok(refused.body.problems.length);
    assert.equal((await forms.as('ann')('POST', '/validator', { form: null })).status, 422);
  });
});

describe('files', () => {
  it('a form goes out and comes in again, the same', async () => {
    const forms = await openForms();
    const out = await forms.as('ann')('GET', `${relief}/export`);
    assert.match(out.headers.get('content-disposition') ?? '', /emergency-relief\.json/);
    const back = await forms.as('ann')('POST', '/import', JSON.stringify(out.body));
    assert.equal(back.status, 200, JSON.stringify(back.body));
    assert.deepEqual(back.body.document, (await draftOf(forms)).document);
    assert.equal((await forms.as('ann')('GET', `${relief}/export?version=1`)).body.version, 1);
    assert.equal((await forms.as('ann')('GET', `${relief}/export?version=7`)).status, 404);
  });

  it('a foreign or damaged file is refused with line and reason', async () => {
    const forms = await openForms();
    const out = await forms.as('ann')('GET', `${relief}/export`);
    const lines = JSON.stringify(out.body, null, 2).split('\n');
    const send = async (text: string) => {
      const { status, body } = await forms.as('ann')('POST', '/import', text);
      assert.equal(status, 422);
      return body.problems as { line: number; column: number; code: string; path?: string; reason: object }[];
    };
    const [cut] = await send(lines.slice(0, 40).join('\n'));
    assert.equal(cut!.code, 'json-syntax');
    assert.equal(cut!.line, 40);
    const comma = lines.findIndex((line) => line.trimEnd().endsWith(',') && line.includes('"county"'));
    const [syntax] = await send(lines.map((line, n) => (n === comma ? line.replace(/,$/, '') : line)).join('\n'));
    assert.equal(syntax!.line, comma + 2);
    const days = lines.findIndex((line) => line.includes('"processingDays"'));
    const [type] = await send(
      lines.map((line, n) => (n === days ? '    "processingDays": "seven",' : line)).join('\n'),
    );
    assert.deepEqual([type!.line, type!.path], [days + 1, '/service/processingDays']);
    const [foreign] = await send('{"swagger": "2.0"}');
    assert.equal(foreign!.code, 'foreign-file');
    for (const text of ['', 'null', '[]', '"x"', '{"format":"mydata-form-file-1"}', '{"a":1,"a":2}', '[[[[', '\u0000'])
      assert.ok((await send(text))[0]!.line >= 1, text);
    assert.ok((await send('['.repeat(100_000)))[0]!.line >= 1);
  });

  it('parts of one id get ids of their own, and it is said which', async () => {
    const forms = await openForms();
    const { body: out } = await forms.as('ann')('GET', `${relief}/export`);
    const [step] = out.form.steps;
    const twice = { ...out, form: { ...out.form, steps: [step, ...out.form.steps] } };
    const { status, body } = await forms.as('ann')('POST', '/import', JSON.stringify(twice));
    assert.equal(status, 200);
    const problems = checkDefinition(body.document.form, Infinity);
    assert.deepEqual(
      problems.filter(({ code }) => code === 'duplicate-id'),
      [],
    );
    assert.ok(body.renamed.length > 2);
    assert.match(body.renamed[0]['zh-Hant'], /步驟「.+」的代號「.+」重複，改為「.+2」/);
  });
});
