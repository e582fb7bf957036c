/** Holds the stand-alone verifier to its promise: whatever is done to the log, it names the entry. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { sqlitePlatformStorage } from '#server/adapters/sqlite/platform/storage.ts';
import { silentLog } from '#server/context.ts';
import { cosign, witnessKey } from '#server/crypto/cosignature.ts';
import { leafHash } from '#server/crypto/merkle/hash.ts';
import { appended } from '#server/crypto/merkle/nodes.ts';
import { checkpointText, rawPublicKey, signNote } from '#server/crypto/signed-note.ts';
import { exportLines } from '#server/platform/log/export.ts';
import { LogKeys, memoryVault } from '#server/platform/log/keys.ts';
import { ledger } from '#server/platform/log/ledger.ts';
import { logOrigin, treeOrigin, verifierKeyOf } from '#server/platform/log/names.ts';
import { Browser, household, innerZip, lowIncome, world } from '#server/platform/app.fixture.ts';
import { receiptOf, receiptText } from '#server/platform/log/receipt.ts';
import { platformOf } from '#server/platform/platform.ts';
import type { ServiceRegister } from '#server/platform/registry/read-register.ts';
import type { Step } from '#server/platform/storage.ts';

const verifier = fileURLToPath(new URL('verify_log.py', import.meta.url));
/** Itself, not a chooser of versions before it: it is begun hundreds of times. */
const python = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout?.trim();
const folder = mkdtempSync(join(tmpdir(), 'verify-log-'));
after(() => rmSync(folder, { recursive: true }));

const it = (name: string, body: () => Promise<void> | void): void => {
  test(name, { skip: python ? false : 'python3 not found: install it to run the stand-alone verifier' }, body);
};

interface Files {
  readonly entries: string;
  readonly checkpoint: string;
  readonly keys: string;
  readonly since?: string;
  readonly receipt?: string;
}

function verify(
  files: Partial<Files>,
  more: readonly string[] = [],
): { readonly status: number | null; readonly out: string } {
  const args = Object.entries(files).flatMap(([name, text]: [string, string]) => {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, text);
    return [`--${name}`, file];
  });
  const run = spawnSync(python!, [verifier, ...args, ...more], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout + run.stderr };
}

const publicUrl = 'https://platform.example';
const start = new Date('2026-11-23T01:00:00Z').getTime();
const noServices: ServiceRegister = { find: async () => undefined, list: async () => [] };
let logs = 0;

/** A log of `plans`, each with its number of events. */
async function made(plans: readonly number[]) {
  const file = join(folder, `log-${(logs += 1)}.db`);
  const storage = sqlitePlatformStorage(file);
  const keys = await LogKeys.open(memoryVault(), new Date(start));
  let now = start;
  const clock = { now: () => new Date(now) };
  const signing = ledger({
    storage,
    keys,
    clock,
    log: silentLog,
    clients: noServices,
    datasets: inUse,
    publicUrl,
  });
  for (const [plan, events] of plans.entries()) {
    const steps = Array.from({ length: events }, (_, number): Step => {
      const row = {
        txId: `tx-${plan % 3}`,
        at: clock.now(),
        number: 140 + number,
        source: 'platform',
        ok: true,
      } as const;
      return { step: 'record-event', event: row };
    });
    assert.ok((await signing.commit(steps)).ok);
    now += 1000;
  }
  const read = async (): Promise<Files> => {
    const { size, note } = (await storage.checkpoint()) ?? assert.fail();
    let entries = '';
    for await (const lines of exportLines(storage, size)) entries += lines;
    return {
      entries,
      checkpoint: note,
      keys: keys
        .list()
        .map((key) => `${verifierKeyOf(logOrigin(publicUrl), key)}\n`)
        .join(''),
    };
  };
  return { storage, keys, clock, signing, file, read };
}

const plans = [1, 2, 1, 3, 1, 1, 4, 2, 1, 2, 3, 1, 1, 2, 1];
const size = plans.reduce((sum, events) => sum + events, 0);

