import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import type { DraftOfForm, FormSummary, Notice, Review } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { CountyStep, CountyStorage } from '../storage.ts';
import { signInAs } from '../testing/staff.ts';
import { openForms, type FormsWorld, type Person } from './testing.fixture.ts';

const id = 'emergency-relief';
const relief = `/forms/${id}`;
const history = { done: [], undone: [] };

const titled = ({ service, form }: FormDocument, zh: string): FormDocument => ({
  service,
  form: { ...form, title: { 'zh-Hant': zh, en: zh } },
});
/** A space more: nobody has to approve it. */
const spaced = ({ service, form }: FormDocument): FormDocument => ({
  service: { ...service, summary: { ...service.summary, 'zh-Hant': `${service.summary['zh-Hant']} ` } },
  form,
});

async function draftOf(forms: FormsWorld): Promise<DraftOfForm> {
  return (await forms.as('ann')('GET', `${relief}/draft`)).body as DraftOfForm;
}

async function save(forms: FormsWorld, who: Person, change: (document: FormDocument) => FormDocument): Promise<number> {
  const { document, revision } = await draftOf(forms);
  const saved = await forms.as(who)('PUT', `${relief}/draft`, {
    document: change(document),
    history,
    revision,
    translated: ['service.summary'],
  });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  return (saved.body as { revision: number }).revision;
}

const send = (forms: FormsWorld, who: Person, revision: number, notes?: string) =>
  forms.as(who)('POST', `${relief}/sent`, { revision, ...(notes && { notes }) });
const approve = (forms: FormsWorld, who: Person, revision: number) =>
  forms.as(who)('POST', `${relief}/approval`, { revision });
const giveBack = (forms: FormsWorld, who: Person, revision: number, notes: string) =>
  forms.as(who)('DELETE', `${relief}/approval`, { revision, notes });
const publish = (forms: FormsWorld, who: Person, revision: number) =>
  forms.as(who)('POST', `${relief}/publish`, { revision, notes: '新版' });

/** Before the next plan with such a step something else happens. */
const interrupted = (
  storage: CountyStorage,
  step: CountyStep['step'],
  meanwhile: (() => Promise<unknown>)[],
): CountyStorage => ({
  ...storage,
  commit: async (plan) => {
    if (plan.some((one) => one.step === step)) await meanwhile.shift()?.();
    return storage.commit(plan);
  },
});

const codeOf = ({ body }: { readonly body: { readonly error?: { readonly code: string } } }): string | undefined =>
  body.error?.code;
const notices = async (forms: FormsWorld, who: Person): Promise<readonly Notice[]> =>
  ((await forms.as(who)('GET', '/notices')).body as { notices: readonly Notice[] }).notices;
const told = async (forms: FormsWorld, who: Person): Promise<readonly string[]> =>
  (await notices(forms, who)).map(({ what, form }) => `${what} ${form}`);
const queue = async (
  forms: FormsWorld,
  who: Person,
  path: '/approvals' | '/publications',
): Promise<readonly string[]> =>
  ((await forms.as(who)('GET', path)).body as { forms: readonly FormSummary[] }).forms.map((one) => one.id);
const turns = async (forms: FormsWorld, who: Person): Promise<readonly string[]> =>
  ((await forms.as(who)('GET', '/forms')).body as { forms: readonly FormSummary[] }).forms.find((one) => one.id === id)!
    .turns;

