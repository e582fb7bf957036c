import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import type { Policy } from '#schemas/mapping/types.ts';
import type { Claims } from '#schemas/wire/county-api.ts';
import { checkOfficial } from './check-official.ts';

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const provenance = {
  dataset: 'API.7QovE2Gev6',
  datasetName: '戶籍',
  agency: '戶政司',
  issuedAt: '2026-11-23T10:00:00+08:00',
  packageDigest: 'd',
};
const fill = (policy: Policy) => ({ policy, from: [{ dataset: provenance.dataset, path: '$.x' }] });
const text = (id: string, policy?: Policy): Field => ({
  id,
  type: 'text',
  label: say(id),
  ...(policy && { fill: fill(policy) }),
});

const one = (policy: Policy, answer: AnswerValue | undefined, claim?: Claims[string], value: AnswerValue = '甲') => {
  const { answers, origins, errors } = checkOfficial([text('x', policy)], { x: answer }, claim ? { x: claim } : {}, {
    values: { x: { value, policy, provenance } },
    officialRows: {},
  });
  return errors.length ? errors[0]!.keyword : [answers.x, origins.x!.state];
};
const compared = (answer: AnswerValue | undefined, value: AnswerValue) => one('compare', answer, undefined, value);
const wrong = { kind: 'wrong', text: '不對' } as const;
const changed = { kind: 'changed', text: '搬家' } as const;

test('each policy has its verdicts', () => {
  assert.deepEqual(one('locked', '甲'), ['甲', 'untouched']);
  assert.deepEqual(one('locked', '乙'), 'official-changed');
  assert.deepEqual(one('locked', '乙', changed), 'official-changed');
  assert.deepEqual(one('locked', undefined), 'official-changed');
  assert.deepEqual(one('locked', '甲', wrong), ['甲', 'claimed']);
  assert.deepEqual(one('confirm', '甲'), ['甲', 'untouched']);
  assert.deepEqual(one('confirm', '乙', wrong), 'official-changed');
  assert.deepEqual(one('confirm', undefined), 'confirm');
  assert.deepEqual(one('confirm', undefined, wrong), ['甲', 'claimed']);
  assert.deepEqual(one('confirm', '甲', wrong), ['甲', 'claimed']);
  assert.deepEqual(one('confirm', '甲', { kind: 'wrong', text: '  ' }), 'claim');
  assert.deepEqual(one('editable', '甲'), ['甲', 'untouched']);
  assert.deepEqual(one('editable', '乙'), 'reason');
  assert.deepEqual(one('editable', '乙', { kind: 'changed', text: ' ' }), 'reason');
  assert.deepEqual(one('editable', '乙', wrong), 'reason');
  assert.deepEqual(one('editable', '乙', changed), ['乙', 'changed']);
  assert.deepEqual(one('compare', '甲'), ['甲', 'compared']);
  assert.deepEqual(one('compare', '乙'), 'compare');
});

test('width, blank parts and the order of keys are no difference', () => {
  assert.deepEqual(one('locked', '祥和一路1號', undefined, '祥和一路１號'), ['祥和一路１號', 'untouched']);
  const address = { county: '嘉義縣', town: '太保市', detail: '1號' };
  assert.deepEqual(
    one('locked', { detail: '1號', town: '太保市', county: '嘉義縣', postcode: '' }, undefined, address),
    [address, 'untouched'],
  );
  assert.deepEqual(one('locked', { ...address, postcode: '612' }, undefined, address), 'official-changed');
});

test('a list is the same where each of its parts is', () => {
  assert.deepEqual(one('locked', ['１', '2'], undefined, ['1', '2']), [['1', '2'], 'untouched']);
  assert.deepEqual(one('locked', ['1', '3'], undefined, ['1', '2']), 'official-changed');
  assert.deepEqual(one('locked', { 0: '1', 1: '2' } as never, undefined, ['1', '2']), 'official-changed');
});