const linesOf = ({ entries }: Files): string[] => entries.trimEnd().split('\n');
const withLines = (files: Files, lines: readonly string[]): Files => ({ ...files, entries: `${lines.join('\n')}\n` });

/** As who wants to hide it would: the hash beside it fits again. */
function rewritten(line: string, change: (entry: string) => string): string {
  const row = JSON.parse(line) as { entry: string; leaf_hash: string };
  const entry = change(row.entry);
  return JSON.stringify({ ...row, entry, leaf_hash: leafHash(entry).toString('base64') });
}

const names = (files: Files, ...expected: readonly RegExp[]): void => {
  const { status, out } = verify(files);
  assert.equal(status, 1, out);
  for (const pattern of expected) assert.match(out, pattern);
  assert.equal(out.trimEnd().split('\n').length, expected.length, out);
};

it('an untouched log holds', async () => {
  const { read } = await made(plans);
  const { status, out } = verify(await read());
  assert.equal(status, 0, out);
  assert.match(out, new RegExp(`^ok: platform.example/log, ${size} entries`));
});

it('a flipped entry is named', async () => {
  const files = await (await made(plans)).read();
  for (let entry = 0; entry < size; entry += 1) {
    const lines = linesOf(files);
    const flip = (text: string): string => text.replace('"ok":true', '"ok":false');
    const said = new RegExp(`^CHANGED: entry ${entry} is not`, 'm');
    names(withLines(files, lines.with(entry, rewritten(lines[entry] ?? '', flip))), said);
    if (entry % 5) continue;
    names(withLines(files, lines.with(entry, (lines[entry] ?? '').replace('\\"ok\\":true', '\\"ok\\":fals3'))), said);
    names(withLines(files, lines.with(entry, '{"index": unreadable')), said);
    names(withLines(files, lines.with(entry, '['.repeat(100_000))), said);
  }
});

it('a deleted entry is named', async () => {
  const files = await (await made(plans)).read();
  for (let entry = 0; entry < size; entry += 1) {
    const said = new RegExp(`^DELETED: entry ${entry} missing`, 'm');
    names(withLines(files, linesOf(files).toSpliced(entry, 1)), said);
  }
  names(withLines(files, linesOf(files).toSpliced(7, 9)), /^DELETED: entries 7 to 15 missing, between 6 and 16/m);
  names(
    withLines(files, linesOf(files).slice(0, -3)),
    new RegExp(`^DELETED: entries ${size - 3} to ${size - 1} missing`, 'm'),
  );
});

it('an inserted entry is named', async () => {
  const files = await (await made(plans)).read();
  for (let entry = 0; entry <= size; entry += 1) {
    const lines = linesOf(files);
    const model = lines[Math.min(entry, size - 1)] ?? '';
    const forged = rewritten(model, (text) => text.replace('"ok":true', '"ok":false'));
    names(withLines(files, lines.toSpliced(entry, 0, forged)), new RegExp(`^INSERTED: line ${entry + 1},`, 'm'));
  }
  const lines = linesOf(files);
  names(
    withLines(files, lines.toSpliced(9, 0, lines[4] ?? '')),
    /^(INSERTED: entry 4 stands a second time, at line 10)/m,
  );
});

