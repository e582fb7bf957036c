/** The log as the outside sees it, and what happens when it can't be written. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { leafHash } from '../../crypto/merkle/hash.ts';
import { holdsConsistency, holdsInclusion } from '../../crypto/merkle/verify.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { lifetimes } from '../../lifetimes.ts';
import { Browser, household, innerZip, lowIncome, world, type Page, type World } from '../app.fixture.ts';
import { platformOf } from '../platform.ts';
import type { PlatformStorage } from '../storage.ts';
import { commitment } from './commitment.ts';
import { LogKeys, memoryVault } from './keys.ts';
import { receiptOf } from './receipt.ts';

async function ready(storage?: PlatformStorage): Promise<World> {
  const made = await world({ storage });
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789' }) };
  made.dp[lowIncome] = { status: 204 };
  return made;
}

async function agreed(made: World, txId: string = randomUUID()): Promise<{ txId: string; page: Page }> {
  const browser = new Browser(made.app);
  const consent = await browser.toConsent(made, { txId });
  return { txId, page: await browser.post(consent, 'consent', { decision: 'agree' }) };
}

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

interface Entries {
  readonly size: number;
  readonly entries: readonly { readonly index: number; readonly entry: string; readonly leaf_hash: string }[];
}
const read = async <T>({ app }: World, path: string): Promise<T> => (await (await app.request(path)).json()) as T;
const entriesOf = (made: World): Promise<Entries> => read<Entries>(made, '/log/entries?start=0');

async function checkpointOf(made: World, query = ''): Promise<{ size: number; root: Buffer }> {
  const note = await (await made.app.request(`/log/checkpoint${query}`)).text();
  const keys = (await (await made.app.request('/log/keys')).text()).split('\n').filter((line) => /^[^#]/.test(line));
  const [origin, size, root] = (openNote(note, keys) ?? assert.fail('not signed')).split('\n');
  assert.equal(origin, 'localhost:8701/log');
  return { size: Number(size), root: bytes(root ?? '') };
}

test('every event of a journey is an entry under a signed checkpoint, and every proof holds', async () => {
  const made = await ready();
  const { txId } = await agreed(made);
  const { size, entries } = await entriesOf(made);
  const events = await made.storage.events(txId);
  assert.deepEqual(
    entries.map(({ entry }) => (JSON.parse(entry) as { event: number }).event),
    events.map(({ number }) => number),
  );
  const head = await checkpointOf(made);
  assert.deepEqual([size, head.size], [events.length, events.length]);
  for (const { index, entry, leaf_hash } of entries) {
    assert.equal(leafHash(entry).toString('base64'), leaf_hash);
    const { proof } = await read<{ proof: string[] }>(made, `/log/proof/inclusion?index=${index}&size=${size}`);
    assert.ok(holdsInclusion({ index, size, leaf: bytes(leaf_hash), proof: proof.map(bytes), root: head.root }));
  }
  const first = (await made.storage.checkpoints(0, 1)).at(0) ?? (await made.storage.checkpoints(0, size)).at(0);
  assert.ok(first);
  const early = await checkpointOf(made, `?size=${first.size}`);
  const path = `/log/proof/consistency?from=${first.size}&to=${size}`;
  const { proof } = await read<{ proof: string[] }>(made, path);
  assert.ok(
    holdsConsistency({
      from: first.size,
      to: size,
      fromRoot: early.root,
      toRoot: head.root,
      proof: proof.map(bytes),
    }),
  );
});

test('the log tells nobody who it was, nor which entries belong together', async () => {
  const made = await ready();
  const one = await agreed(made);
  const other = await agreed(made);
  const out = await (await made.app.request('/log/export')).text();
  const person = (await made.storage.transaction(one.txId))?.personHash ?? assert.fail();
  for (const secret of [one.txId, other.txId, person, 'A123456789', '林小美', 'lin@example.test'])
    assert.ok(!out.includes(secret));
  const { entries } = await entriesOf(made);
  const commitments = entries.flatMap(({ entry }) => {
    const { tx, person: who } = JSON.parse(entry) as { tx: string; person?: string };
    return [tx, ...(who ? [who] : [])];
  });
  assert.equal(new Set(commitments).size, commitments.length);
});

test('bad ranges are refused with what is wrong', async () => {
  const empty = await ready();
  for (const path of ['checkpoint', 'entries?start=0', 'proof/inclusion?index=0', 'proof/consistency?from=1'])
    assert.equal((await empty.app.request(`/log/${path}`)).status, 404, path);
  assert.equal(await (await empty.app.request('/log/export')).text(), '');
  await agreed(empty);
  for (const [path, code] of [
    ['entries', 'range-unreadable'],
    ['entries?start=-1', 'range-unreadable'],
    ['entries?start=1.5', 'range-unreadable'],
    ['entries?start=3&end=3', 'range-empty'],
    ['entries?start=0&end=257', 'range-too-long'],
    ['entries?start=9999', 'range-outside'],
    ['entries?start=9999999999999999', 'range-unreadable'],
    ['proof/inclusion?index=5&size=5', 'range-outside'],
    ['proof/inclusion?index=0&size=9999', 'range-outside'],
    ['proof/inclusion?index=x', 'range-unreadable'],
    ['proof/consistency?from=0&to=2', 'range-empty'],
    ['proof/consistency?from=3&to=2', 'range-empty'],
    ['proof/consistency?from=1&to=9999', 'range-outside'],
  ] as const) {
    const response = await empty.app.request(`/log/${path}`);
    assert.equal(response.status, 400, path);
    assert.equal(((await response.json()) as { error: { code: string } }).error.code, code, path);
  }
  assert.equal((await empty.app.request('/log/checkpoint?size=9999')).status, 404);
});

test('a consent has a receipt: what was agreed to, the words, and the way into the log; others have none', async () => {
  const made = await ready();
  const { txId } = await agreed(made);
  const platform = platformOf(made.options);
  const receipt = (await receiptOf(platform, txId)) ?? assert.fail('no receipt');
  const jwks = await read<JSONWebKeySet>(made, '/log/receipt-keys');
  const { payload } = await compactVerify(receipt.jws, createLocalJWKSet(jwks));
  assert.deepEqual(JSON.parse(Buffer.from(payload).toString('utf8')), receipt.payload);

  const { record, notice, log, opening } = receipt.payload;
  const consent = (await made.storage.consent(txId)) ?? assert.fail();
  assert.equal(notice.words, consent.words);
  assert.equal(createHash('sha256').update(notice.words).digest('hex'), notice.sha256);
  const { schema_version, record_id, pii_principal_id, pii_processing, event } = record as unknown as {
    readonly schema_version: string;
    readonly record_id: string;
    readonly pii_principal_id: string;
    readonly pii_processing: readonly {
      readonly privacy_notice: { readonly digest: string };
      readonly purposes: readonly { readonly pii_information: readonly { readonly pii_type: string }[] }[];
    }[];
    readonly event: readonly { readonly event_state: string; readonly event_time: string }[];
  };
  assert.match(schema_version, /27560/);
  assert.deepEqual([record_id, pii_principal_id], [txId, opening.person]);
  assert.equal(pii_processing[0]?.privacy_notice.digest, `sha256:${notice.sha256}`);
  assert.deepEqual(
    pii_processing[0]?.purposes[0]?.pii_information.map(({ pii_type }) => pii_type),
    [household, lowIncome],
  );
  assert.deepEqual([event[0]?.event_state, event[0]?.event_time], ['given', consent.at.toISOString()]);

  const salt = Buffer.from(opening.salt, 'hex');
  const entry = JSON.parse(log.entry) as Record<string, unknown>;
  assert.equal(entry['event'], 240);
  assert.equal(entry['tx'], commitment(salt, log.index, 'tx', txId));
  assert.equal(entry['person'], commitment(salt, log.index, 'person', opening.person ?? ''));
  assert.equal(entry['record'], commitment(salt, log.index, 'record', canonicalJson(record)));
  const { root, size } = await checkpointOf(made);
  const proof = log.inclusion_proof.map(bytes);
  assert.ok(holdsInclusion({ index: log.index, size, leaf: leafHash(log.entry), proof, root }));

  assert.equal(await receiptOf(platform, randomUUID()), undefined);
  const browser = new Browser(made.app);
  const refusedTx = randomUUID();
  await browser.post(await browser.toConsent(made, { txId: refusedTx }), 'consent', { decision: 'refuse' });
  assert.equal(await receiptOf(platform, refusedTx), undefined);
});

test('after the retention year the receipt is gone, the entries stand and nobody can open them', async () => {
  const made = await ready(sqlitePlatformStorage(':memory:'));
  const { txId } = await agreed(made);
  made.clock.pass(lifetimes.storedData.ms + 60_000);
  await made.app.sweep();
  const before = await entriesOf(made);
  made.clock.pass(lifetimes.transferRecord.ms + 60_000);
  await made.app.sweep();
  assert.equal(await receiptOf(platformOf(made.options), txId), undefined);
  assert.equal(await made.storage.logSubject(txId), undefined);
  assert.deepEqual((await entriesOf(made)).entries.slice(0, before.size), before.entries);
  assert.ok((await checkpointOf(made)).size >= before.size);
});

/** Nothing left the platform, and nothing is promised: the journey stands where it stood. */
async function holdsBack(made: World, browser: Browser, consent: Page, txId: string): Promise<void> {
  const page = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(page.response.status, 503);
  assert.match(page.text, /沒有傳送您的任何資料/);
  assert.match(page.text, /再試一次/);
  assert.equal(made.spCalls.length, 0);
  assert.equal(await made.storage.consent(txId), undefined);
  assert.ok(!(await made.storage.events(txId)).some(({ number }) => number === 240 || number === 290));
}

