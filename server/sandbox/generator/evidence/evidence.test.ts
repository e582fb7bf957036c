/** Documents of one person agree with each other and with the registers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasets, inUse } from '#schemas/datasets/catalogue.ts';
import type { NormalValue } from '#schemas/datasets/types.ts';
import { loadResidents } from '../../load-residents.ts';
import type { SandboxResident } from '../../resident.ts';
import { generateHouseholds } from '../generate-households.ts';
import { documents, recordsOf } from '../records-of.ts';
import type { Statement } from './evidence.ts';

type Row = { readonly [name: string]: NormalValue | undefined };

const residents = await loadResidents();
const idOf = (no: number): string => [...inUse.values()].find((entry) => entry.no === no)!.id;
const stated = ({ records }: Pick<SandboxResident, 'records'>, no: number): Statement | undefined =>
  (records[idOf(no)] as Statement | null) ?? undefined;
const rowsOf = ({ records }: Pick<SandboxResident, 'records'>, no: number, name: string): readonly Row[] => {
  const record = records[idOf(no)];
  return record === null || record === undefined
    ? []
    : ((datasets.get(idOf(no))!.normalise(record).data[name] ?? []) as readonly Row[]);
};

test('there are twelve, and each is held by some residents and not by all', () => {
  assert.equal(documents.length, 12);
  for (const { id, no } of documents) {
    const held = residents.filter(({ records }) => records[id] !== null && records[id] !== undefined).length;
    assert.ok(held > 0 && held < residents.length, `${no}: ${held}`);
    for (const { slug, records } of residents) assert.notEqual(records[id], undefined, `${slug} ${no}`);
  }
});

test('what they state is labels with texts, numbers or lists of such', () => {
  const plain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
  for (const resident of residents) {
    for (const { no } of documents) {
      for (const [label, value] of Object.entries(stated(resident, no!) ?? {})) {
        assert.match(label, /^\p{Script=Han}+$/u);
        const rows = Array.isArray(value) ? (value as Statement[]) : [];
        assert.ok(plain(value) || rows.length > 0, `${resident.slug} ${no} ${label}`);
        for (const row of rows) for (const cell of Object.values(row)) assert.ok(plain(cell), label);
        assert.ok(
          !JSON.stringify(value).includes('undefined') && !JSON.stringify(value).includes('NaN'),
          `${no} ${label}`,
        );
      }
    }
  }
});

const agree = (person: Pick<SandboxResident, 'records'>, where: string): void => {
  assert.equal(stated(person, 12)?.['所得總額'], stated(person, 17)?.['綜合所得總額'], where);
  assert.equal(stated(person, 17) === undefined, stated(person, 18) === undefined, where);
  const plates = rowsOf(person, 38, 'vehicles').map((car) => car['plate_no']);
  const taxed = ((stated(person, 10)?.['車輛'] ?? []) as readonly Statement[]).map((car) => car['車牌號碼']);
  assert.deepEqual(taxed, plates, where);
  const plots = rowsOf(person, 5, 'properties');
  const own = (stated(person, 11)?.['財產明細'] ?? []) as readonly Statement[];
  assert.equal(own.filter((row) => ['土地', '房屋'].includes(String(row['財產類別']))).length, plots.length, where);
};

test('one income in all income certificates; the taxed cars and the land are those of the registers', () => {
  for (const resident of residents) agree(resident, resident.slug);
  let left = 200;
  for (const household of generateHouseholds(7)) {
    for (const person of household.members) agree({ records: recordsOf(person, household) }, person.id);
    left -= household.members.length;
    if (left < 0) break;
  }
});
