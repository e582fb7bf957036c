/** Log and witness as they meet over HTTP, joined without ports; the log on a real database, so that it can be turned back. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { sqlitePlatformStorage } from '../adapters/sqlite/platform/storage.ts';
import { silentLog, type Fetch } from '../context.ts';
import { cosign, cosignedAt } from '../crypto/cosignature.ts';
import { checkpointText, openNote, rawPublicKey, signNote } from '../crypto/signed-note.ts';
import { event } from '../platform/log/events.ts';
import { LogKeys, memoryVault } from '../platform/log/keys.ts';
import { logOrigin, treeOrigin, verifierKeyOf } from '../platform/log/names.ts';
import { consistencyProof } from '../platform/log/proof.ts';
import { parseWitnesses, Witnesses, type Cosigned, type WitnessesOptions } from '../platform/log/witnesses.ts';
import type { PlatformStorage } from '../platform/storage.ts';
import { witnessApp } from './app.ts';
import { witness, type Witness, type WitnessStore } from './witness.ts';

const now = new Date('2026-11-27T02:00:00Z');
const clock = { now: () => now };
const publicUrl = 'https://log.example';
const log = logOrigin(publicUrl);

interface Log {
  readonly storage: PlatformStorage;
  readonly keys: LogKeys;
  grow(entries: number, generation?: number): Promise<void>;
  note(): Promise<string>;
}

async function newLog(keys?: LogKeys): Promise<Log> {
  const storage = sqlitePlatformStorage(':memory:');
  const own = keys ?? (await LogKeys.open(memoryVault(), now));
  let no = 0;
  return {
    storage,
    keys: own,
    async grow(entries, generation = 1) {
      for (; entries > 0; entries -= 1)
        await storage.commit([
          event(`tx-${Math.random()}-${(no += 1)}`, 'SP-API called', now),
          {
            step: 'sign-head',
            entries: 1,
            at: now,
            sign: ({ size, root }) =>
              signNote(checkpointText(treeOrigin(publicUrl, generation), size, root), log, own.signing('checkpoint')),
          },
        ]);
    },
    note: async () => (await storage.checkpoint())?.note ?? assert.fail('empty'),
  };
}

const memoryStore = (): WitnessStore => {
  let kept: string | undefined;
  return {
    read: async () => kept,
    async keep(note) {
      kept = note;
    },
  };
};

function newWitness(keys: LogKeys, store = memoryStore()): Witness {
  const { privateKey } = generateKeyPairSync('ed25519');
  return witness({
    name: 'county.example/witness',
    key: { privateKey, raw: rawPublicKey(privateKey) },
    store,
    clock,
    log,
    logKeys: async () => keys.list().map((key) => verifierKeyOf(log, key)),
  });
}

const bodyOf = async (own: Log, old: number, size: number): Promise<string> =>
  [`old ${old}`, ...(old ? await consistencyProof(own.storage, old, size) : []), '', await own.note()].join('\n');

/** What is in front of the signatures. */
const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);

test('a witness cosigns what begins with what it cosigned, as cosignature/v1 says', async () => {
  const own = await newLog();
  const county = newWitness(own.keys);
  await own.grow(3);
  const first = await county.add(await bodyOf(own, 0, 3));
  assert.equal(first.status, 200);
  assert.deepEqual(cosignedAt(textOf(await own.note()), first.body, county.verifierKey), now);
  await own.grow(4);
  const second = await county.add(await bodyOf(own, 3, 7));
  assert.equal(second.status, 200, second.body);
  assert.deepEqual(await county.add(await bodyOf(own, 7, 7)).then(({ status }) => status), 200, 'again');
  const kept = (await county.latest()) ?? '';
  assert.ok(
    openNote(
      kept,
      own.keys.list().map((key) => verifierKeyOf(log, key)),
    ),
    'with the log’s own signature',
  );
  assert.equal(cosignedAt(textOf(await own.note()).replace('7', '8'), second.body, county.verifierKey), undefined);
  const other = newWitness(own.keys);
  assert.equal(cosignedAt(textOf(await own.note()), second.body, other.verifierKey), undefined);
});

test('a cosignature is made of the bytes that the specification says', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(privateKey);
  const [, name, base64 = ''] = cosign('o\n1\nAAAA\n', 'w.example/1', { privateKey, raw }, now).trimEnd().split(' ');
  const bytes = Buffer.from(base64, 'base64');
  assert.deepEqual([name, bytes.length, bytes.readBigUInt64BE(4)], ['w.example/1', 4 + 8 + 64, 1_795_744_800n]);
});