test('no consent while the checkpoint cannot be signed; afterwards the same screen goes on', async () => {
  const made = await ready();
  const browser = new Browser(made.app);
  const txId = randomUUID();
  const consent = await browser.toConsent(made, { txId });
  const { log } = made.keys;
  const real = log.signing.bind(log);
  log.signing = () => {
    throw new Error('the key is gone');
  };
  try {
    await holdsBack(made, browser, consent, txId);
  } finally {
    log.signing = real;
  }
  const page = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.match(page.location ?? '', /code=200/);
  assert.equal(made.spCalls.length, 1);
});

test('no consent while the log cannot be appended to', async () => {
  for (const failure of ['throws', 'is broken'] as const) {
    const storage = memoryPlatformStorage();
    const real = storage.commit.bind(storage);
    let failing = false;
    storage.commit = async (plan) => {
      if (!failing || !plan.some(({ step }) => step === 'record-event')) return real(plan);
      if (failure === 'throws') throw new Error('disk full');
      return { ok: false, reason: 'log-broken' };
    };
    const made = await ready(storage);
    const browser = new Browser(made.app);
    const txId = randomUUID();
    const consent = await browser.toConsent(made, { txId });
    failing = true;
    await holdsBack(made, browser, consent, txId);
  }
});

test('keys are replaced without stopping: the old stay published with their time, the new sign', async () => {
  const vault = memoryVault();
  const at = new Date('2026-11-23T01:00:00Z');
  const running = await LogKeys.open(vault, at);
  const old = running.signing('checkpoint');
  const elsewhere = await LogKeys.open(vault, at);
  assert.deepEqual(elsewhere.signing('checkpoint').raw, old.raw);
  const later = new Date('2026-12-01T01:00:00Z');
  await elsewhere.rotate(later);
  await running.refresh();
  const now = running.signing('checkpoint');
  assert.notDeepEqual(now.raw, old.raw);
  assert.deepEqual(
    running.list().map(({ use, from, until }) => [use, from, until]),
    [
      ['checkpoint', at, later],
      ['receipt', at, later],
      ['checkpoint', later, undefined],
      ['receipt', later, undefined],
    ],
  );
  const file = await vault.readOrMake('log-keys.json', async () => '');
  assert.equal(file.split('"private"').length - 1, 2, 'the private halves of retired keys are gone');
});

test('keys renew themselves when their year is over, and not before', async () => {
  const from = new Date('2026-11-23T01:00:00Z');
  const keys = await LogKeys.open(memoryVault(), from);
  const { ms } = lifetimes.logKey;
  await keys.keepFresh(new Date(from.getTime() + ms - 1), ms);
  assert.equal(keys.list().length, 2);
  await keys.keepFresh(new Date(from.getTime() + ms), ms);
  assert.equal(keys.list().length, 4);
});

test('what must be deleted after 8 hours is deleted, and its keys destroyed, even while the log cannot be written', async () => {
  const made = await ready();
  const { txId } = await agreed(made);
  assert.equal((await made.storage.packages(txId)).length, 2);
  const real = made.keys.log.signing.bind(made.keys.log);
  made.keys.log.signing = () => {
    throw new Error('the key is gone');
  };
  try {
    made.clock.pass(lifetimes.storedData.ms + lifetimes.keyEpoch.ms + 60_000);
    const swept = await made.app.sweep();
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.ok(swept.epochs > 0);
  } finally {
    made.keys.log.signing = real;
  }
});
