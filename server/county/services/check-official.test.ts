import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../../schemas/form/definition.ts';
import type { Answers, AnswerValue } from '../../../schemas/form/answers.ts';
import type { Policy } from '../../../schemas/mapping/types.ts';
import type { Claims } from '../../../schemas/wire/county-api.ts';
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
    rows('locked', good.slice(0, 1)).errors.map(({ field }) => field),
    ['g'],
  );
});

test('an editable list is the resident’s; the official one is kept beside it', () => {
  const shorter = rows('editable', [official[1]!]);
  assert.deepEqual([shorter.errors, shorter.origins.g!.state, shorter.origins.g!.official], [[], 'changed', official]);
  assert.equal(rows('editable', official).origins.g!.state, 'untouched');
});