for (const [engine, storage] of [
  ['memory', () => memoryCountyStorage()],
  ['SQLite', () => sqliteCountyStorage(':memory:')],
] as const) {
  const open = () => openForms({ storage: storage() });

  describe(`sent, approved, returned, published on ${engine}`, () => {
    it('each is told when it is their turn, and only then', async () => {
      const forms = await open();
      const first = await save(forms, 'ann', (one) => titled(one, '急難救助申請書'));
      assert.deepEqual(await turns(forms, 'ann'), ['mend']);
      assert.deepEqual(await told(forms, 'cai'), []);
      assert.equal((await send(forms, 'ann', first, '改了標題')).body.by, '王怡君');
      assert.deepEqual(await told(forms, 'cai'), [`approve ${id}`]);
      assert.deepEqual(await queue(forms, 'cai', '/approvals'), [id]);
      assert.deepEqual(await told(forms, 'dan'), []);
      assert.equal((await giveBack(forms, 'cai', first, '標題太長')).status, 204);
      assert.deepEqual(await told(forms, 'cai'), []);
      const [mend] = await notices(forms, 'ann');
      assert.deepEqual([mend!.what, mend!.by, mend!.notes, mend!.read], ['mend', '黃國棟', '標題太長', false]);
      // Ben has had no hand in it.
      assert.deepEqual(await told(forms, 'ben'), []);
      const second = await save(forms, 'ann', (one) => titled(one, '急難救助申請單'));
      assert.deepEqual(await told(forms, 'ann'), [`mend ${id}`], 'until it is sent again');
      await send(forms, 'ann', second);
      assert.deepEqual(await told(forms, 'ann'), []);
      assert.equal((await approve(forms, 'cai', second)).status, 200);
      assert.deepEqual(await told(forms, 'cai'), []);
      assert.deepEqual(await told(forms, 'dan'), [`publish ${id}`]);
      assert.deepEqual(await queue(forms, 'dan', '/publications'), [id]);
      assert.equal((await publish(forms, 'dan', second)).status, 201);
      assert.deepEqual(await told(forms, 'dan'), []);
      const [news] = await notices(forms, 'ann');
      assert.deepEqual([news!.what, news!.version, news!.by], ['published', 2, '吳佩珊']);
      const { body } = await forms.as('ann')('GET', `${relief}/versions`);
      assert.deepEqual(
        body.versions[0].trail.map(({ what, by, notes }: { what: string; by: string; notes?: string }) => [
          what,
          by,
          notes,
        ]),
        [
          ['sent', '王怡君', '改了標題'],
          ['returned', '黃國棟', '標題太長'],
          ['sent', '王怡君', undefined],
          ['approved', '黃國棟', undefined],
        ],
      );
      const done = (await forms.world.storage.staffActions(9)).map(({ verb, staffId, object }) => [
        verb,
        staffId,
        object,
      ]);
      assert.deepEqual(done.reverse(), [
        ['send-form', 'ann', id],
        ['return-form', 'cai', id],
        ['send-form', 'ann', id],
        ['approve-form', 'cai', id],
        ['publish-form', 'dan', `${id} 2`],
      ]);
    });

    it('the author approves nothing of it, whatever roles they have besides', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      const second = await save(forms, 'fay', (one) => titled(one, '乙'));
      const third = await save(forms, 'ann', (one) => titled(one, '丙'));
      assert.ok(revision < second && second < third);
      await send(forms, 'ann', third);
      assert.equal(codeOf(await approve(forms, 'fay', third)), 'own-work');
      assert.deepEqual(await queue(forms, 'fay', '/approvals'), []);
      assert.equal(codeOf(await publish(forms, 'fay', third)), 'approval-needed');
      // Nor whoever sent it on.
      await forms.as('ann')('DELETE', `${relief}/sent`, { revision: third });
      await send(forms, 'ben', third);
      assert.equal(codeOf(await approve(forms, 'ben', third)), 'own-work');
      assert.equal((await approve(forms, 'cai', third)).status, 200);
      // With a second pair of eyes on it, it may be published by whoever publishes.
      assert.equal((await publish(forms, 'fay', third)).status, 201);
    });

    it('what is copied has the authors that it had', async () => {
      const forms = await open();
      await save(forms, 'fay', (one) => titled(one, '甲'));
      await forms.as('ann')('POST', '/forms', { id: 'relief-copy', copyOf: id });
      await forms.as('ann')('POST', '/forms/relief-copy/sent', { revision: 1 });
      const own = await forms.as('fay')('POST', '/forms/relief-copy/approval', { revision: 1 });
      assert.equal(codeOf(own), 'own-work');
    });

    it('what is brought back has the authors that it had', async () => {
      const forms = await open();
      const revision = await save(forms, 'fay', (one) => titled(one, '甲'));
      const { document } = await draftOf(forms);
      assert.equal((await forms.as('fay')('DELETE', `${relief}/draft`, { revision })).status, 204);
      const back = await forms.as('ann')('PUT', `${relief}/draft`, {
        document,
        history,
        revision: revision + 1,
        keeps: 'restored',
      });
      assert.equal(back.status, 200);
      await send(forms, 'ann', revision + 2);
      assert.equal(codeOf(await approve(forms, 'fay', revision + 2)), 'own-work');
    });

    it('what is thrown away and typed again by another has the authors that it had', async () => {
      const forms = await open();
      await save(forms, 'fay', (one) => titled(one, '甲'));
      const revision = await save(forms, 'ann', (one) => titled(one, '甲乙'));
      const { document } = await draftOf(forms);
      await forms.as('ann')('DELETE', `${relief}/draft`, { revision });
      // Without a word that it is brought back.
      await forms.as('ann')('PUT', `${relief}/draft`, { document, history, revision: revision + 1 });
      await send(forms, 'ann', revision + 2);
      assert.equal(codeOf(await approve(forms, 'fay', revision + 2)), 'own-work');
      assert.equal((await approve(forms, 'cai', revision + 2)).status, 200);
    });

    it('what is brought back and changed before it is saved has the authors that it had', async () => {
      const forms = await open();
      const first = await save(forms, 'fay', (one) => titled(one, '甲'));
      const { document } = await draftOf(forms);
      // Published since: what was kept of it is not looked through any more.
      await forms.as('ann')('PUT', `${relief}/draft`, {
        document: titled(document, '乙'),
        history,
        revision: first,
        keeps: 'restored',
      });
      const [kept] = (await forms.as('ann')('GET', `${relief}/kept`)).body.kept;
      await send(forms, 'ann', first + 1);
      await approve(forms, 'cai', first + 1);
      assert.equal((await publish(forms, 'dan', first + 1)).status, 201);
      const again = await forms.as('ann')('PUT', `${relief}/draft`, {
        document: titled(document, '甲甲'),
        history,
        revision: first + 2,
        restores: [{ kept: kept.id }],
      });
      assert.equal(again.status, 200);
      await send(forms, 'ann', first + 3);
      assert.equal(codeOf(await approve(forms, 'fay', first + 3)), 'own-work');
      assert.equal((await approve(forms, 'cai', first + 3)).status, 200);
    });

    it('what lost a conflict has the authors of what it was made from', async () => {
      const forms = await open();
      const first = await save(forms, 'fay', (one) => titled(one, '甲'));
      const { document } = await draftOf(forms);
      const second = await save(forms, 'ann', (one) => titled(one, '乙'));
      await forms.as('ben')('PUT', `${relief}/draft`, { document: titled(document, '甲丙'), history, revision: first });
      const [kept] = (await forms.as('ann')('GET', `${relief}/kept`)).body.kept;
      await send(forms, 'ann', second);
      await approve(forms, 'cai', second);
      assert.equal((await publish(forms, 'dan', second)).status, 201);
      const back = { document: titled(document, '甲丁'), history, revision: second + 1, restores: [{ kept: kept.id }] };
      assert.equal((await forms.as('ann')('PUT', `${relief}/draft`, back)).status, 200);
      await send(forms, 'ann', second + 2);
      for (const author of ['ben', 'fay'] as const)
        assert.equal(codeOf(await approve(forms, author, second + 2)), 'own-work');
      assert.equal((await approve(forms, 'cai', second + 2)).status, 200);
    });

    it('saves nothing of what is not kept any more, or another form’s', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      const { document } = await draftOf(forms);
      await forms.as('ann')('PUT', '/forms/senior-card/draft', {
        document: { ...document, service: { ...document.service, id: 'senior-card' } },
        history,
        revision: 7,
      });
      const [others] = (await forms.as('ann')('GET', '/forms/senior-card/kept')).body.kept;
      for (const kept of ['gone', others.id]) {
        const restores = [{ kept }];
        const refused = await forms.as('ann')('PUT', `${relief}/draft`, { document, history, revision, restores });
        assert.deepEqual([refused.status, codeOf(refused)], [422, 'restored-unknown']);
      }
      for (const restores of [[{ version: 9 }], [{ kept: 7 }], ['v1'], [{}], 'v1', {}]) {
        const refused = await forms.as('ann')('PUT', `${relief}/draft`, { document, history, revision, restores });
        assert.deepEqual([refused.status, codeOf(refused)], [422, 'restored-unknown']);
      }
      assert.equal((await draftOf(forms)).revision, revision);
    });

    it('what was thrown away has the authors that it had, however much was kept since', async () => {
      const forms = await open();
      await save(forms, 'fay', (one) => titled(one, '甲'));
      const revision = await save(forms, 'ann', (one) => titled(one, '甲乙'));
      const { document } = await draftOf(forms);
      await forms.as('ann')('DELETE', `${relief}/draft`, { revision });
      for (let n = 0; n < 10; n += 1) {
        forms.world.now = new Date(forms.world.now.getTime() + 60_000);
        const lost = { document: titled(document, String(n)), history, revision: 0 };
        assert.equal((await forms.as('ann')('PUT', `${relief}/draft`, lost)).status, 409);
      }
      await forms.as('ann')('PUT', `${relief}/draft`, { document, history, revision: revision + 1 });
      await send(forms, 'ann', revision + 2);
      assert.equal(codeOf(await approve(forms, 'fay', revision + 2)), 'own-work');
    });

    it('an old version brings back what was written for the versions before it', async () => {
      const forms = await open();
      const put = async (who: Person, zh: string) => {
        const revision = await save(forms, who, (one) => titled(one, zh));
        await send(forms, who, revision);
        await approve(forms, 'cai', revision);
        assert.equal((await publish(forms, 'dan', revision)).status, 201);
      };
      await put('fay', '甲');
      await put('ann', '乙');
      await put('ben', '丙');
      const { revision, document } = await draftOf(forms);
      const old = (await forms.as('ann')('GET', `${relief}/versions/3`)).body.document as FormDocument;
      // By itself, or as an edit of what stands there.
      assert.equal((await forms.as('ann')('POST', `${relief}/versions/3/restore`, { revision })).status, 200);
      await send(forms, 'ann', revision + 1);
      assert.equal(codeOf(await approve(forms, 'fay', revision + 1)), 'own-work');
      assert.equal((await approve(forms, 'ben', revision + 1)).status, 200);
      await publish(forms, 'dan', revision + 1);
      await save(forms, 'ann', () => titled(document, '丁'));
      const edited = { document: titled(old, '乙乙'), history, revision: revision + 3, restores: [{ version: 3 }] };
      assert.equal((await forms.as('ann')('PUT', `${relief}/draft`, edited)).status, 200);
      await send(forms, 'ann', revision + 4);
      assert.equal(codeOf(await approve(forms, 'fay', revision + 4)), 'own-work');
      assert.equal((await approve(forms, 'ben', revision + 4)).status, 200);
      // A copy has all of it.
      await forms.as('ann')('POST', '/forms', { id: 'relief-copy', copyOf: id });
      await forms.as('ann')('POST', '/forms/relief-copy/sent', { revision: 1 });
      assert.equal(codeOf(await forms.as('fay')('POST', '/forms/relief-copy/approval', { revision: 1 })), 'own-work');
    });

    it('somebody’s own work as a form of its own has the authors that the form had', async () => {
      const forms = await open();
      await save(forms, 'fay', (one) => titled(one, '甲'));
      const { document } = await draftOf(forms);
      await forms.as('ann')('POST', '/forms', { id: 'relief-copy', document: titled(document, '甲乙'), copyOf: id });
      const copy = (await forms.as('ann')('GET', '/forms/relief-copy/draft')).body as DraftOfForm;
      assert.equal(copy.document.form.title['zh-Hant'], '甲乙');
      await forms.as('ann')('POST', '/forms/relief-copy/sent', { revision: 1 });
      assert.equal(codeOf(await forms.as('fay')('POST', '/forms/relief-copy/approval', { revision: 1 })), 'own-work');
    });

    it('whoever sent it stays no second pair of eyes when another sends it again', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ben', revision);
      await forms.as('ann')('DELETE', `${relief}/sent`, { revision });
      await send(forms, 'ann', revision);
      assert.equal(codeOf(await approve(forms, 'ben', revision)), 'own-work');
    });

    it('an old version that is restored or copied has the authors that it had', async () => {
      const forms = await open();
      const second = await save(forms, 'fay', (one) => titled(one, '甲'));
      await send(forms, 'fay', second);
      await approve(forms, 'cai', second);
      assert.equal((await publish(forms, 'dan', second)).status, 201);
      await forms.as('ann')('POST', '/forms', { id: 'relief-copy', copyOf: id });
      await forms.as('ann')('POST', '/forms/relief-copy/sent', { revision: 1 });
      assert.equal(codeOf(await forms.as('fay')('POST', '/forms/relief-copy/approval', { revision: 1 })), 'own-work');
      const third = await save(forms, 'ann', (one) => titled(one, '乙'));
      await send(forms, 'ann', third);
      await approve(forms, 'fay', third);
      assert.equal((await publish(forms, 'dan', third)).status, 201);
      const { revision } = await draftOf(forms);
      const back = await forms.as('ann')('POST', `${relief}/versions/2/restore`, { revision });
      assert.equal(back.status, 200);
      await send(forms, 'ann', revision + 1);
      assert.equal(codeOf(await approve(forms, 'fay', revision + 1)), 'own-work');
    });

    it('what is given back while it is being published is not published', async () => {
      const meanwhile: (() => Promise<unknown>)[] = [];
      const forms = await openForms({ storage: interrupted(storage(), 'record-version', meanwhile) });
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ann', revision);
      await approve(forms, 'cai', revision);
      meanwhile.push(() => giveBack(forms, 'cai', revision, '再想想'));
      assert.equal(codeOf(await publish(forms, 'dan', revision)), 'approval-needed');
      assert.equal((await draftOf(forms)).stage, 'returned');
    });

    it('what is given back while it is being saved as it was stays given back', async () => {
      const meanwhile: (() => Promise<unknown>)[] = [];
      const forms = await openForms({ storage: interrupted(storage(), 'save-form', meanwhile) });
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ann', revision);
      await approve(forms, 'cai', revision);
      meanwhile.push(() => giveBack(forms, 'cai', revision, '再想想'));
      await save(forms, 'ann', (one) => one);
      const draft = await draftOf(forms);
      assert.deepEqual([draft.stage, draft.returned?.notes], ['returned', '再想想']);
    });

    it('what nobody has to approve is sent to the publisher, who is another person, with the list of it', async () => {
      const forms = await open();
      const revision = await save(forms, 'fay', spaced);
      assert.equal(codeOf(await publish(forms, 'dan', revision)), 'not-sent');
      await send(forms, 'fay', revision);
      assert.deepEqual(await told(forms, 'cai'), []);
      assert.deepEqual(await told(forms, 'dan'), [`publish ${id}`]);
      assert.equal(codeOf(await publish(forms, 'fay', revision)), 'own-work');
      const review = (await forms.as('dan')('GET', `${relief}/review`)).body as Review;
      assert.deepEqual(
        review.changes.map(({ harmless, path }) => [harmless, path]),
        [[true, '/service/summary']],
      );
      assert.equal((await publish(forms, 'dan', revision)).status, 201);
      const { body } = await forms.as('ann')('GET', `${relief}/versions`);
      assert.equal(body.versions[0].skipped.length, 1);
      assert.equal(body.versions[0].approvedBy, undefined);
    });

    it('a change after it was sent is kept and makes a draft of it; the same again changes nothing', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ann', revision);
      const same = await save(forms, 'ann', (one) => one);
      assert.equal((await draftOf(forms)).stage, 'sent');
      const changed = await save(forms, 'ann', (one) => titled(one, '乙'));
      const draft = await draftOf(forms);
      assert.deepEqual([draft.stage, draft.document.form.title['zh-Hant'], draft.sent], ['draft', '乙', undefined]);
      assert.deepEqual(
        draft.trail!.map(({ what }) => what),
        ['sent', 'changed'],
      );
      assert.deepEqual(await told(forms, 'cai'), []);
      assert.equal((await approve(forms, 'cai', same)).status, 409);
      assert.equal(codeOf(await approve(forms, 'cai', changed)), 'not-sent');
    });

    it('is withdrawn, sent twice, decided twice: each is told', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      assert.equal(codeOf(await forms.as('ann')('DELETE', `${relief}/sent`, { revision })), 'not-sent');
      await send(forms, 'ann', revision);
      assert.equal(codeOf(await send(forms, 'ben', revision)), 'already-sent');
      assert.equal((await forms.as('ann')('DELETE', `${relief}/sent`, { revision })).status, 204);
      assert.equal(codeOf(await giveBack(forms, 'cai', revision, '為什麼？')), 'not-sent');
      await send(forms, 'ann', revision);
      const answers = await Promise.all([
        approve(forms, 'cai', revision),
        giveBack(forms, 'fay', revision, '再想想'),
        forms.as('ann')('DELETE', `${relief}/sent`, { revision }),
      ]);
      // Only an approval leaves something to be given back or withdrawn.
      assert.ok(answers.filter(({ status }) => status < 300).length >= 1);
      const { trail = [], stage } = await draftOf(forms);
      const made = answers.filter(({ status }) => status < 300).length;
      assert.equal(trail.length, 3 + made, JSON.stringify(trail));
      assert.ok(stage);
    });

    it('is not sent while the list blocks', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => ({
        ...one,
        service: { ...one.service, purpose: { 'zh-Hant': '', en: '' } },
      }));
      const refused = await send(forms, 'ann', revision);
      assert.equal(codeOf(refused), 'list-open');
      assert.ok(refused.body.tasks.length);
      assert.equal((await send(forms, 'ann', revision + 1)).status, 409);
    });

    it('what was approved is given back until it is published', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ann', revision);
      await approve(forms, 'cai', revision);
      assert.equal((await giveBack(forms, 'cai', revision, '漏看一項')).status, 204);
      assert.equal(codeOf(await publish(forms, 'dan', revision)), 'approval-needed');
      assert.deepEqual(await told(forms, 'ann'), [`mend ${id}`]);
    });

    it('an approver sees old and new and every change between, and that one’s own is one’s own', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ann', revision);
      const review = (await forms.as('cai')('GET', `${relief}/review`)).body as Review;
      assert.deepEqual([review.live, review.stage, review.own, review.editors], [1, 'sent', false, ['王怡君']]);
      const [change] = review.changes;
      assert.match(change!.old!['zh-Hant'], /急難救助申請/);
      assert.match(change!.new!['zh-Hant'], /^甲/);
      assert.equal(review.approval.length, 1);
      assert.equal(((await forms.as('ann')('GET', `${relief}/review`)).body as Review).own, true);
      const none = (await forms.as('cai')('GET', '/forms/senior-card/review')).body as Review;
      assert.deepEqual([none.changes, none.stage], [[], undefined]);
    });

    it('a notice is read once and stays read; another one is not', async () => {
      const forms = await open();
      const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
      await send(forms, 'ann', revision);
      const [one] = await notices(forms, 'cai');
      assert.equal(one!.read, false);
      const { status } = await forms.as('cai')('POST', '/notices/read', { notices: [one!.id, 'nothing', 7] });
      assert.equal(status, 204);
      assert.equal((await notices(forms, 'cai'))[0]!.read, true);
      assert.equal((await notices(forms, 'fay'))[0]!.read, false, 'each reads for themselves');
      await forms.as('ann')('DELETE', `${relief}/sent`, { revision });
      forms.world.now = new Date(forms.world.now.getTime() + 60_000);
      await send(forms, 'ann', revision);
      assert.equal((await notices(forms, 'cai'))[0]!.read, false);
      assert.equal((await forms.as('cai')('POST', '/notices/read', {})).status, 204);
    });
  });
}

describe('on the staff’s own page', () => {
  it('whose turn it is, with the words of whoever made it so', async () => {
    const forms = await openForms();
    const { world } = forms;
    const approver = await signInAs(world, 'approver');
    const before = await (await approver.request('/staff')).text();
    assert.doesNotMatch(before, /待辦通知/);
    const revision = await save(forms, 'ann', (one) => titled(one, '甲'));
    await send(forms, 'ann', revision, '<b>請看標題</b>');
    const page = await (await approver.request('/staff')).text();
    assert.match(page, /待辦通知（1）/);
    assert.match(page, /href="\/builder\/emergency-relief\?view=review&amp;notice=approve%20emergency-relief/);
    assert.match(page, /王怡君，[\s\S]*&lt;b&gt;請看標題/);
    const clerk = await signInAs(world, 'clerk');
    assert.doesNotMatch(await (await clerk.request('/staff')).text(), /待辦通知/);
  });
});