it('reordered entries are named', async () => {
  const files = await (await made(plans)).read();
  const lines = linesOf(files);
  for (const [a, b] of [
    [0, 1],
    [6, 7],
    [3, 17],
    [size - 2, size - 1],
  ] as const)
    names(
      withLines(files, lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')),
      new RegExp(`^REORDERED: entries ${a} and ${b} are swapped`, 'm'),
    );
  const moved = lines.toSpliced(5, 1).toSpliced(12, 0, lines[5] ?? '');
  names(withLines(files, moved), /^REORDERED: entry 5 stands after entry 12/m);
});

it('several at once are each named', async () => {
  const files = await (await made(plans)).read();
  const lines = linesOf(files);
  const several = lines
    .with(
      3,
      rewritten(lines[3] ?? '', (text) => text.replace('"ok":true', '"ok":false')),
    )
    .with(20, lines[21] ?? '')
    .with(21, lines[20] ?? '')
    .toSpliced(11, 1);
  names(withLines(files, several), /CHANGED: entry 3 /, /DELETED: entry 11 missing/, /REORDERED: entries 20 and 21/);
});

it('what is done to the database is named too', async () => {
  const cases: readonly (readonly [sql: string, said: RegExp])[] = [
    [`UPDATE log_entries SET entry = replace(entry, 'true', 'false') WHERE idx = 8`, /^CHANGED: entry 8 /m],
    [`DELETE FROM log_entries WHERE idx = 8`, /^DELETED: entry 8 missing/m],
    [`DELETE FROM log_entries WHERE idx BETWEEN 4 AND 12`, /^DELETED: entries 4 to 12 missing/m],
    [
      `UPDATE log_entries SET idx = -idx WHERE idx >= 8; UPDATE log_entries SET idx = 1 - idx WHERE idx < 0;
       INSERT INTO log_entries SELECT 8, replace(entry, 'true', 'false') FROM log_entries WHERE idx = 5`,
      /^INSERTED: line 9, after entry 7/m,
    ],
    [
      `UPDATE log_entries SET idx = -8 WHERE idx = 8; UPDATE log_entries SET idx = 8 WHERE idx = 9;
       UPDATE log_entries SET idx = 9 WHERE idx = -8`,
      /^REORDERED: entries 8 and 9 are swapped/m,
    ],
    [
      `INSERT INTO log_entries SELECT ${size}, replace(replace(entry, 'true', 'false'), '"index":${size - 1}', '"index":${size}')
       FROM log_entries WHERE idx = ${size - 1}`,
      new RegExp(`^INSERTED: line ${size + 1}, after entry ${size - 1}, is no entry that was signed`, 'm'),
    ],
    [
      `INSERT INTO log_entries SELECT ${size + 5000}, entry FROM log_entries WHERE idx = 3`,
      new RegExp(`^INSERTED: entry 3 stands a second time, at line ${size + 1}`, 'm'),
    ],
    [
      `INSERT INTO log_entries SELECT -1, replace(entry, 'true', 'false') FROM log_entries WHERE idx = 3`,
      /^INSERTED: line 1, before entry 0/m,
    ],
    [
      `DELETE FROM log_checkpoints WHERE size = ${size}`,
      new RegExp(`^INSERTED: line ${size}, after entry ${size - 2}`, 'm'),
    ],
  ];
  for (const [statements, said] of cases) {
    const log = await made(plans);
    const database = new Database(log.file);
    database.exec(statements);
    database.close();
    const { status, out } = verify(await log.read());
    assert.equal(status, 1, out);
    assert.match(out, said);
  }
});

it('who rewrites the whole rest of the log, hashes and tree and all, is found at the entry where it began', async () => {
  const log = await made(plans);
  const database = new Database(log.file);
  const rows = database.prepare('SELECT idx, entry FROM log_entries ORDER BY idx').all() as {
    idx: number;
    entry: string;
  }[];
  database.exec('DELETE FROM log_nodes');
  const nodes = new Map<string, Uint8Array>();
  let prev = '';
  for (const { idx, entry } of rows) {
    let text = idx === 5 ? entry.replace('"ok":true', '"ok":false') : entry;
    if (idx > 5) text = text.replace(/"prev":"[^"]*"/, `"prev":"${prev}"`);
    prev = leafHash(text).toString('base64');
    database.prepare('UPDATE log_entries SET entry = ? WHERE idx = ?').run(text, idx);
    const made = appended(idx, text, ({ level, index }) => nodes.get(`${level} ${index}`) ?? assert.fail());
    for (const { level, index, hash } of made) {
      nodes.set(`${level} ${index}`, hash);
      database.prepare('INSERT INTO log_nodes VALUES (?, ?, ?)').run(level, index, hash);
    }
  }
  database.close();
  const { status, out } = verify(await log.read());
  assert.equal(status, 1, out);
  // Entries 4 to 6 were one plan, signed once.
  assert.match(out, /^CHANGED: entries 4 to 6: at least one is not what was signed/m);
  const event = { txId: 'tx', at: log.clock.now(), number: 140, source: 'platform', ok: true } as const;
  await assert.rejects(log.signing.commit([{ step: 'record-event', event }]), /log-unavailable/);
});

it('an earlier checkpoint tells of entries cut off, and of a log written anew', async () => {
  const log = await made(plans);
  const early = ((await log.storage.checkpoints(6, 7))[0] ?? assert.fail()).note;
  const files = await log.read();
  assert.equal(verify({ ...files, since: early }).status, 0);
  const cut = {
    ...withLines(files, linesOf(files).slice(0, 4)),
    checkpoint: (await log.storage.checkpoints(3, 4))[0]?.note ?? '',
  };
  assert.equal(verify(cut).status, 0, 'by itself it is a log');
  names({ ...cut, since: early }, /^SINCE: the log had 7 entries, now 4: entries 4 to 6 are missing/m);

  const other = ledger({
    storage: sqlitePlatformStorage(':memory:'),
    keys: log.keys,
    clock: log.clock,
    log: silentLog,
    clients: noServices,
    datasets: inUse,
    publicUrl,
  });
  const event = { txId: 'tx', at: log.clock.now(), number: 140, source: 'platform', ok: true } as const;
  for (let n = 0; n < 9; n += 1) await other.commit([{ step: 'record-event', event }]);
  let entries = '';
  for await (const lines of exportLines(other, 9)) entries += lines;
  const anew = { ...files, entries, checkpoint: (await other.checkpoint())?.note ?? '' };
  assert.equal(verify(anew).status, 0);
  names({ ...anew, since: early }, /^SINCE: the first 7 entries are not those of the earlier checkpoint/m);
});

it('a checkpoint that another signed, or that was changed, is no checkpoint', async () => {
  const log = await made([2, 1]);
  const files = await log.read();
  const { checkpoint } = files;
  const signature = checkpoint.slice(checkpoint.lastIndexOf(' ') + 1);
  for (const changed of [
    checkpoint.replace('\n3\n', '\n4\n'),
    checkpoint.replace(signature, signature.replace(/^(.{30}).{4}/, '$1AAAA')),
    '',
    'x\n\ny\n',
  ]) {
    const { status, out } = verify({ ...files, checkpoint: changed });
    assert.equal(status, 1, out);
    assert.match(out, /^CHECKPOINT: not signed/m);
  }
  assert.equal(verify({ keys: files.keys }).status, 2, 'nothing to check is not a log that holds');
});

it('a log that was signed by a retired key still holds beside the new one', async () => {
  const log = await made([2, 1]);
  await log.keys.rotate(new Date(start + 60_000));
  const event = { txId: 'tx', at: log.clock.now(), number: 240, source: 'platform', ok: true } as const;
  await log.signing.commit([{ step: 'record-event', event }]);
  const files = await log.read();
  assert.equal(files.keys.trimEnd().split('\n').length, 4);
  assert.equal(verify(files).status, 0);
  // The new checkpoint is the new key's alone.
  const retired = files.keys.split('\n').slice(0, 2).join('\n');
  assert.match(verify({ ...files, keys: retired }).out, /CHECKPOINT: not signed/);
});

it('T38: a log is held against what its witnesses cosigned', async () => {
  const log = await made([2, 1]);
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = { privateKey, raw: rawPublicKey(privateKey) };
  const known = witnessKey('county.example/witness', key.raw);
  const early = await log.read();
  const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);
  const cosigned = join(folder, 'cosigned.txt');
  const seen = (note: string): void =>
    writeFileSync(cosigned, note + cosign(textOf(note), 'county.example/witness', key, log.clock.now()));
  const event = { txId: 'tx', at: log.clock.now(), number: 240, source: 'platform', ok: true } as const;
  await log.signing.commit([{ step: 'record-event', event }]);
  const late = await log.read();
  const held = (files: Files, witness = known) => verify(files, ['--witness', `${witness} ${cosigned}`]);

  seen(early.checkpoint);
  assert.match(held(late).out, /^ok: county\.example\/witness cosigned the first 3 entries/m);
  assert.equal(held(late).status, 0);
  seen(late.checkpoint);
  assert.match(
    held(early).out,
    /^WITNESS: county.example\/witness has seen 4 entries, the log has 3: it was turned back/m,
  );
  assert.equal(held(early).status, 1);
  // As long, signed by the same keys, and another.
  const other = await made([2, 2]);
  const foreign = (await other.read()).checkpoint;
  writeFileSync(cosigned, foreign + cosign(textOf(foreign), 'county.example/witness', key, log.clock.now()));
  assert.match(
    held({ ...late, keys: late.keys + (await other.read()).keys }).out,
    /^WITNESS: the first 4 entries are not/m,
  );
  assert.match(held(late).out, /^WITNESS: what county.example\/witness has is not signed by a key of this log/m);
  writeFileSync(cosigned, late.checkpoint);
  assert.match(held(late).out, /has not cosigned what it has/);
  seen(late.checkpoint);
  const stranger = witnessKey('county.example/witness', rawPublicKey(generateKeyPairSync('ed25519').privateKey));
  assert.match(held(late, stranger).out, /has not cosigned what it has, or its key is another/);
});

