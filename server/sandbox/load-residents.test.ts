import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue, Normalised, NormalValue } from '#schemas/datasets/types.ts';
import { isCitizenId, isResidentNumber, sexOfId } from '#schemas/taiwan/national-id.ts';
import { loadResidents, ResidentFileError, residentsFolder } from './load-residents.ts';
import type { SandboxResident } from './resident.ts';

const personal = 'API.7QovE2Gev6';
const household = 'API.UDauDOLyZg';
const kinship = 'API.Kr1C3b1ijJ';
const vehicle = 'API.60GGfgGX1A';
const lowIncome = 'API.AbAYGIjoYw';

const residents = await loadResidents();

const named = (slug: string): SandboxResident => {
  const found = residents.find((resident) => resident.slug === slug);
  assert.ok(found, slug);
  return found;
};

const read = (resident: SandboxResident, id: string): Normalised => {
  const record = resident.records[id];
  const dataset = datasets.get(id);
  assert.ok(record !== undefined && record !== null && dataset, `${resident.slug} ${id}`);
  return dataset.normalise(record);
};

type Row = { readonly [key: string]: NormalValue | undefined };
const rows = (normalised: Normalised, name: string): readonly Row[] => (normalised.data[name] ?? []) as readonly Row[];

test('there are 30 people, each with every identity method', () => {
  assert.equal(residents.length, 30);
  for (const { card, nhi, householdNumber } of residents) assert.ok(card.pin && nhi.password && householdNumber);
  assert.equal(new Set(residents.map(({ card }) => card.number)).size, 30);
  assert.equal(new Set(residents.map(({ nhi }) => nhi.number)).size, 30);
});

for (const resident of residents) {
  for (const [id, record] of Object.entries(resident.records)) {
    if (record === null || !datasets.has(id)) continue;
    test(`${resident.slug} ${id}: normalises, nothing unknown`, () => {
      const normalised = read(resident, id);
      assert.deepEqual(normalised.unknown, []);
      assert.ok(Object.keys(normalised.data).length > 0);
    });
  }

  test(`${resident.slug}: the registers say the same of the person`, () => {
    assert.equal(sexOfId(resident.nationalId), resident.gender);
    if (resident.records[personal] === null) return;
    const { data } = read(resident, personal);
    const members = rows(read(resident, household), 'members');
    const own = members.find((member) => member['person_id'] === resident.nationalId);
    for (const register of [data, own]) {
      assert.equal(register?.['person_id'], resident.nationalId);
      assert.equal(register?.['person_name'], resident.name);
      assert.equal(register?.['birth_date'], resident.birthDate);
    }
    const whole = read(resident, household).data;
    assert.equal(data['household_id'], resident.householdNumber);
    assert.equal(whole['household_id'], resident.householdNumber);
    assert.equal(whole['household_head_id'], data['household_head_id']);
    assert.ok(
      members.some((member) => member['person_id'] === whole['household_head_id'] && member['relationship'] === '戶長'),
    );
    for (const member of members) {
      const order = String(member['birth_order_sex'] ?? '');
      if (order) assert.equal(sexOfId(String(member['person_id'])), order.endsWith('男') ? 'M' : 'F');
    }
  });
}

test('(a) and (b): one household of four, spouses of each other', () => {
  const [wife, husband] = [named('chen-hsiao-ling'), named('lin-chih-yuan')];
  const members = rows(read(wife, household), 'members');
  assert.deepEqual(
    members.map((member) => member['relationship']),
    ['戶長', '配偶', '長男', '長女'],
  );
  assert.deepEqual(read(wife, household).data, read(husband, household).data);
  assert.equal(members[1]?.['spouse_id'], husband.nationalId);
  assert.equal(read(wife, personal).data['spouse_name'], husband.name);
  assert.equal(read(husband, personal).data['spouse_name'], wife.name);
  assert.deepEqual(read(wife, personal).data['household_address'], {
    county: '嘉義縣',
    town: '太保市',
    village: '祥和里',
    neighbourhood: '1鄰',
    street: '祥和一路東段1號',
    whole: '嘉義縣太保市祥和里1鄰祥和一路東段1號',
  });
});

test('(c): no record in either household register', () => {
  const { records } = named('huang-hsin-hung');
  assert.deepEqual([records[personal], records[household]], [null, null]);
});

test('(d): born before 1930, lives alone, province and full-width digits, parents before the Republic', () => {
  const resident = named('li-chen-chiu-yueh');
  assert.ok(resident.birthDate < '1930');
  assert.equal(rows(read(resident, household), 'members').length, 1);
  const { data, raw } = read(resident, personal);
  assert.equal((data['household_address'] as Row)['whole'], '嘉義縣朴子市開元里12鄰開元路123之5號2樓');
  assert.match(JSON.stringify(raw['$.household_address']), /臺灣省.*１２３/);
  const relatives = rows(read(resident, kinship), 'relatives');
  assert.deepEqual(
    relatives.map((relative) => relative['birth_date']),
    ['1928-10-10', '1902-02-12', '1911-02-12', '1950-01-01'],
  );
  assert.equal(relatives[0]?.['degree'], undefined);
  assert.equal(relatives[2]?.['death_date'], '1943-02-02');
  assert.equal(relatives[3]?.['spouse_id'], 'AC01234567');
});