test('T38: a log that was turned back, or is another, is not cosigned', async () => {
  const own = await newLog();
  const county = newWitness(own.keys);
  await own.grow(5);
  assert.equal((await county.add(await bodyOf(own, 0, 5))).status, 200);

  const back = await newLog(own.keys);
  await back.grow(3);
  assert.deepEqual(await county.add(await bodyOf(back, 0, 3)), { status: 409, body: '5\n' });
  assert.equal((await county.add(`old 5\n\n${await back.note()}`)).status, 400);
  await back.grow(2);
  assert.deepEqual(await county.add(await bodyOf(back, 5, 5)), { status: 409, body: '5\n' }, 'as long, and another');
  await back.grow(2);
  assert.equal((await county.add(await bodyOf(back, 5, 7))).status, 422);
  await own.grow(2);
  assert.equal((await county.add(await bodyOf(own, 5, 7))).status, 200, 'the right one goes on');
});

test('T38: only this log is cosigned, only what its keys signed, and nothing that can not be read', async () => {
  const own = await newLog();
  const county = newWitness(own.keys);
  await own.grow(1);
  const stranger = await newLog();
  await stranger.grow(1);
  assert.equal((await county.add(await bodyOf(stranger, 0, 1))).status, 403);
  const body = await bodyOf(own, 0, 1);
  assert.equal((await county.add(body.replace('log.example/log\n1', 'else.example/log\n1'))).status, 404);
  assert.equal((await county.add(body.replace('log.example/log\n1', 'log.example/log/x\n1'))).status, 404);
  for (const wrong of ['', 'old', 'old 1x\n\n', body.replace('old 0', 'old -1'), body.replace('old 0', 'old 00')])
    assert.equal((await county.add(wrong)).status, 400, wrong);
  assert.equal((await county.add(body.replace('old 0', `old 0\n${'AAAA\n'.repeat(70).trim()}`))).status, 400);
  assert.equal((await county.add(body.replace('old 0', `old 0\nAAAA`))).status, 422);
  assert.equal(await county.latest(), undefined);
});

test('two at once do not turn a witness back', async () => {
  const own = await newLog();
  const county = newWitness(own.keys);
  await own.grow(2);
  const small = await bodyOf(own, 0, 2);
  await own.grow(2);
  const great = await bodyOf(own, 0, 4);
  const [one, two] = await Promise.all([county.add(great), county.add(small)]);
  assert.deepEqual([one.status, two.status, two.body], [200, 409, '4\n']);
});

test('a log that took up a backup is another one; the one before is given up for good', async () => {
  const own = await newLog();
  const county = newWitness(own.keys);
  await own.grow(5);
  const before = await bodyOf(own, 5, 5);
  assert.equal((await county.add(await bodyOf(own, 0, 5))).status, 200);
  const restored = await newLog(own.keys);
  await restored.grow(3, 1_795_744_800);
  assert.equal((await county.add(await bodyOf(restored, 0, 3))).status, 200);
  assert.equal((await county.add(before)).status, 404);
});

test('a platform that began anew, with other keys, is cosigned under its generation', async () => {
  const old = await newLog();
  let keys = old.keys;
  const county = newWitness({ list: () => keys.list() } as LogKeys);
  await old.grow(5);
  assert.equal((await county.add(await bodyOf(old, 0, 5))).status, 200);
  const anew = await newLog();
  keys = anew.keys;
  await anew.grow(2);
  assert.equal((await county.add(await bodyOf(anew, 0, 2))).status, 409, 'not as the log before');
  const next = await newLog(anew.keys);
  await next.grow(2, 1_795_744_800);
  assert.equal((await county.add(await bodyOf(next, 0, 2))).status, 200);
});

/** The platform's side, with witnesses behind addresses. */
function asked(
  own: Log,
  all: Readonly<Record<string, Witness>>,
  more: Partial<Pick<WitnessesOptions, 'addresses' | 'clock' | 'log'>> = {},
) {
  let kept: Readonly<Record<string, Cosigned>> = {};
  const fetch: Fetch = async (url, init) => {
    const app = all[new URL(url).origin];
    if (!app) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    return witnessApp(app).request(new URL(url).pathname, init);
  };
  const witnesses = new Witnesses({
    storage: own.storage,
    keys: own.keys,
    publicUrl,
    fetch,
    clock,
    log: silentLog,
    addresses: ['https://a.example', 'https://b.example'].map((url) => ({ url: `${url}/witness` })),
    store: {
      read: async () => kept,
      async write(more) {
        kept = more;
      },
    },
    ...more,
  });
  return { witnesses, kept: () => kept };
}