test('what was typed may be written another way than the record that it is held against', () => {
  assert.deepEqual(compared('臺中市一路1號', '台中市一路1號'), ['臺中市一路1號', 'compared']);
  assert.deepEqual(compared('一路1號', '二路1號'), 'compare');
  const place = { county: '嘉義縣', town: '太保市', detail: '祥和一路1號' };
  assert.deepEqual(compared({ ...place, detail: '祥和1路1號' }, place), [
    { ...place, detail: '祥和1路1號' },
    'compared',
  ]);
  assert.deepEqual(compared({ ...place, detail: '祥和一路2號' }, place), 'compare');
  assert.deepEqual(compared({ ...place, town: '朴子市' }, place), 'compare');
});

test('only texts and addresses have another way to be written', () => {
  const place = { county: '嘉義縣', town: '太保市', detail: '祥和一路1號' };
  const whole = '嘉義縣太保市祥和一路1號';
  for (const [answer, value] of [
    [whole, place],
    [place, whole],
    [{ detail: whole }, place],
    [place, { detail: whole }],
    [1, '1'],
    ['1', 1],
    [1, 2],
    [true, place],
    [place, true],
    [{ town: '太保市', detail: '祥和一路1號' }, place],
    [place, { town: '太保市', detail: '祥和一路1號' }],
    [{ county: '嘉義縣', town: '太保市' }, place],
    [place, { county: '嘉義縣', town: '太保市' }],
  ] as const)
    assert.deepEqual(compared(answer as AnswerValue, value as AnswerValue), 'compare');
});

test('what is not typed is not held against anything, and is no answer', () => {
  const { answers, origins, errors } = checkOfficial(
    [text('x', 'compare')],
    {},
    {},
    {
      values: { x: { value: '甲', policy: 'compare', provenance } },
      officialRows: {},
    },
  );
  assert.deepEqual([answers, origins, errors], [{}, {}, []]);
});

test('without an official value an answer is typed, and it is kept why', () => {
  const check = (answers: Answers, missing?: 'no-record') =>
    checkOfficial(
      [text('x', 'locked')],
      answers,
      {},
      {
        values: {},
        officialRows: {},
        ...(missing && { missing: { x: missing } }),
      },
    );
  assert.deepEqual(check({ x: '甲' }), { answers: { x: '甲' }, origins: { x: { source: 'typed' } }, errors: [] });
  assert.deepEqual(check({ x: '甲' }, 'no-record').origins, { x: { source: 'typed', missing: 'no-record' } });
  assert.deepEqual(check({}), { answers: {}, origins: {}, errors: [] });
  const { answers } = checkOfficial([text('x')], {}, {}, { values: {}, officialRows: {} });
  assert.deepEqual(Object.keys(answers), []);
});

test('what was refused is still among the answers, so that all that is wrong is told at once', () => {
  const { answers, errors } = checkOfficial(
    [text('x', 'locked'), text('y', 'locked')],
    { x: '乙' },
    {},
    {
      values: {
        x: { value: '甲', policy: 'locked', provenance },
        y: { value: '丙', policy: 'locked', provenance },
      },
      officialRows: {},
    },
  );
  assert.deepEqual([answers, errors.length], [{ x: '乙' }, 2]);
});

const group = (policy: 'locked' | 'editable'): Field => ({
  id: 'g',
  type: 'group',
  label: say('g'),
  rowTitle: say('g'),
  maxRows: 9,
  rows: { policy, from: [] },
  fields: [text('name', 'locked'), text('job', 'editable'), text('birth', 'compare'), text('own')],
});
const official = [
  { name: '甲', job: '工', birth: '1' },
  { name: '乙', job: '農' },
];
const rows = (policy: 'locked' | 'editable', answer: readonly Answers[], claims: Claims = {}) =>
  checkOfficial([group(policy)], { g: answer as readonly AnswerValue[] }, claims, {
    values: { g: { value: official, policy, provenance } },
    officialRows: { g: 2 },
  });

