/**
 * Over generated people: every record fits its dataset's schema and is read back without anything unknown, and the
 * datasets agree with each other. 300 people; `MYDATA_PEOPLE=10000` for as many as are wanted.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { datasets, inUse } from '#schemas/datasets/catalogue.ts';
import { payloadEngine } from '#schemas/datasets/payload-engine.ts';
import type { Dataset, NormalValue } from '#schemas/datasets/types.ts';
import { isNationalId, sexOfId } from '#schemas/taiwan/national-id.ts';
import { isTownOf } from '#schemas/taiwan/towns.ts';
import { ageOf, asOf } from './dates.ts';
import { generateHouseholds } from './generate-households.ts';
import { personIn } from './household.ts';
import type { Household, Person } from './household.ts';
import { recordsOf } from './records-of.ts';

const wanted = Number(process.env['MYDATA_PEOPLE'] ?? 300);
const seed = 20261123;

type Row = { readonly [name: string]: NormalValue | undefined };
type Read = ReadonlyMap<number | null, Row>;

function* people(count: number, from = seed): Generator<readonly [Person, Household]> {
  let left = count;
  for (const household of generateHouseholds(from)) {
    for (const person of household.members) {
      yield [person, household];
      left -= 1;
      if (left === 0) return;
    }
  }
}

const rows = (data: Row | undefined, name: string): readonly Row[] => (data?.[name] ?? []) as readonly Row[];

const engine = payloadEngine();
const validators = new Map([...datasets].map(([id, { payloadSchema }]) => [id, engine.compile(payloadSchema)]));

const readAll = (person: Person, household: Household): Read => {
  const read = new Map<number | null, Row>();
  for (const [id, payload] of Object.entries(recordsOf(person, household))) {
    if (payload === null) continue;
    const dataset = datasets.get(id);
    if (!dataset) {
      assert.equal(inUse.get(id)?.offers, 'evidence-only', id);
      continue;
    }
    const { no, name, normalise } = dataset;
    const fits = validators.get(id)!;
    const where = `${no} ${name['zh-Hant']} of ${person.id}`;
    assert.ok(fits(payload), `${where}: ${JSON.stringify(fits.errors?.[0])}`);
    const { data, unknown } = normalise(payload);
    assert.deepEqual(unknown, [], where);
    assert.ok(Object.keys(data).length > 0, where);
    read.set(no, data);
  }
  return read;
};

/** The person's own id, where a dataset has one at its top or in each row of its list. */
const ownIdColumn = ({ shape }: Dataset): string | undefined =>
  shape.parts.flatMap(({ columns }) => columns).find(({ kind }) => kind === 'national-id')?.to;

