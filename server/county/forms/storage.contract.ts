/** What every engine must do with the form designers' steps, races included. Called by each adapter's test. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { noDocument } from '#schemas/publish/testing/documents.ts';
import type { CountyStep, CountyStorage } from '../storage.ts';
import type { FormVersion, FormWork, KeptForm } from './storage.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();
const history = { done: [], undone: [] };
const ann = { id: 'ann', name: '王安' };
const bea = { id: 'bea', name: '李白' };

const work = (change: Partial<FormWork> = {}): FormWork => ({
  document: noDocument,
  history,
  translated: {},
  savedAt: at(0),
  savedBy: ann,
  editors: ['ann'],
  ...change,
});

const version = (form: string, number: number): FormVersion => ({
  form,
  version: number,
  service: noDocument.service,
  translated: {},
  source: 'builder',
  publishedAt: at(number),
  publishedBy: ann,
});

export function builderStorageContract(engine: string, make: () => Promise<CountyStorage>): void {
  describe(`form designers' storage on ${engine}`, () => {
    let storage: CountyStorage;
    before(async () => {
      storage = await make();
    });
    after(() => storage.close());

    const ok = async (...plan: CountyStep[]) => assert.deepEqual(await storage.commit(plan), { ok: true });
    const refused = async (reason: string, ...plan: CountyStep[]) =>
      assert.deepEqual(await storage.commit(plan), { ok: false, reason });

    it('saves only over the revision that was seen, and numbers on', async () => {
      await ok({ step: 'save-form', form: 'f1', revision: 0, work: work() });
      await refused('form-stale', { step: 'save-form', form: 'f1', revision: 0, work: work() });
      await ok({ step: 'save-form', form: 'f1', revision: 1, base: 3, work: work({ savedBy: bea }) });
      await refused('form-stale', { step: 'save-form', form: 'f1', revision: 3, work: work() });
      assert.deepEqual(await storage.formDraft('f1'), {
        form: 'f1',
        revision: 2,
        base: 3,
        work: work({ savedBy: bea }),
      });
      await ok({ step: 'save-form', form: 'f1', revision: 2, base: 4 });
      assert.deepEqual(await storage.formDraft('f1'), { form: 'f1', revision: 3, base: 4 });
      const thrownAway = { form: 'f1', revision: 3, base: 4, authors: ['ann', 'bea'] };
      await ok({ step: 'save-form', ...thrownAway });
      assert.deepEqual(await storage.formDraft('f1'), { ...thrownAway, revision: 4 });
      await ok({ step: 'save-form', form: 'f1', revision: 4, base: 5 });
      assert.deepEqual(await storage.formDraft('f1'), { form: 'f1', revision: 5, base: 5 });
      assert.equal(await storage.formDraft('f0'), undefined);
      assert.deepEqual(
        (await storage.formDrafts()).map(({ form }) => form),
        ['f1'],
      );
    });

    it('of twenty who save at once one gets through', async () => {
      const tries = Array.from({ length: 20 }, () =>
        storage.commit([{ step: 'save-form', form: 'race', revision: 0, work: work() }]),
      );
      assert.equal((await Promise.all(tries)).filter((result) => result.ok).length, 1);
      assert.equal((await storage.formDraft('race'))?.revision, 1);
    });

    it('a decision holds for the revision that it was made on, and is none itself', async () => {
      await ok({ step: 'save-form', form: 'f2', revision: 0, work: work() });
      const sent = work({ sent: { by: ann, at: at(1) } });
      const approved = work({ sent: { by: ann, at: at(1) }, approval: { by: bea, at: at(2), notes: '好' } });
      await refused('form-stale', { step: 'decide-form', form: 'f2', revision: 2, stage: 'draft', work: sent });
      await ok({ step: 'decide-form', form: 'f2', revision: 1, stage: 'draft', work: sent });
      await ok({ step: 'decide-form', form: 'f2', revision: 1, stage: 'sent', work: approved });
      assert.deepEqual(await storage.formDraft('f2'), { form: 'f2', revision: 1, work: approved });
      await refused('form-stale', { step: 'decide-form', form: 'nowhere', revision: 0, stage: 'draft', work: sent });
      // Published: there is nothing to decide.
      await ok({ step: 'save-form', form: 'f2', revision: 1, base: 2 });
      for (const stage of ['draft', 'approved'] as const)
        await refused('form-stale', { step: 'decide-form', form: 'f2', revision: 2, stage, work: sent });
    });

    it('saves in the stage that was seen, where one is named', async () => {
      const sent = work({ sent: { by: ann, at: at(1) } });
      await ok({ step: 'save-form', form: 'f6', revision: 0, work: sent });
      for (const stage of ['draft', 'approved', 'returned'] as const)
        await refused('form-stale', { step: 'save-form', form: 'f6', revision: 1, stage, base: 1 });
      assert.deepEqual(await storage.formDraft('f6'), { form: 'f6', revision: 1, work: sent });
      await ok({ step: 'save-form', form: 'f6', revision: 1, stage: 'sent', base: 1 });
      await refused('form-stale', { step: 'save-form', form: 'f6', revision: 2, stage: 'draft', work: sent });
    });

    it('of decisions at once about one revision, each in its stage, one is made', async () => {
      await ok({ step: 'save-form', form: 'f5', revision: 0, work: work({ sent: { by: ann, at: at(1) } }) });
      const decisions = [
        work({ sent: { by: ann, at: at(1) }, approval: { by: bea, at: at(2) } }),
        work({ returned: { by: bea, at: at(2), notes: '再想想' } }),
        work(),
      ];
      const made = await Promise.all(
        [...decisions, ...decisions, ...decisions].map((one) =>
          storage.commit([{ step: 'decide-form', form: 'f5', revision: 1, stage: 'sent', work: one }]),
        ),
      );
      assert.equal(made.filter((result) => result.ok).length, 1);
    });

    it('which notices a person has read, each once, until they are forgotten', async () => {
      const mark = (staff: string, notice: string, minute: number) => ({ staff, notice, at: at(minute) });
      await ok({ step: 'read-notices', marks: [mark('ann', 'n1', 1), mark('ann', 'n2', 2)] });
      await ok({ step: 'read-notices', marks: [mark('ann', 'n1', 3), mark('bea', 'n1', 3)] });
      assert.deepEqual([...(await storage.noticesRead('ann'))].sort(), ['n1', 'n2']);
      assert.deepEqual([...(await storage.noticesRead('bea'))], ['n1']);
      await ok({ step: 'forget-notices', readBefore: at(2) });
      assert.deepEqual([...(await storage.noticesRead('ann'))], ['n2']);
      assert.deepEqual([...(await storage.noticesRead('cai'))], []);
    });

    it('keeps what lost, newest first, each under its id: two windows of one person lose two works', async () => {
      const kept = (id: string, by = ann, minute = 1): KeptForm => ({
        id,
        form: 'f3',
        document: noDocument,
        history,
        why: 'conflict',
        revision: 1,
        at: at(minute),
        by,
      });
      await ok({ step: 'keep-form', kept: kept('k1') });
      await ok({ step: 'keep-form', kept: kept('k2', bea, 2) });
      await ok({ step: 'keep-form', kept: kept('k3', ann, 3) });
      assert.deepEqual(
        (await storage.keptForms('f3')).map(({ id }) => id),
        ['k3', 'k2', 'k1'],
      );
      const { document: _document, history: _history, ...entry } = kept('k3', ann, 3);
      assert.deepEqual((await storage.keptForms('f3'))[0], entry);
      assert.deepEqual(await storage.keptForm('k3'), kept('k3', ann, 3));
      await ok({ step: 'keep-form', kept: { ...kept('k1', ann, 4), of: bea } });
      assert.deepEqual(
        (await storage.keptForms('f3')).map(({ id, of }) => [id, of?.id]),
        [
          ['k1', 'bea'],
          ['k3', undefined],
          ['k2', undefined],
        ],
      );
    });

    it('of what a person has kept of a form, the oldest go: by number and by size, never the newest', async () => {
      const keep = (id: string, form: string, by: typeof ann, minute: number): CountyStep => ({
        step: 'keep-form',
        kept: { id, form, document: noDocument, history, why: 'conflict', revision: 1, at: at(minute), by },
      });
      for (const minute of [1, 2, 3, 4]) await ok(keep(`t${minute}`, 't', ann, minute));
      await ok(keep('bea', 't', bea, 0), keep('other', 'u', ann, 0));
      const left = async () => (await storage.keptForms('t')).map(({ id }) => id);
      await ok({ step: 'trim-kept', form: 't', by: 'ann', count: 3, bytes: 1e9 });
      assert.deepEqual(await left(), ['t4', 't3', 't2', 'bea']);
      const size = Buffer.byteLength(JSON.stringify(await storage.keptForm('t4')));
      await ok({ step: 'trim-kept', form: 't', by: 'ann', count: 9, bytes: size * 2 });
      assert.deepEqual(await left(), ['t4', 't3', 'bea']);
      await ok({ step: 'trim-kept', form: 't', by: 'ann', count: 9, bytes: 1 });
      assert.deepEqual(await left(), ['t4', 'bea']);
      assert.equal((await storage.keptForms('u')).length, 1);
    });

    it('a version is recorded once; the newest of each form is found', async () => {
      await ok({ step: 'record-version', version: version('b', 1) });
      await refused('version-recorded', { step: 'record-version', version: version('b', 1) });
      await ok(
        { step: 'record-version', version: version('b', 2) },
        { step: 'record-version', version: version('a', 1) },
      );
      assert.deepEqual(
        (await storage.formVersions('b')).map((one) => one.version),
        [2, 1],
      );
      assert.deepEqual(await storage.formVersion('b', 1), version('b', 1));
      assert.equal(await storage.formVersion('b', 3), undefined);
      assert.deepEqual(
        (await storage.latestVersions()).map((one) => [one.form, one.version]),
        [
          ['a', 1],
          ['b', 2],
        ],
      );
    });

    it('nothing of a plan stays where one of its steps fails', async () => {
      await refused(
        'version-recorded',
        { step: 'save-form', form: 'f4', revision: 0, work: work() },
        { step: 'record-version', version: version('b', 2) },
      );
      assert.equal(await storage.formDraft('f4'), undefined);
    });

    it('opening times are replaced', async () => {
      await ok({ step: 'schedule-form', schedule: { form: 's', opensAt: at(1), closesAt: at(2) } });
      await ok({ step: 'schedule-form', schedule: { form: 's', closesAt: at(3) } });
      assert.deepEqual(await storage.formSchedule('s'), { form: 's', closesAt: at(3) });
      assert.equal(await storage.formSchedule('none'), undefined);
      assert.equal((await storage.formSchedules()).length, 1);
      assert.deepEqual([...(await storage.applicationsByVersion('s'))], []);
    });
  });
}
