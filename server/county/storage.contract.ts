/** What every engine behind the county's storage port must do, races included. Called by each adapter's test. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CountyKind } from './kinds.ts';
import type { ApplicationRow, CountyStep, CountyStorage, DraftRow, FileRow, TransferRecord } from './storage.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();
const bytes = (text: string): Buffer => Buffer.from(text);
const envelope = (text: string) => ({
  epoch: '2026-11-23T01:00:00.000Z',
  wrappedKey: bytes(`key ${text}`),
  sealed: bytes(text),
});

export function countyStorageContract(engine: string, make: () => Promise<CountyStorage>): void {
  describe(`county storage on ${engine}`, () => {
    let storage: CountyStorage;
    let count = 0;
    before(async () => {
      storage = await make();
    });
    after(() => storage.close());

    const commit = (...plan: CountyStep[]) => storage.commit(plan);
    const ok = async (...plan: CountyStep[]) => assert.deepEqual(await storage.commit(plan), { ok: true });
    const refused = async (reason: string, ...plan: CountyStep[]) =>
      assert.deepEqual(await storage.commit(plan), { ok: false, reason });

    async function newDraft(change: Partial<DraftRow> = {}): Promise<DraftRow> {
      count += 1;
      const draft: DraftRow = {
        id: `draft-${count}`,
        owner: `owner-${count}`,
        service: 'relief',
        formVersion: 1,
        revision: 0,
        createdAt: at(0),
        expiresAt: at(50),
        ...change,
      };
      await ok({ step: 'create-draft', draft });
      return draft;
    }
    const journey = (draftId: string, txId: string, minute = 1): CountyStep => ({
      step: 'start-journey',
      transfer: {
        txId,
        draftId,
        service: 'relief',
        resources: ['API.7QovE2Gev6'],
        person: 'hash',
        identity: envelope('id'),
        startedAt: at(minute),
      },
      draftUntil: at(50),
    });
    const accept = (txId: string): CountyStep => ({
      step: 'accept-delivery',
      txId,
      delivery: envelope('ticket'),
      at: at(2),
      until: at(45),
    });
    const fill = (draftId: string, txId: string, text = 'values'): CountyStep => ({
      step: 'fill-draft',
      official: { draftId, txId, envelope: envelope(text), receivedAt: at(3), expiresAt: at(40) },
    });
    const save = (draftId: string, revision: number, text = 'typed'): CountyStep => ({
      step: 'save-draft',
      draftId,
      revision,
      typed: bytes(text),
      savedAt: at(4),
      expiresAt: at(55),
    });
    const file = (id: string, field = 'proof'): FileRow => ({
      id,
      field,
      size: 3,
      type: 'application/pdf',
      name: bytes('name'),
      addedAt: at(5),
    });
    const addFile = (draftId: string, id: string, maxFiles = 2): CountyStep => ({
      step: 'add-file',
      draftId,
      file: file(id),
      body: bytes('pdf'),
      maxFiles,
    });
    const application = (draft: DraftRow, number: string): ApplicationRow => ({
      number,
      service: draft.service,
      formVersion: 1,
      draftId: draft.id,
      repeatKey: `repeat-${draft.id}`,
      person: 'hash',
      contents: bytes('contents'),
      status: 'received',
      history: [{ at: at(6), status: 'received' }],
      submittedAt: at(6),
    });
    const record = (txId: string, minute: number): TransferRecord => ({
      at: at(minute),
      event: 310,
      txId,
      service: 'relief',
      counterpart: 'platform',
      person: 'hash',
      ok: true,
    });

    it('publishes form versions one after the other', async () => {
      const form = {
        service: 'f',
        version: 1,
        digest: 'a',
        definition: '{}',
        validator: 'export default 1',
        publishedAt: at(0),
      };
      await refused('form-version-taken', { step: 'publish-form', form: { ...form, version: 2 } });
      await ok({ step: 'publish-form', form });
      await refused('form-version-taken', { step: 'publish-form', form });
      await ok({ step: 'publish-form', form: { ...form, version: 2, digest: 'b' } });
      assert.equal((await storage.latestForm('f'))?.digest, 'b');
      assert.deepEqual(await storage.form('f', 1), form);
      assert.equal(await storage.latestForm('unknown'), undefined);
    });

    it('keeps one draft per browser and service', async () => {
      const draft = await newDraft();
      await refused('draft-exists', { step: 'create-draft', draft: { ...draft, id: 'other' } });
      await ok({ step: 'create-draft', draft: { ...draft, id: `${draft.id}-b`, service: 'card' } });
      assert.deepEqual(await storage.draft(draft.owner, 'relief'), draft);
      assert.equal(await storage.draft('nobody', 'relief'), undefined);
    });

    it('gives a fetch that is due to one of many workers, and back only to that one', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-claim'), accept('tx-claim'));
      assert.deepEqual((await storage.transfer('tx-claim'))?.fetching, { at: at(2), until: at(45), failures: 0 });
      const claim = (minute: number, lease: number): CountyStep => ({
        step: 'claim-fetch',
        txId: 'tx-claim',
        at: at(minute),
        lease: at(lease),
      });
      const putOff = (lease: number): CountyStep => ({
        step: 'put-off-fetch',
        txId: 'tx-claim',
        lease: at(lease),
        next: { at: at(20), failures: 1, readyAbout: at(30) },
      });
      await refused('fetch-not-due', claim(1, 4));
      const results = await Promise.all(Array.from({ length: 50 }, () => commit(claim(2, 4))));
      assert.equal(results.filter((result) => result.ok).length, 1);
      await refused('fetch-not-due', putOff(5));
      await ok(putOff(4));
      const waiting = { at: at(20), until: at(45), failures: 1, readyAbout: at(30) };
      assert.deepEqual((await storage.transfer('tx-claim'))?.fetching, waiting);
      await refused('fetch-not-due', claim(19, 22));
      await ok(claim(20, 22));
      const fail = (lease: string): CountyStep => ({
        step: 'fail-transfer',
        txId: 'tx-claim',
        from: 'accepted',
        code: 'expired',
        at: at(21),
        lease,
      });
      await refused('transfer-settled', fail(at(20)));
      await ok(fail(at(22)));
      const over = await storage.transfer('tx-claim');
      assert.deepEqual([over?.state, over?.failCode, over?.fetching], ['failed', 'expired', undefined]);
      await refused('fetch-not-due', claim(40, 41));
    });

    it('lets a process that starts anew have what its former life was at, and nobody else’s', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-former'), { ...accept('tx-former'), mark: 'said' } as CountyStep);
      await ok({ step: 'claim-fetch', txId: 'tx-former', at: at(2), lease: at(9), by: 'one/a' });
      const fetching = async () => (await storage.transfer('tx-former'))?.fetching;
      const free = (instance: string, by: string): CountyStep => ({ step: 'free-fetches', instance, by, at: at(3) });
      const held = { at: at(9), until: at(45), failures: 0, by: 'one/a' };
      assert.deepEqual(await fetching(), held);
      await ok(free('two', 'two/b'), free('one', 'one/a'));
      assert.deepEqual(await fetching(), held);
      await ok(free('one', 'one/b'));
      assert.deepEqual(await fetching(), { at: at(3), until: at(45), failures: 0 });
      assert.equal((await storage.transfer('tx-former'))?.deliveryMark, 'said');
      await ok(fill(draft.id, 'tx-former'));
      assert.equal((await storage.transfer('tx-former'))?.deliveryMark, 'said', 'known for good');
    });

    it('keeps what the platform is still to be told until it has heard it, though the draft be gone', async () => {
      const receipt = { txId: 'tx-receipt', content: envelope('stored'), at: at(5), until: at(50) };
      await ok({ step: 'queue-receipt', receipt });
      assert.deepEqual(await storage.receiptsDue(at(4)), []);
      const [due] = await storage.receiptsDue(at(5));
      assert.deepEqual([due?.txId, due?.tries, due?.until], ['tx-receipt', 0, at(50)]);
      assert.deepEqual(Buffer.from(due!.content.sealed), Buffer.from(envelope('stored').sealed));
      await ok({ step: 'put-off-receipt', txId: 'tx-receipt', at: at(7) });
      assert.deepEqual(await storage.receiptsDue(at(6)), []);
      assert.equal((await storage.receipt('tx-receipt'))?.tries, 1);
      await ok({ step: 'finish-receipt', txId: 'tx-receipt' });
      assert.equal(await storage.receipt('tx-receipt'), undefined);
    });

    it('lets one of many saves with the same revision win', async () => {
      const draft = await newDraft();
      const results = await Promise.all(Array.from({ length: 20 }, (_, i) => commit(save(draft.id, 0, `text ${i}`))));
      assert.equal(results.filter((result) => result.ok).length, 1);
      assert.ok(results.every((result) => result.ok || result.reason === 'draft-stale'));
      const saved = await storage.draftById(draft.id);
      assert.equal(saved?.revision, 1);
      assert.equal(saved?.savedAt, at(4));
      assert.equal(Buffer.from(saved?.typed ?? []).toString(), `text ${results.findIndex((result) => result.ok)}`);
    });

    it('takes a delivery exactly once', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-1'));
      await refused('tx-used', journey(draft.id, 'tx-1'));
      await refused('tx-unknown', accept('tx-unknown'));
      const results = await Promise.all(Array.from({ length: 20 }, () => commit(accept('tx-1'))));
      assert.equal(results.filter((result) => result.ok).length, 1);
      assert.deepEqual(
        (await storage.unsettledTransfers()).map(({ txId }) => txId),
        ['tx-1'],
      );
      assert.equal((await storage.transfer('tx-1'))?.delivery?.sealed.toString(), 'ticket');
      await ok(fill(draft.id, 'tx-1'));
      await refused('transfer-settled', fill(draft.id, 'tx-1'));
      await refused('delivery-repeated', accept('tx-1'));
      const transfer = await storage.transfer('tx-1');
      assert.equal(transfer?.state, 'filled');
      assert.equal(transfer?.delivery, undefined);
      assert.deepEqual(transfer?.resources, ['API.7QovE2Gev6']);
      assert.equal((await storage.official(draft.id))?.envelope.sealed.toString(), 'values');
      assert.equal((await storage.draftById(draft.id))?.revision, 1);
      assert.deepEqual(await storage.unsettledTransfers(), []);
    });

    it('knows what came back with 200 and was not called for', async () => {
      const draft = await newDraft();
      const uncalled = async (): Promise<readonly string[]> =>
        (await storage.uncalledTransfers()).map(({ txId }) => txId);
      await ok(journey(draft.id, 'tx-back'), journey(draft.id, 'tx-other'), journey(draft.id, 'tx-away'));
      await ok({ step: 'record-return', txId: 'tx-back', code: 200, at: at(1) });
      await ok({ step: 'record-return', txId: 'tx-other', code: 599, at: at(1) });
      assert.deepEqual(await uncalled(), ['tx-back']);
      await ok({ step: 'fail-transfer', txId: 'tx-back', from: 'started', code: 'not-called', at: at(2) });
      assert.deepEqual(await uncalled(), []);
      assert.equal((await storage.transfer('tx-back'))?.failCode, 'not-called');
    });

    it('starts no journey for a draft that is gone, and fills none', async () => {
      await refused('draft-gone', journey('no-draft', 'tx-2'));
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-3'), accept('tx-3'));
      await ok({ step: 'delete-draft', draftId: draft.id });
      await refused('transfer-settled', fill(draft.id, 'tx-3'));
      assert.equal(await storage.transfer('tx-3'), undefined);
      assert.equal(await storage.official(draft.id), undefined);
    });

    it('replaces what was received before by the next transfer, and knows the latest', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-4', 1), accept('tx-4'), fill(draft.id, 'tx-4', 'first'));
      await ok(journey(draft.id, 'tx-5', 9));
      assert.equal((await storage.latestTransfer(draft.id))?.txId, 'tx-5');
      assert.equal((await storage.official(draft.id))?.txId, 'tx-4');
      await ok(accept('tx-5'), fill(draft.id, 'tx-5', 'second'));
      assert.equal((await storage.official(draft.id))?.envelope.sealed.toString(), 'second');
    });

    it('tells a draft that the return of a filled transfer changed it, and only that', async () => {
      const draft = await newDraft();
      const revision = async (): Promise<number | undefined> => (await storage.draftById(draft.id))?.revision;
      await ok(journey(draft.id, 'tx-return-1'), { step: 'record-return', txId: 'tx-return-1', code: 200, at: at(2) });
      assert.equal(await revision(), 0);
      await ok(journey(draft.id, 'tx-return-2'), accept('tx-return-2'), fill(draft.id, 'tx-return-2'));
      assert.equal(await revision(), 1);
      await ok({ step: 'record-return', txId: 'tx-return-2', code: 200, at: at(4) });
      assert.equal(await revision(), 2);
    });

    it('records a return once and fails a transfer once, from the state it was in', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-6'));
      await ok(
        { step: 'record-return', txId: 'tx-6', code: 205, at: at(2) },
        { step: 'fail-transfer', txId: 'tx-6', from: 'started', code: 205, at: at(2) },
      );
      await refused('already-returned', { step: 'record-return', txId: 'tx-6', code: 409, at: at(3) });
      await refused('already-returned', { step: 'record-return', txId: 'tx-nobody', code: 409, at: at(3) });
      await refused('transfer-settled', {
        step: 'fail-transfer',
        txId: 'tx-6',
        from: 'accepted',
        code: 'package',
        at: at(3),
      });
      await refused('delivery-repeated', accept('tx-6'));
      const transfer = await storage.transfer('tx-6');
      assert.deepEqual([transfer?.state, transfer?.failCode, transfer?.returnCode], ['failed', 205, 205]);
      await ok(journey(draft.id, 'tx-7'), accept('tx-7'), {
        step: 'fail-transfer',
        txId: 'tx-7',
        from: 'accepted',
        code: 'package',
        at: at(4),
      });
      assert.equal((await storage.transfer('tx-7'))?.failCode, 'package');
      assert.equal((await storage.transfer('tx-7'))?.delivery, undefined);
    });

    it('erases what was received and leaves what was typed', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-8'), accept('tx-8'), fill(draft.id, 'tx-8'), save(draft.id, 1));
      assert.deepEqual(
        (await storage.expiredOfficials(at(39))).filter((row) => row.draftId === draft.id),
        [],
      );
      assert.deepEqual(
        (await storage.expiredOfficials(at(40))).filter((row) => row.draftId === draft.id).map(({ txId }) => txId),
        ['tx-8'],
      );
      await ok({ step: 'erase-official', draftId: draft.id });
      await refused('official-gone', { step: 'erase-official', draftId: draft.id });
      assert.equal(await storage.official(draft.id), undefined);
      const left = await storage.draftById(draft.id);
      assert.equal(left?.revision, 3);
      assert.equal(Buffer.from(left?.typed ?? []).toString(), 'typed');
    });

    it('counts the files of a field, also when they come at once', async () => {
      const draft = await newDraft();
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => commit(addFile(draft.id, `${draft.id}-${name}`))),
      );
      assert.equal(results.filter((result) => result.ok).length, 2);
      const [first] = await storage.files(draft.id);
      assert.ok(first);
      assert.equal(Buffer.from((await storage.fileBody(first.id)) ?? []).toString(), 'pdf');
      await refused('file-gone', { step: 'remove-file', draftId: 'other', fileId: first.id });
      await ok({ step: 'remove-file', draftId: draft.id, fileId: first.id });
      await refused('file-gone', { step: 'remove-file', draftId: draft.id, fileId: first.id });
      assert.equal((await storage.files(draft.id)).length, 1);
      await refused('draft-gone', addFile('no-draft', 'x'));
    });

    it('makes one application of a draft, however many submits come at once', async () => {
      const draft = await newDraft();
      await ok(
        journey(draft.id, 'tx-9'),
        accept('tx-9'),
        fill(draft.id, 'tx-9'),
        addFile(draft.id, 'kept'),
        addFile(draft.id, 'dropped'),
      );
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          commit(
            { step: 'submit-application', application: application(draft, `A-${i}`), revision: 1, fileIds: ['kept'] },
            { step: 'record-transfer', record: record('tx-9', 6) },
          ),
        ),
      );
      assert.equal(results.filter((result) => result.ok).length, 1);
      const number = `A-${results.findIndex((result) => result.ok)}`;
      const made = await storage.application(number);
      assert.deepEqual([made?.service, made?.status, made?.history.length], ['relief', 'received', 1]);
      assert.equal((await storage.repeatedApplication(`repeat-${draft.id}`))?.number, number);
      assert.deepEqual(
        (await storage.applicationFiles(number)).map(({ id }) => id),
        ['kept'],
      );
      assert.equal(await storage.fileBody('dropped'), undefined);
      assert.equal(await storage.draftById(draft.id), undefined);
      assert.equal(await storage.official(draft.id), undefined);
      assert.equal(await storage.transfer('tx-9'), undefined);
      assert.equal((await storage.transferRecords()).filter(({ txId }) => txId === 'tx-9').length, 1);
    });

    it('submits nothing with a stale revision, a used number or a missing file', async () => {
      const draft = await newDraft();
      const submit = (number: string, revision: number, fileIds: string[] = []): CountyStep => ({
        step: 'submit-application',
        application: application(draft, number),
        revision,
        fileIds,
      });
      await refused('draft-stale', submit('B-1', 7));
      await refused('file-gone', submit('B-1', 0, ['nothing']));
      assert.equal(await storage.application('B-1'), undefined);
      await ok(submit('B-1', 0));
      const next = await newDraft();
      await refused('number-taken', {
        step: 'submit-application',
        application: application(next, 'B-1'),
        revision: 0,
        fileIds: [],
      });
      assert.ok(await storage.draftById(next.id));
    });

    it('rolls a whole plan back when one step fails', async () => {
      const draft = await newDraft();
      await refused('draft-stale', { step: 'record-transfer', record: record('tx-rolled', 1) }, save(draft.id, 9));
      assert.equal(
        (await storage.transferRecords()).some(({ txId }) => txId === 'tx-rolled'),
        false,
      );
    });

    it('knows how much there is of each kind, and lets nothing begin over the most', async () => {
      const before = await storage.sizes();
      const grown = async () => {
        const now = await storage.sizes();
        return Object.fromEntries(
          Object.entries(now).flatMap(([kind, bytes]) => {
            const more = bytes - before[kind as CountyKind];
            return more ? [[kind, more > 0]] : [];
          }),
        );
      };
      const draft = await newDraft();
      assert.deepEqual(await grown(), { drafts: true });
      const one = { ...addFile(draft.id, 'space-a', 9), maxBytes: 99 } as CountyStep;
      const files = before.files;
      const room = (bytes: number, most: number): CountyStep => ({ step: 'need-space', kind: 'files', bytes, most });
      await refused('space-full', room(3, files + 2), one);
      assert.deepEqual(await grown(), { drafts: true }, 'nothing of that plan');
      await ok(room(3, files + 3), one);
      assert.ok((await storage.sizes()).files >= files + 3);
      await ok({
        step: 'submit-application',
        application: application(draft, 'S-1'),
        revision: 0,
        fileIds: ['space-a'],
      });
      assert.deepEqual(await grown(), { applications: true }, 'files go along, and the draft is gone');
      const next = await newDraft();
      await ok(
        journey(next.id, 'tx-space'),
        accept('tx-space'),
        fill(next.id, 'tx-space'),
        save(next.id, 1, 'x'.repeat(5000)),
      );
      await ok({ ...addFile(next.id, 'space-b', 9), maxBytes: 99 } as CountyStep);
      assert.ok((await storage.sizes()).drafts >= before.drafts + 5000);
      await ok({ step: 'delete-draft', draftId: next.id });
      assert.deepEqual(await grown(), { applications: true }, 'what hangs on a draft goes with it');
    });

    it('holds the files of a draft to a sum', async () => {
      const draft = await newDraft();
      const within = (id: string, maxBytes: number): CountyStep =>
        ({ ...addFile(draft.id, id, 9), maxBytes }) as CountyStep;
      await ok(within('sum-a', 6));
      await ok(within('sum-b', 6));
      await refused('draft-full', within('sum-c', 8));
      await ok({ step: 'remove-file', draftId: draft.id, fileId: 'sum-a' });
      await ok(within('sum-c', 6));
    });

    it('knows who proved identity in a draft: only of what was filled and come back from', async () => {
      const draft = await newDraft();
      await ok(journey(draft.id, 'tx-proof'), accept('tx-proof'));
      assert.equal(await storage.provenPerson(draft.id), undefined);
      await ok({ step: 'record-return', txId: 'tx-proof', code: 200, at: at(2) });
      assert.equal(await storage.provenPerson(draft.id), undefined);
      await ok(fill(draft.id, 'tx-proof'));
      assert.equal(await storage.provenPerson(draft.id), 'hash');
      await ok(journey(draft.id, 'tx-proof-2', 8));
      assert.equal(await storage.provenPerson(draft.id), 'hash', 'another journey takes nothing away');
    });

    it('erases a batch at a time, the oldest first', async () => {
      const drafts: DraftRow[] = [];
      for (const minute of [3, 1, 2]) drafts.push(await newDraft({ expiresAt: `2020-01-01T00:0${minute}:00Z` }));
      const now = '2020-01-01T00:02:00Z';
      const erase: CountyStep = { step: 'erase-expired', now, recordsBefore: '2020', most: 1 };
      const left = async () =>
        (await Promise.all(drafts.map(({ id }) => storage.draftById(id)))).map((draft) => draft !== undefined);
      assert.ok(await storage.anyExpired(now, '2020'));
      await ok(erase);
      assert.deepEqual(await left(), [true, false, true]);
      await ok(erase);
      assert.deepEqual(await left(), [true, false, false]);
      assert.equal(await storage.anyExpired(now, '2020'), false);
      await ok({ step: 'delete-draft', draftId: drafts[0]!.id });
    });

    it('erases what is past its time', async () => {
      const old = await newDraft({ expiresAt: at(10) });
      const young = await newDraft({ expiresAt: at(59) });
      await ok(
        addFile(old.id, 'old-file'),
        { step: 'record-transfer', record: record('tx-old', 0) },
        { step: 'record-transfer', record: record('tx-new', 58) },
      );
      await ok({ step: 'erase-expired', now: at(10), recordsBefore: at(1), most: 10 });
      await storage.scrub();
      assert.equal(await storage.draftById(old.id), undefined);
      assert.equal(await storage.fileBody('old-file'), undefined);
      assert.ok(await storage.draftById(young.id));
      const left = (await storage.transferRecords()).map(({ txId }) => txId);
      assert.ok(left.includes('tx-new') && !left.includes('tx-old'));
    });
  });
}