it('a log that went on from a backup says so, and an earlier checkpoint tells what is missing', async () => {
  const log = await made([2, 1]);
  const early = await log.read();
  const at = log.clock.now();
  const key = log.keys.signing('checkpoint');
  const restored = (head: { size: number; root: Uint8Array }): string =>
    signNote(checkpointText(treeOrigin(publicUrl, 1_795_744_800), head.size, head.root), logOrigin(publicUrl), key);
  const event = { txId: 'restore', at, number: 905, source: 'platform', ok: true } as const;
  await log.storage.commit([
    { step: 'record-event', event },
    { step: 'sign-head', entries: 1, at, sign: restored },
  ]);
  const files = await log.read();
  const { status, out } = verify({ ...files, since: early.checkpoint });
  assert.equal(status, 0, out);
  assert.match(out, /^ok: platform.example\/log\/1795744800, 4 entries/);
  const longer = (await made([2, 1, 1, 1])).read();
  const { checkpoint, keys } = await longer;
  const told = verify({ ...files, keys: files.keys + keys, since: checkpoint });
  assert.match(told.out, /^SINCE: the log had 5 entries, now 4/m);
  assert.match(
    told.out,
    /^SINCE: a backup was taken up between platform.example\/log and platform.example\/log\/1795744800/m,
  );
});

