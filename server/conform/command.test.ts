import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { expect, failed, passed, skipped, type Check, type Suite } from './check.ts';
import { conform } from './command.ts';
import { readUrl } from './read-options.ts';
import { suites } from './suites.ts';

const text = (words: string) => ({ 'zh-Hant': words, en: `${words} (en)` });

type Run = Check<{ url: string }>['run'];

const check = (name: string, run: Run, weight: 'must' | 'should' = 'must'): Check<{ url: string }> => ({
  id: `sp.${name}`,
  title: text(name),
  clause: 'interface 1.2',
  weight,
  run,
});

let closed = 0;
const suite = (...checks: readonly Check<{ url: string }>[]): Suite<{ url: string }> => ({
  party: 'sp',
  title: text('whoever'),
  options: { url: { type: 'string', value: '<url>', needed: true, help: text('where') } },
  checks,
  open: async (values) => ({ url: readUrl(values, 'url') }),
  async close() {
    closed += 1;
  },
});

const good = check('good', async () => passed);
const bad = check('bad', async () => failed('不對', 'wrong'));
const absent = check('absent', async () => skipped('沒有', 'nothing there'));

async function run(
  args: string,
  ...checks: readonly Check<{ url: string }>[]
): Promise<readonly [code: number, said: string]> {
  let said = '';
  const code = await conform(
    {
      args: args.split(' ').filter(Boolean),
      fetch: () => Promise.reject(new Error('nobody is asked')),
      now: () => new Date('2026-11-23T02:00:00Z'),
      write: (line) => (said += `${line}\n`),
    },
    [suite(...checks)],
  );
  return [code, said];
}

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conform-'));
});
after(() => rm(folder, { recursive: true }));

test('what passes, and what could not be looked at, ends with 0; one failure with 1', async () => {
  assert.equal((await run('sp --url http://a.test', good, absent))[0], 0);
  const [code, said] = await run('sp --url http://a.test', good, bad, absent);
  assert.equal(code, 1);
  assert.match(said, /^不符 {2}sp\.bad +bad \(介面 1\.2\)\n +→ 不對$/m);
  assert.match(said, /^通過 1、不符 1、建議 0、略過 1$/m);
  assert.match((await run('sp --url http://a.test --lang en', bad))[1], /^FAILED {3}sp\.bad .*→ wrong$/ms);
});

test('what only should be is advice', async () => {
  const [code, said] = await run(
    'sp --url http://a.test',
    good,
    check('kind', async () => failed('可惜', 'a pity'), 'should'),
  );
  assert.equal(code, 0);
  assert.match(said, /^建議 {2}sp\.kind/m);
});

test('nothing looked at is no pass', async () => {
  assert.equal((await run('sp --url http://a.test', absent))[0], 2);
  assert.equal((await run('sp --url http://a.test --only sp.none', good))[0], 2);
});

test('what a check throws is its failure, and the next still runs; the party is closed', async () => {
  const before = closed;
  const throwing = check('throwing', async () => {
    throw new Error('oh');
  });
  const [code, said] = await run(
    'sp --url http://a.test',
    throwing,
    check('expecting', async () => {
      expect(false, '應該', 'should be');
      return passed;
    }),
    good,
  );
  assert.equal(code, 1);
  assert.match(said, /檢查中斷:Error: oh/);
  assert.match(said, /→ 應該/);
  assert.match(said, /^通過 {2}sp\.good/m);
  assert.equal(closed, before + 1);
});

test('a check that does not end is ended', async () => {
  const [code, said] = await run(
    'sp --url http://a.test --timeout 1',
    check('waiting', () => new Promise(() => undefined)),
  );
  assert.equal(code, 1);
  assert.match(said, /1 秒內沒有結果/);
});

test('each wrong flag is named, with 2', async () => {
  for (const [args, named] of [
    ['sp', /^--url: 必須提供$/m],
    ['sp --url', /--url/],
    ['sp --url ftp://a.test', /^--url: 必須是 http\(s\) 位址/m],
    ['sp --url http://a.test --timeout soon', /^--timeout: /m],
    ['sp --url http://a.test --lang fr', /^--lang: /m],
    ['sp --url http://a.test --nonsense 1', /--nonsense/],
    ['sp http://a.test --url http://a.test', /http:\/\/a\.test/],
    [`sp --url http://a.test --report ${folder}/not/there.json`, /^--report: /m],
    ['nobody', /sp\|dp\|platform/],
    ['', /sp\|dp\|platform/],
  ] as const) {
    const [code, said] = await run(args, good);
    assert.equal(code, 2, args);
    assert.match(said, named, args);
  }
});

test('the report says the same to machines', async () => {
  const file = join(folder, 'report.json');
  await run(`sp --url http://a.test --report ${file}`, good, bad);
  const { checks, ...head } = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(head, {
    profile: 'mydata-1',
    party: 'sp',
    url: 'http://a.test',
    at: '2026-11-23T02:00:00.000Z',
    totals: { passed: 1, failed: 1, advice: 0, skipped: 0 },
    conforms: false,
  });
  assert.deepEqual(
    checks.map(({ id, result, why }: Record<string, unknown>) => [id, result, why]),
    [
      ['sp.good', 'passed', undefined],
      ['sp.bad', 'failed', { 'zh-Hant': '不對', en: 'wrong' }],
    ],
  );
});

test('help lists the flags and the checks', async () => {
  const [code, said] = await run('sp --help', good);
  assert.equal(code, 0);
  for (const word of ['--url <url>', '--report <file.json>', '--lang zh|en', 'sp.good'])
    assert.ok(said.includes(word), word);
});

test('the authority that a service provider is to trust is made with nothing else given', async () => {
  let said = '';
  const fetch = () => Promise.reject(new Error('nobody is asked'));
  const args = ['sp', '--write-ca', '--pki', join(folder, 'pki'), '--lang', 'en'];
  assert.equal(await conform({ args, fetch, now: () => new Date(), write: (line) => (said += line) }), 0);
  assert.ok(said.includes(join(folder, 'pki', 'ca.pem')), said);
  assert.match(await readFile(join(folder, 'pki', 'ca.pem'), 'utf8'), /BEGIN CERTIFICATE/);
});

test('every check of every suite has a name of its own, and says it in both languages', () => {
  const all = suites.flatMap(({ party, checks }) => checks.map((one) => ({ party, ...one })));
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const { party, id, title, clause } of all) {
    assert.match(id, new RegExp(`^${party}\\.[a-z0-9]+(-[a-z0-9]+)*$`));
    assert.ok(title['zh-Hant'] && title.en, id);
    assert.match(
      clause,
      /^(interface [1-9](\.\d+b?)?|handbook \S.*)(, (interface [1-9](\.\d+b?)?|handbook \S.*))*$/,
      id,
    );
  }
});