const agree = (person: Person, household: Household, read: Read): void => {
  const own = read.get(1);
  const members = rows(read.get(2), 'members');
  const self = members.find((member) => member['person_id'] === person.id);
  for (const register of [own, self]) {
    assert.equal(register?.['person_name'], person.name);
    assert.equal(register?.['birth_date'], person.birthDate);
    assert.equal(register?.['marriage_status'], person.marriage);
  }
  assert.deepEqual(own?.['household_address'], household.address);
  assert.equal(own?.['household_id'], read.get(2)?.['household_id']);

  const relatives = rows(read.get(3), 'relatives');
  const related = (relationship: string): Row | undefined =>
    relatives.find((row) => row['relationship'] === relationship);
  assert.equal(related('己身')?.['person_id'], person.id);
  assert.equal(related('配偶')?.['person_id'], self?.['spouse_id']);
  assert.equal(related('配偶')?.['person_name'], own?.['spouse_name']);
  assert.equal(related('父')?.['person_id'], self?.['father_id']);
  assert.equal(related('母')?.['person_name'], own?.['mother_name']);
  assert.equal(
    relatives.filter((row) => row['relationship'] === '子' || row['relationship'] === '女').length >=
      members.filter((row) => row['father_id'] === person.id || row['mother_id'] === person.id).length,
    true,
  );

  for (const car of rows(read.get(38), 'vehicles')) {
    assert.deepEqual([car['owner_id'], car['owner_name']], [person.id, person.name]);
    const [licence] = rows(read.get(39), 'licences');
    assert.ok(
      String(licence?.['issued_date']) <= String(car['licence_printed_date']),
      'the owner holds the licence first',
    );
  }
  if (read.has(59)) {
    const family = rows(read.get(59), 'family');
    assert.deepEqual(
      family.map((row) => [row['person_name'], row['birth_date']]),
      members.map((row) => [row['person_name'], row['birth_date']]),
    );
    for (const [at, row] of family.entries()) {
      assert.equal(String(row['masked_id']).slice(0, 6), String(members[at]?.['person_id']).slice(0, 6));
    }
  }
  for (const plot of rows(read.get(5), 'properties')) {
    assert.equal(plot['owner_id'], person.id);
    assert.ok(isTownOf(String(plot['county']), String(plot['town'])));
  }
  // Transactions add up, in order of time.
  const account = read.get(43);
  let balance = Number(account?.['opening_balance_amount'] ?? 0);
  let last = '';
  for (const row of rows(account, 'transactions')) {
    balance += Number(row['deposited_amount'] ?? 0) - Number(row['withdrawn_amount'] ?? 0);
    assert.equal(row['balance_amount'], balance);
    assert.ok(String(row['transacted_at']) > last && balance >= 0);
    last = String(row['transacted_at']);
  }
  if (account) {
    assert.equal(account['closing_balance_amount'], balance);
    assert.ok(last.slice(0, 10) <= String(account['period_until_date']));
  }

  for (const row of relatives) {
    const word = String(row['relationship']);
    if (/^外?祖|^[兄弟姊妹]$|孫/.test(word)) assert.equal(String(row['degree']), '2', word);
    if (/^外?祖/.test(word)) assert.ok(String(row['birth_date']) < person.birthDate, word);
  }
  assert.equal(new Set(relatives.map((row) => row['person_id'])).size, relatives.length, 'each relative once');

  for (const post of rows(read.get(22), 'posts')) assert.equal(post['person_name'], person.name);
  assert.equal(read.has(63), person.disability !== undefined);

  for (const dataset of datasets.values()) {
    const data = read.get(dataset.no);
    const column = ownIdColumn(dataset);
    if (!data || !column) continue;
    const holders = dataset.shape.list ? rows(data, dataset.shape.list.to) : [data];
    for (const holder of holders)
      assert.equal(holder[column], dataset.no === 2 ? household.headId : person.id, `${dataset.no}`);
    for (const holder of holders) {
      if (holder['birth_date'] !== undefined) assert.equal(holder['birth_date'], person.birthDate, `${dataset.no}`);
      if (holder['gender'] !== undefined)
        assert.equal(holder['gender'], person.sex === 'M' ? '男' : '女', `${dataset.no}`);
    }
  }
};

test(`${wanted} people: every record fits its schema, reads without unknowns, and agrees with the others`, () => {
  const seen = new Map<number | null, number>();
  for (const [person, household] of people(wanted)) {
    const read = readAll(person, household);
    agree(person, household, read);
    for (const no of read.keys()) seen.set(no, (seen.get(no) ?? 0) + 1);
  }
  if (wanted < 3000) return;
  for (const { no, name } of datasets.values()) assert.ok((seen.get(no) ?? 0) > 0, `nobody holds ${name['zh-Hant']}`);
});

test('ids are valid, unique, and of the sex they say; people are born, marry and die in order', () => {
  const ids = new Set<string>();
  for (const [person, household] of people(wanted)) {
    assert.ok(isNationalId(person.id) && !ids.has(person.id), person.id);
    assert.match(person.id, /^[A-Z][1289]9/, 'marked as invented');
    ids.add(person.id);
    assert.equal(sexOfId(person.id), person.sex);
    assert.ok(person.birthDate < asOf && person.movedIn >= person.birthDate);
    assert.ok(personIn(household, household.headId)?.relationship === '戶長');
    for (const id of [person.spouseId, person.fatherId, person.motherId]) {
      if (id !== undefined) assert.ok(personIn(household, id), 'relatives are in the household or its kin');
    }
    const spouse = personIn(household, person.spouseId);
    if (spouse) assert.equal(spouse.spouseId, person.id);
    if (spouse) assert.equal(person.marriage, spouse.deathDate ? '喪偶' : '有偶');
    for (const parent of [personIn(household, person.fatherId), personIn(household, person.motherId)]) {
      if (parent) assert.ok(ageOf(parent.birthDate) - ageOf(person.birthDate) >= 18);
    }
    for (const { registered } of person.vehicles) assert.ok(person.licence && person.licence.issued <= registered);
  }
});

test('the same seed gives the same people and records, byte for byte; another seed others', () => {
  const digest = (from: number): string => {
    const hash = createHash('sha256');
    for (const [person, household] of people(100, from))
      hash.update(JSON.stringify([person, recordsOf(person, household)]));
    return hash.digest('hex');
  };
  assert.equal(digest(1), digest(1));
  assert.notEqual(digest(1), digest(2));
});
