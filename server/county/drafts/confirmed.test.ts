import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import type { County } from '../county.ts';
import { confirmedHashes, stillConfirmed } from './confirmed.ts';
import type { Draft } from './draft.ts';
import { Seals } from '../seals.ts';

const county = { seals: new Seals(new Uint8Array(32).fill(7)) } as County;
const provenance = { dataset: 'API.0000000000', datasetName: 'x', agency: 'x', issuedAt: 'x', packageDigest: 'x' };
const entry = (policy: OfficialValue['policy'], value: unknown) => ({ policy, value, provenance });

const officialWith = (marriage: string, kin: string) =>
  ({
    contents: {
      values: {
        marriage: entry('confirm', marriage),
        name: entry('locked', '陳筱玲'),
        members: entry('locked', [{ kin }, { kin: '長男' }]),
      },
      officialRows: { members: 1 },
    },
  }) as unknown as Draft['official'];
const places = ['marriage', 'name', 'none', 'members[0].kin', 'members[1].kin', 'members[0].none'];

test('a confirmation is a keyed hash of a value that is there to be confirmed', () => {
  const kept = confirmedHashes(county, officialWith('有偶', '配偶'), places);
  assert.deepEqual(Object.keys(kept), ['marriage', 'members[0].kin']);
  for (const hash of Object.values(kept)) assert.match(hash, /^[0-9a-f]{64}$/);
  const other = { seals: new Seals(new Uint8Array(32).fill(8)) } as County;
  assert.notEqual(confirmedHashes(other, officialWith('有偶', '配偶'), places)['marriage'], kept['marriage']);
  assert.deepEqual(confirmedHashes(county, undefined, places), {});
});

test('it holds for the same value only', () => {
  const confirmed = confirmedHashes(county, officialWith('有偶', '配偶'), places);
  const draft = (official: Draft['official']) =>
    ({ typed: { answers: {}, claims: {}, confirmed }, official }) as unknown as Draft;
  assert.deepEqual(stillConfirmed(county, draft(officialWith('有偶', '配偶'))), ['marriage', 'members[0].kin']);
  assert.deepEqual(stillConfirmed(county, draft(officialWith('離婚', '配偶'))), ['members[0].kin']);
  assert.deepEqual(stillConfirmed(county, draft(undefined)), []);
  assert.deepEqual(stillConfirmed(county, { typed: { answers: {}, claims: {} } } as unknown as Draft), []);
});