it('the receipt of a consent opens with its keys alone, fits its log, and nothing in it can be changed', async () => {
  const held = await world();
  held.dp[household] = { status: 200, body: innerZip({ personHouseholdData12: { person_id: 'A123456789' } }) };
  held.dp[lowIncome] = { status: 204 };
  const browser = new Browser(held.app);
  const txId = randomUUID();
  const back = await browser.post(await browser.toConsent(held, { txId }), 'consent', { decision: 'agree' });
  assert.match(back.location ?? '', /code=200/);
  const platform = platformOf(held.options);
  const receipt = receiptText((await receiptOf(platform, txId)) ?? assert.fail('no receipt'));
  const read = async (path: string): Promise<string> => (await held.app.request(path)).text();
  const keys = await read('/log/keys');
  const files = { keys, checkpoint: await read('/log/checkpoint'), entries: await read('/log/export') };
  assert.match(verify({ keys, receipt }).out, /^ok: the receipt is genuine\n$/);
  assert.match(
    verify({ ...files, receipt }).out,
    /^ok: localhost.*\nok: the receipt is genuine, and its entry is in the log\n$/,
  );
  for (const [from, to] of [
    ['嘉義縣', '嘉義市'],
    ['"given"', '"refused"'],
    [/"salt": "..../, '"salt": "0000'],
    [/"jws": "(.{60})./, '"jws": "$1_'],
  ] as const) {
    const { status, out } = verify({ keys, receipt: receipt.replace(from, to) });
    assert.equal(status, 1, String(from));
    assert.match(out, /^RECEIPT: /);
  }
});