test('in locked rows each official value follows its own question', () => {
  const good = [
    { name: '甲', job: '工', birth: '1', own: 'x' },
    { name: '乙', job: '農', birth: '自填' },
    { name: '丙' },
  ];
  const { answers, origins, errors } = rows('locked', good);
  assert.deepEqual([answers.g, errors], [good, []]);
  assert.deepEqual(
    [origins['g[0].birth']!.state, origins['g[1].name']!.state, origins['g[1].birth'], origins['g[2].name']],
    ['compared', 'untouched', undefined, undefined],
  );
  const bad = rows(
    'locked',
    [
      { name: '假', job: '商', birth: '2' },
      { name: '乙', job: '商' },
    ],
    { 'g[1].job': changed },
  );
  assert.deepEqual(
    bad.errors.map(({ field, keyword }) => [field, keyword]),
    [
      ['g[0].name', 'official-changed'],
      ['g[0].job', 'reason'],
      ['g[0].birth', 'compare'],
    ],
  );
  assert.deepEqual([bad.origins['g[1].job']!.state, bad.origins['g[1].job']!.official], ['changed', '農']);
  assert.deepEqual(
    rows('locked', good.slice(0, 1)).errors.map(({ field, keyword }) => [field, keyword]),
    [['g', 'official-changed']],
  );
  assert.deepEqual(origins.g, { source: 'mydata', policy: 'locked', provenance, state: 'untouched' });
});

test('in locked rows the official value is kept as it was received, and what was refused or is not there stays as it is', () => {
  const kept = rows('locked', [
    { name: '  甲  ', job: '商', birth: '2', own: 'x' },
    { name: '乙', job: '農' },
  ]);
  assert.deepEqual(kept.answers.g, [
    { name: '甲', job: '商', birth: '2', own: 'x' },
    { name: '乙', job: '農' },
  ]);
  const empty = rows('locked', [
    { name: '甲', job: '工' },
    { name: '乙', job: '農' },
  ]);
  assert.deepEqual([empty.errors, empty.origins['g[0].birth']], [[], undefined]);
  assert.deepEqual(Object.keys((empty.answers.g as Answers[])[0]!), ['name', 'job']);
});

test('an official value in a row of whose question nothing is said can not be changed', () => {
  const at = (own: string) =>
    checkOfficial(
      [group('locked')],
      { g: [{ own }] },
      {},
      {
        values: { g: { value: [{ own: '甲' }], policy: 'locked', provenance } },
        officialRows: { g: 1 },
      },
    );
  assert.deepEqual(at('甲').origins['g[0].own']!.policy, 'locked');
  assert.deepEqual(
    at('乙').errors.map(({ field }) => field),
    ['g[0].own'],
  );
});

test('only as many rows as the county app counted are official', () => {
  const check = (officialRows: { readonly [id: string]: number }) =>
    checkOfficial(
      [group('locked')],
      { g: [{ name: '假' }] },
      {},
      {
        values: { g: { value: official, policy: 'locked', provenance } },
        officialRows,
      },
    );
  assert.deepEqual(check({}).errors, []);
  assert.deepEqual(
    check({ g: 1 }).errors.map(({ field }) => field),
    ['g[0].name', 'g[0].job'],
  );
});

test('a list that is none is a list without rows', () => {
  for (const policy of ['locked', 'editable'] as const) {
    const { errors, origins } = checkOfficial(
      [group(policy)],
      { g: '甲' },
      {},
      {
        values: { g: { value: [], policy, provenance } },
        officialRows: { g: 0 },
      },
    );
    assert.deepEqual([errors, origins.g!.state], [[], 'untouched']);
  }
  const nothing = checkOfficial(
    [group('locked')],
    { g: [] },
    {},
    {
      values: { g: { value: '甲', policy: 'locked', provenance } },
      officialRows: { g: 1 },
    },
  );
  assert.deepEqual(nothing.errors, []);
});

test('an editable list is the resident’s; the official one is kept beside it', () => {
  const shorter = rows('editable', [official[1]!]);
  assert.deepEqual([shorter.errors, shorter.origins.g!.state, shorter.origins.g!.official], [[], 'changed', official]);
  assert.equal(rows('editable', official).origins.g!.state, 'untouched');
  for (const changed of [
    [official[0]!, { ...official[1]!, job: '商' }],
    [{ ...official[0]!, birth: '2' }, official[1]!],
    [official[0]!],
  ])
    assert.equal(rows('editable', changed).origins.g!.state, 'changed');
  assert.equal(rows('editable', [...official, { name: '丙' }]).origins.g!.state, 'untouched');
});