test('the platform has each new checkpoint cosigned, keeps it, and goes on where a witness was away', async () => {
  const own = await newLog();
  await own.grow(3);
  const all: Record<string, Witness> = { 'https://a.example': newWitness(own.keys) };
  const { witnesses, kept } = asked(own, all);
  assert.deepEqual(await witnesses.look(), { problems: [], silent: ['https://b.example/witness'] });
  assert.deepEqual(await witnesses.submit(), []);
  assert.deepEqual(
    Object.values(kept()).map(({ size }) => size),
    [3],
  );
  all['https://b.example'] = newWitness(own.keys);
  await own.grow(2);
  assert.deepEqual(await witnesses.submit(), []);
  const cosigned = Object.values(kept());
  assert.deepEqual(
    cosigned.map(({ size }) => size),
    [5, 5],
  );
  for (const { note, key } of cosigned) assert.ok(cosignedAt(textOf(await own.note()), note.split('\n').at(-2)!, key));
  // What is kept is lost: the witness says where it stands.
  await own.grow(1);
  assert.deepEqual(await asked(own, all).witnesses.submit(), []);
});

test('T38: what a witness has seen proves that the log was turned back, at the start and later', async () => {
  const own = await newLog();
  await own.grow(5);
  const all = { 'https://a.example': newWitness(own.keys), 'https://b.example': newWitness(own.keys) };
  await asked(own, all).witnesses.submit();
  const back = await newLog(own.keys);
  await back.grow(3);
  const { witnesses } = asked(back, all);
  const { problems } = await witnesses.look();
  assert.equal(problems.length, 2);
  assert.match(problems[0]!, /has cosigned a log of 5 entries, this one has 3: it was turned back/);
  assert.equal((await witnesses.submit()).length, 2);
  await back.grow(4);
  assert.match((await witnesses.look()).problems[0]!, /whose first 5 entries are others/);
  assert.match((await witnesses.submit())[0]!, /whose first 5 entries are others/);
});

test('a log that cannot be read proves nothing; one with a hole is not what was signed', async () => {
  const own = await newLog();
  await own.grow(5);
  const all = { 'https://a.example': newWitness(own.keys), 'https://b.example': newWitness(own.keys) };
  await asked(own, all).witnesses.submit();
  const reads = (logNodes: PlatformStorage['logNodes']): Log => ({
    ...own,
    storage: new Proxy(own.storage, {
      get: (target, name: keyof PlatformStorage) => (name === 'logNodes' ? logNodes : target[name]),
    }),
  });
  const unreadable = asked(
    reads(() => Promise.reject(new Error('SQLITE_IOERR'))),
    all,
  );
  await assert.rejects(unreadable.witnesses.look(), /SQLITE_IOERR/);
  const holed = asked(
    reads(async (places) => places.map(() => undefined)),
    all,
  );
  assert.match((await holed.witnesses.look()).problems[0]!, /whose first 5 entries are others/);
});

test('a witness that began anew is taken with its new key, unless its key was named; then that is said every day', async () => {
  const own = await newLog();
  await own.grow(2);
  const url = 'https://a.example/witness';
  const first = newWitness(own.keys);
  const all: Record<string, Witness> = { 'https://a.example': first };
  const told: string[] = [];
  const warn = (fields: object, message: string): number => told.push(`${message} ${JSON.stringify(fields)}`);
  let time = now.getTime();
  const more = { clock: { now: () => new Date(time) }, log: { ...silentLog, warn } };
  const taken = asked(own, all, { ...more, addresses: [{ url }] });
  const named = asked(own, all, { ...more, addresses: [{ url, key: first.verifierKey }] });
  for (const { witnesses } of [taken, named]) await witnesses.submit();
  all['https://a.example'] = newWitness(own.keys);
  await own.grow(1);
  await taken.witnesses.submit();
  assert.equal(taken.kept()[url]?.key, all['https://a.example'].verifierKey);
  assert.equal(taken.kept()[url]?.size, 3);
  assert.deepEqual(told.splice(0), [`a witness has another key, which is taken {"witness":"${url}"}`]);
  const no = [`a witness does not cosign {"witness":"${url}","why":"no cosignature of its key"}`];
  for (const [hours, words] of [
    [0, no],
    [23, []],
    [1, no],
  ] as const) {
    time += hours * 3_600_000;
    await named.witnesses.submit();
    assert.equal(named.kept()[url]?.size, 2);
    assert.deepEqual(told.splice(0), words);
  }
});

test('a witness can make nothing up: only what the log itself signed counts', async () => {
  const own = await newLog();
  await own.grow(2);
  const stranger = await newLog();
  await stranger.grow(9);
  const liar = newWitness(stranger.keys);
  await liar.add(await bodyOf(stranger, 0, 9));
  const { witnesses } = asked(own, { 'https://a.example': liar, 'https://b.example': newWitness(own.keys) });
  assert.deepEqual(await witnesses.look(), { problems: [], silent: [] });
  assert.deepEqual(await witnesses.submit(), []);
});

test('the file of witnesses', () => {
  const { verifierKey } = newWitness({ list: () => [] } as unknown as LogKeys);
  assert.deepEqual(parseWitnesses(`# ours\n${verifierKey} https://county.example/witness/\n\n`), [
    { key: verifierKey, url: 'https://county.example/witness' },
  ]);
  assert.throws(() => parseWitnesses('county https://county.example'), /line 1/);
});
