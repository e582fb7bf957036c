import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { datasets } from '#schemas/datasets/catalogue.ts';
import { Random } from '../generator/random.ts';
import { loadResidents, ResidentFileError, residentChecks, completeResident } from '../load-residents.ts';
import type { SandboxResident } from '../resident.ts';
import { changeFacts, factsOf } from './change-facts.ts';
import { disagreements } from './disagreements.ts';
import { isInventedId } from './invented-id.ts';
import { choicesOf, disabilities, families, incomes, makePeople, type Choices } from './make-people.ts';
import { OwnPeople, type OwnFile } from './own-people.ts';
import { codeOf, peopleOf } from './share.ts';

const household = 'API.7QovE2Gev6';
const choices: Choices = {
  sex: 'F',
  age: 41,
  county: '嘉義縣',
  town: '民雄鄉',
  family: 'children',
  income: 'low-2',
  disability: '中度',
  car: true,
  land: true,
  employed: true,
  everybody: false,
};
const make = (wish: Partial<Choices> = {}, seed = 7): readonly OwnFile[] =>
  makePeople(new Random(seed), { ...choices, ...wish }, new Set()) as readonly OwnFile[];

let folder: string;
let base: readonly SandboxResident[];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-'));
  base = await loadResidents();
});
after(() => rm(folder, { recursive: true }));

test('every choice makes people whose records fit their datasets', () => {
  const checks = residentChecks();
  let seed = 0;
  for (const age of [0, 12, 19, 20, 25, 41, 66, 90, 105])
    for (const family of families)
      for (const sex of ['M', 'F'] as const) {
        seed += 1;
        const income = incomes[seed % incomes.length]!;
        const disability = disabilities[seed % disabilities.length]!;
        const made = make({ age, family, sex, income, disability, car: seed % 2 === 0, everybody: true }, seed);
        const [self] = made;
        assert.equal(factsOf(self!).income, income);
        assert.equal(factsOf(self!).disability, disability);
        for (const file of made) {
          assert.ok(isInventedId(file.nationalId));
          const check: (typeof checks)['file'] = checks.file;
          check(file, file.slug);
          checks.records(completeResident(file, [file]));
        }
      }
});

test('what is not among the choices makes nobody', () => {
  const sent = { ...choices, age: '41', car: 'yes' };
  assert.equal(choicesOf(sent)?.car, true);
  for (const wrong of [{ age: '-1' }, { age: '' }, { age: 'x' }, { town: '板橋區' }, { family: 'many' }, { sex: 'X' }])
    assert.equal(choicesOf({ ...sent, ...wrong }), undefined, JSON.stringify(wrong));
});

test('they last over a restart, and are themselves elsewhere', async () => {
  const one = await OwnPeople.open(folder, base);
  const [file] = make();
  await one.put([file]);
  assert.equal(one.residents.length, base.length + 1);
  assert.equal(base.length, 30, 'the others’ list is their own');
  const again = await OwnPeople.open(folder, base);
  assert.deepEqual(again.residents.at(-1), one.residents.at(-1));
  const code = codeOf([file]);
  assert.ok(code.length < 4000, `${code.length}`);
  const elsewhere = await OwnPeople.open(join(folder, 'elsewhere'), base);
  const [same] = await elsewhere.put(peopleOf(code)!);
  assert.deepEqual(same, one.residents.at(-1));
  assert.equal(peopleOf('no code'), undefined);
  await elsewhere.remove(file!.slug);
  assert.equal((await OwnPeople.open(join(folder, 'elsewhere'), base)).residents.length, base.length);
});

test('an id that could be a real person’s, one that is taken, and facts of no household are refused whole', async () => {
  const people = await OwnPeople.open(join(folder, 'refused'), base);
  const [file, other] = make({ everybody: true }, 8);
  for (const [change, problem] of [
    [{ nationalId: 'A123456789' }, /not marked as invented/],
    [{ nationalId: base[0]!.nationalId }, /no such person/],
    [{ mobile: base[0]!.mobile }, /mobile is taken/],
    [{ slug: base[0]!.slug }, /slug must be own-/],
    [{ facts: undefined }, /facts must tell/],
    [
      { facts: { ...file!.facts, members: [{ ...file!.facts.members[0]!, vehicles: 'many' }] } },
      /no records|no such person/,
    ],
    [{ records: { [household]: { nothing: true } } }, new RegExp(household)],
    [{ note: { 'zh-Hant': '王先生', en: 'Mr Wang' } }, /note/],
  ] as const)
    await assert.rejects(
      people.put([other, { ...file, ...change }]),
      (error) => error instanceof ResidentFileError && problem.test(error.message),
      String(problem),
    );
  assert.equal(people.files().length, 0);
});

test('a fact is changed once: in every record, and in those of the others of the household', async () => {
  const people = await OwnPeople.open(join(folder, 'facts'), base);
  await people.put(make({ everybody: true, family: 'couple' }, 9));
  const [self, spouse] = people.files();
  const wish = {
    ...factsOf(self!),
    name: '改名人',
    birthDate: '1985-02-03',
    car: false,
    disability: 'none' as const,
    address: { ...self!.facts.address, street: '新生路999號' },
  };
  await people.put(changeFacts(self!, people.household(self!), wish));
  const [changed, other] = people.residents.slice(-2);
  const text = JSON.stringify(changed!.records);
  assert.deepEqual(
    Object.entries(changed!.records).filter(([, record]) => JSON.stringify(record).includes(self!.name)),
    [],
  );
  assert.ok(text.includes('改名人'));
  assert.ok(text.includes('新生路999號') && !text.includes(self!.facts.address.street));
  assert.equal(changed!.birthDate, '1985-02-03');
  assert.ok(JSON.stringify(other!.records).includes('改名人'), 'as the spouse');
  assert.equal(other!.nationalId, spouse!.nationalId);
  assert.equal(changed!.records['API.60GGfgGX1A'], null, 'no car any more');
  assert.deepEqual(factsOf(people.file(self!.slug)!), wish);
  const same = changeFacts(people.file(self!.slug)!, people.household(self!), wish);
  assert.deepEqual(same, people.household(self!), 'nothing changed, nothing moves');
});

test('a field is edited by hand, checked by its dataset’s schema, and told where it does not agree any more', async () => {
  const people = await OwnPeople.open(join(folder, 'fields'), base);
  await people.put(make({}, 10));
  const [file] = people.files();
  const record = people.residents.at(-1)!.records[household]!;
  const edited = JSON.parse(JSON.stringify(record).replaceAll(file!.name, '另一名')) as typeof record;
  await people.put([{ ...file!, records: { [household]: edited } }]);
  assert.deepEqual(people.residents.at(-1)!.records[household], edited);
  const told = disagreements(people.file(file!.slug)!);
  assert.ok(told.length > 0);
  assert.ok(told.every(({ fact, says, resource }) => fact === '姓名' && says === '另一名' && resource === household));
  await people.put([{ ...file!, records: { [household]: record } }]);
  assert.deepEqual(disagreements(people.file(file!.slug)!), []);
  assert.ok(datasets.has(household));
});
