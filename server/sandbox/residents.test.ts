/** The hand-made people: what each of them is for is on record, and all their records agree. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasets } from '#schemas/datasets/catalogue.ts';
import { payloadEngine } from '#schemas/datasets/payload-engine.ts';
import type { Dataset, NormalValue } from '#schemas/datasets/types.ts';
import { isOldResidentNumber } from '#schemas/taiwan/national-id.ts';
import { loadResidents } from './load-residents.ts';
import type { SandboxResident } from './resident.ts';

type Row = { readonly [name: string]: NormalValue | undefined };

const residents = await loadResidents();
const byNumber = new Map([...datasets.values()].map((dataset) => [dataset.no, dataset]));

const dataset = (no: number): Dataset => byNumber.get(no) ?? assert.fail(`no dataset ${no}`);
const named = (slug: string): SandboxResident =>
  residents.find((resident) => resident.slug === slug) ?? assert.fail(slug);
const holds = ({ records }: SandboxResident, no: number): boolean => (records[dataset(no).id] ?? null) !== null;
const read = ({ slug, records }: SandboxResident, no: number): Row => {
  const record = records[dataset(no).id];
  return record === undefined || record === null
    ? assert.fail(`${slug} has no ${no}`)
    : dataset(no).normalise(record).data;
};
const rows = (data: Row, name: string): readonly Row[] => (data[name] ?? []) as readonly Row[];

const engine = payloadEngine();

for (const one of datasets.values()) {
  test(`${one.no} ${one.name['zh-Hant']}: somebody holds it; every record fits, reads, and is the person's own`, () => {
    const fits = engine.compile(one.payloadSchema);
    let held = 0;
    for (const { slug, nationalId, name, birthDate, gender, records } of residents) {
      const record = records[one.id];
      assert.notEqual(record, undefined, `${slug} says nothing of it`);
      if (record === undefined || record === null) continue;
      held += 1;
      assert.ok(fits(record), `${slug}: ${JSON.stringify(fits.errors?.[0])}`);
      const { data, unknown } = one.normalise(record);
      assert.deepEqual(unknown, [], slug);
      if (one.no === 2) continue;
      for (const row of one.shape.list ? rows(data, one.shape.list.to) : [data]) {
        const sex = { M: '男', F: '女' }[gender];
        assert.equal(row['person_id'] ?? nationalId, nationalId, slug);
        assert.equal(row['person_name'] ?? name, name, slug);
        assert.equal(row['birth_date'] ?? birthDate, birthDate, slug);
        assert.equal(row['gender'] ?? sex, sex, slug);
      }
    }
    assert.ok(held > 0);
  });
}

test('the registers of those who are written from facts agree: spouse, parents, address', () => {
  for (const resident of residents.filter((one) => holds(one, 1) && holds(one, 3))) {
    const [own, members] = [read(resident, 1), rows(read(resident, 2), 'members')];
    const self = members.find((member) => member['person_id'] === resident.nationalId);
    const relatives = rows(read(resident, 3), 'relatives');
    const spouse = relatives.find((row) => row['relationship'] === '配偶');
    if (spouse) assert.equal(spouse['person_id'], self?.['spouse_id'], resident.slug);
    assert.deepEqual(own['household_address'], read(resident, 2)['household_address'], resident.slug);
  }
});

test('owners of vehicles hold a licence', () => {
  const owners = residents.filter((resident) => holds(resident, 38));
  assert.ok(owners.length >= 4);
  for (const owner of owners) assert.ok(holds(owner, 39), owner.slug);
});

test('test people: special identities, low income and disability among them, are on record', () => {
  assert.equal(read(named('hsu-mei-feng'), 59)['title'], '中低收入戶');
  assert.equal(read(named('wu-yao-jung'), 59)['title'], '低收入戶');
  const disabled = read(named('tseng-kuo-hui'), 63);
  assert.deepEqual([disabled['disability_level'], disabled['valid_until_date']], ['重度', undefined]);
  assert.equal(rows(read(named('lai-wen-hua'), 22), 'posts')[0]?.['position'], '董事長');
  assert.ok(holds(named('pan-te-cheng'), 81) && holds(named('tu-hsiu-ying'), 88));
  assert.equal(read(named('tu-hsiu-ying'), 88)['veteran_id'], named('pan-te-cheng').nationalId);
  assert.ok(holds(named('lu-cheng-en'), 92));
});

test('land in two counties', () => {
  const counties = rows(read(named('yeh-shu-chuan'), 5), 'properties').map((row) => row['county']);
  assert.deepEqual([...new Set(counties)], ['嘉義縣', '臺南市']);
});

test('a household of ten, eight of them children', () => {
  const father = named('liao-chin-sheng');
  assert.equal(rows(read(father, 2), 'members').length, 10);
  const children = rows(read(father, 3), 'relatives').filter((row) =>
    ['子', '女'].includes(String(row['relationship'])),
  );
  assert.equal(children.length, 8);
});

test('a minor whose guardian is not a parent; a widow; custody after a divorce; twins', () => {
  const parents = rows(read(named('chou-yu-chen'), 3), 'relatives').filter((row) =>
    ['父', '母'].includes(String(row['relationship'])),
  );
  assert.deepEqual(
    parents.map((row) => row['death_date']),
    ['2020-02-02', '2020-02-02'],
  );
  assert.match(String(read(named('chou-yu-chen'), 1)['register_notes']), /監護/);
  const widow = named('tsai-chen-su-chen');
  assert.equal(read(widow, 1)['marriage_status'], '喪偶');
  assert.equal(read(widow, 82)['deceased_date'], '2018-11-20');
  const mother = named('hung-chia-hui');
  assert.equal(read(mother, 1)['spouse_name'], undefined);
  assert.match(JSON.stringify(rows(read(mother, 2), 'members')[1]), /行使負擔權利義務/);
  const [sister, brother] = [named('chien-yu-tung'), named('chien-yu-han')];
  assert.equal(sister.birthDate, brother.birthDate);
  assert.deepEqual(read(sister, 2), read(brother, 2));
  assert.equal(sister.householdNumber, brother.householdNumber);
});

test('nothing on record anywhere; an old resident number; a name of twenty characters; a move; an expired card and a revoked one', () => {
  assert.ok(Object.values(named('ho-tzu-ching').records).every((record) => record === null));
  assert.ok(isOldResidentNumber(named('david-miller').nationalId));
  assert.equal(Array.from(named('tjuku-palavulayan').name).length, 20);
  assert.equal(read(named('su-ya-wen'), 1)['move_in_date'], '2026-11-22');
  assert.deepEqual(
    residents.filter(({ card }) => card.expired).map(({ slug }) => slug),
    ['cheng-po-han'],
  );
  assert.deepEqual(
    residents.filter(({ card }) => card.revoked).map(({ slug }) => slug),
    ['hsieh-wen-chieh'],
  );
});