test('(e): a long indigenous name keeps U+2027, its romanization U+02BC', () => {
  const resident = named('pasuya-poiconu');
  assert.ok(resident.name.includes('\u2027') && Array.from(resident.name).length > 15);
  assert.ok(
    rows(read(resident, household), 'members').some((member) => String(member['romanized_name']).includes('\u02bc')),
  );
});

test('(f): a name of CJK Extension B, low income', () => {
  const resident = named('wu-yao-jung');
  assert.ok(Array.from(resident.name).some((character) => (character.codePointAt(0) ?? 0) >= 0x20000));
  const { data } = read(resident, lowIncome);
  assert.deepEqual([data['title'], data['category'], data['valid_until']], ['低收入戶', '第3款', '2026-12-31']);
  assert.deepEqual(
    rows(read(resident, lowIncome), 'family').map((member) => member['subsidy']),
    [0, 3008],
  );
});

test('(g): every way of writing "missing" reads as missing', () => {
  const resident = named('nguyen-thi-lan');
  assert.ok(isResidentNumber(resident.nationalId) && !isCitizenId(resident.nationalId));
  const sent = JSON.stringify(resident.records[personal]);
  for (const written of ['"N/A"', '"0000000"', 'null', '"-"', '""']) assert.ok(sent.includes(written), written);
  assert.ok(!sent.includes('military_code'));
  const { data } = read(resident, personal);
  for (const name of [
    'father_name',
    'mother_name',
    'foster_mother_name',
    'move_in_date',
    'military_service',
    'register_notes',
    'birth_order_sex',
  ]) {
    assert.ok(!(name in data), name);
  }
});

test('(h): no wrapper; notes once a text and once a list; two vehicles', () => {
  const resident = named('kuo-chien-chih');
  const own = resident.records[personal] as { readonly [key: string]: JsonValue };
  assert.ok('person_id' in own && typeof own['register_content'] === 'string');
  const notes = rows(read(resident, household), 'members').map((member) => member['register_notes']);
  assert.ok(notes.every((note) => Array.isArray(note)));
  const vehicles = rows(read(resident, vehicle), 'vehicles');
  assert.deepEqual(
    vehicles.map((one) => one['displacement']),
    [1998, 125],
  );
  assert.deepEqual(
    vehicles.map((one) => one['postcode']),
    ['608', '220'],
  );
  assert.equal((vehicles[1]?.['address'] as Row)['town'], '板橋區');
});

const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const withChange = async (change: (resident: { [key: string]: unknown }) => void): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'residents-'));
  folders.push(folder);
  await cp(residentsFolder, folder, { recursive: true });
  const file = join(folder, 'chen-hsiao-ling.json');
  const resident = JSON.parse(await readFile(file, 'utf8')) as { [key: string]: unknown };
  change(resident);
  await writeFile(file, JSON.stringify(resident));
  return folder;
};

const wrong: readonly [name: string, change: (resident: { [key: string]: unknown }) => void][] = [
  ['an id that fails its checksum', (resident) => (resident['nationalId'] = 'Q200001013')],
  ['a note that does not say invented', (resident) => (resident['note'] = { 'zh-Hant': '陳小姐', en: 'Ms Chen' })],
  ['an e-mail address that could be real', (resident) => (resident['email'] = 'chen@mail.tw')],
  ['a record of an unknown dataset', (resident) => (resident['records'] = { 'API.0000000000': null })],
  ['a record that its schema refuses', (resident) => (resident['records'] = { [personal]: { nothing: 'known' } })],
  ['a record of the wrong type', (resident) => (resident['records'] = { [personal]: { person_name: { deep: 1 } } })],
  ['a further key', (resident) => (resident['real'] = true)],
  ['a dataset it holds that has no fields', (resident) => (resident['holds'] = ['API.0000000000'])],
  ['a household in a file that is not there', (resident) => (resident['facts'] = { sameAs: 'nobody' })],
  ['a household without the person', (resident) => (resident['facts'] = { sameAs: 'hsu-mei-feng' })],
  ['the id of another', (resident) => (resident['nationalId'] = 'Q100001029')],
  ['a slug that is not the file name', (resident) => (resident['slug'] = 'someone')],
];
for (const [name, change] of wrong) {
  test(`refused: ${name}`, async () => assert.rejects(loadResidents(await withChange(change)), ResidentFileError));
}
