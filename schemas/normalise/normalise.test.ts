/** The traits of real payloads, one test each, by the datasets that show them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { datasets } from '../datasets/catalogue.ts';
import { payloadEngine } from '../datasets/payload-engine.ts';
import type { JsonValue, Normalised } from '../datasets/types.ts';
import { agencyNames } from './agency-names.ts';
import { isMissing } from './missing.ts';
import { NormaliseError } from './normalise-error.ts';
import { pickNames } from './pick-names.ts';
import { generalWrappers } from './unwrap.ts';

const [personal, household, kinship, vehicle, lowIncome] = [
  'API.7QovE2Gev6',
  'API.UDauDOLyZg',
  'API.Kr1C3b1ijJ',
  'API.60GGfgGX1A',
  'API.AbAYGIjoYw',
] as const;

const read = (id: string, payload: JsonValue): Normalised => {
  const dataset = datasets.get(id);
  assert.ok(dataset);
  return dataset.normalise(payload);
};

const ajv = payloadEngine();
const schemas = new Map([...datasets].map(([id, dataset]) => [id, ajv.compile(dataset.payloadSchema)]));

const record = { person_id: 'A123456789', person_name: '陳筱玲' };
const expected = { person_id: 'A123456789', person_name: '陳筱玲' };

const wrappings: readonly [name: string, payload: JsonValue][] = [
  ['flat', record],
  [
    'in responseData and its own name',
    { httpCode: '200', rdCode: '', responseData: { personHouseholdData12: record } },
  ],
  ['in its own name', { personHouseholdData12: record }],
  ['in responseData', { responseData: record }],
  ['in returnData as a list of one', { returnCode: '0', returnData: [record] }],
  ['an array of one', [record]],
];
for (const [name, payload] of wrappings) {
  test(`wrapper: ${name}`, () => {
    const normalised = read(personal, payload);
    assert.deepEqual(normalised.data, expected);
    assert.deepEqual([normalised.unknown, normalised.raw], [[], {}]);
    assert.ok(schemas.get(personal)?.(payload), JSON.stringify(schemas.get(personal)?.errors));
  });
}

for (const written of ['', 'N/A', 'n/a', '0000000', '-', '－', '  ', null]) {
  test(`missing: ${JSON.stringify(written)}`, () => {
    assert.ok(isMissing(written));
    const payload = { ...record, birth_yyymmdd: written, spouse_name: written, register_content: written };
    assert.deepEqual(read(personal, payload).data, expected);
  });
}

test('missing: zero, false and a space inside are values', () => {
  assert.ok(!isMissing(0) && !isMissing(false) && !isMissing('無') && !isMissing('0'));
});

test('a string in one row, an array in the next', () => {
  const people = [
    { person_id: 'a', register_content: 'x' },
    { person_id: 'b', register_content: ['y', 'N/A', 'z'] },
    { person_id: 'c', register_content: [] },
  ];
  const { data, raw } = read(household, { personHouseholdData21: people });
  assert.deepEqual(data, {
    members: [
      { person_id: 'A', register_notes: ['x'] },
      { person_id: 'B', register_notes: ['y', 'z'] },
      { person_id: 'C' },
    ],
  });
  assert.deepEqual(raw['$.members[0].register_notes'], {
    path: '$.personHouseholdData21[0].register_content',
    value: 'x',
  });
});

test('one record where a list is usual', () => {
  assert.deepEqual(read(household, { personHouseholdData21: { person_id: 'A123456789' } }).data, {
    members: [{ person_id: 'A123456789' }],
  });
});

test('a root that is an array', () => {
  assert.deepEqual(read(vehicle, [{ plateNo: 'TST-1' }, { plateNo: 'TST-2' }]).data, {
    vehicles: [{ plate_no: 'TST-1' }, { plate_no: 'TST-2' }],
  });
  assert.deepEqual(read(vehicle, []).data, {});
  assert.deepEqual(read(vehicle, { returnData: [{ plateNo: 'TST-1' }] }).data, { vehicles: [{ plate_no: 'TST-1' }] });
});

test('numbers as strings or numbers', () => {
  const vehicles = read(vehicle, [
    { cc: 1798, permZipNo: 612 },
    { cc: '1,798', permZipNo: '612' },
  ]).data['vehicles'];
  assert.deepEqual(vehicles, [
    { displacement: 1798, postcode: '612' },
    { displacement: 1798, postcode: '612' },
  ]);
});

test('dates: ROC with hyphens, ISO with offset, the raw text kept', () => {
  const { data, raw } = read(vehicle, [{ birthday: '100-01-01', nextExamDt: '2027-06-01T00:00:00+08:00' }]);
  assert.deepEqual(data, { vehicles: [{ owner_birth_date: '2011-01-01', next_inspection_date: '2027-06-01' }] });
  assert.deepEqual(raw['$.vehicles[0].owner_birth_date'], { path: '$[0].birthday', value: '100-01-01' });
});

test('dates: before 1912 and unpadded', () => {
  const { data } = read(kinship, {
    RelationGradeData: [{ BirthDate: '-01/02/12', DeathDate: '32/02/02', RelationGrade: '-' }],
  });
  assert.deepEqual(data, { relatives: [{ birth_date: '1911-02-12', death_date: '1943-02-02' }] });
});

test('a date that is none: no value, its text kept', () => {
  const { data, raw } = read(personal, { ...record, birth_yyymmdd: '0690231' });
  assert.deepEqual(data, expected);
  assert.deepEqual(raw['$.birth_date'], { path: '$.birth_yyymmdd', value: '0690231' });
});

test('a foreign or old-style id stays as it is', () => {
  assert.deepEqual(read(kinship, { RelationGradeData: [{ PersonId: 'AB12345677' }, { PersonId: 'X-1990/7' }] }).data, {
    relatives: [{ person_id: 'AB12345677' }, { person_id: 'X-1990/7' }],
  });
});

test('names keep Extension B, private-use characters, U+2027 and U+02BC', () => {
  for (const name of ['吳𤧛蓉', '林\uE001', '巴奈‧母路', 'ʼe Yaveoyana']) {
    assert.equal(read(personal, { person_name: name }).data['person_name'], name);
  }
});

test('address: abolished county, full-width digits, missing parts', () => {
  const householdAddress = {
    from_site_id: '臺北縣板橋市',
    village: '',
    neighbor: null,
    neighbor_char: '鄰',
    street_doorplate: '中山路１段１６１號',
  };
  assert.deepEqual(read(personal, { householdAddress }).data['household_address'], {
    county: '新北市',
    town: '板橋區',
    street: '中山路1段161號',
    whole: '新北市板橋區中山路1段161號',
  });
});

test('address: a town that is in no list is kept as written', () => {
  const { data } = read(personal, {
    householdAddress: {
      from_site_id: '桃園市某區',
      village: '某里',
      neighbor: '001',
      neighbor_char: '鄰',
      street_doorplate: '某路１號',
    },
  });
  assert.deepEqual(data['household_address'], {
    county: '桃園市',
    town: '某區',
    village: '某里',
    neighbourhood: '1鄰',
    street: '某路1號',
    whole: '桃園市某區某里1鄰某路1號',
  });
});

test('address: all parts missing is no address', () => {
  assert.deepEqual(
    read(personal, {
      ...record,
      householdAddress: { from_site_id: '', village: null, neighbor: '', neighbor_char: '鄰', street_doorplate: '-' },
    }).data,
    expected,
  );
});

test('address: one text with the postcode in front', () => {
  assert.deepEqual(
    read(lowIncome, { risaddr: '621嘉義縣民雄鄉東榮村020鄰中樂路２５巷３號' }).data['household_address'],
    {
      county: '嘉義縣',
      town: '民雄鄉',
      village: '東榮村',
      neighbourhood: '20鄰',
      street: '中樂路25巷3號',
      whole: '嘉義縣民雄鄉東榮村20鄰中樂路25巷3號',
    },
  );
});

test('names that the table does not know are listed, not lost', () => {
  const payload = {
    traceNo: 1,
    responseData: {
      personHouseholdData12: { ...record, new_mark: 'x', householdAddress: { village: '里', lane: '1' } },
    },
  };
  assert.deepEqual(read(personal, payload).unknown.toSorted(), [
    '$.responseData.personHouseholdData12.householdAddress.lane',
    '$.responseData.personHouseholdData12.new_mark',
    '$.traceNo',
  ]);
});

const misfits: readonly [name: string, id: string, payload: JsonValue, path: string, reason: string][] = [
  ['a text', personal, 'secret-value', '$', 'not-an-object'],
  ['null', personal, null, '$', 'not-an-object'],
  ['an answer that says an error', personal, { httpCode: '500', httpMessage: 'secret-value' }, '$', 'nothing-known'],
  ['an answer without data', personal, { httpCode: '200', responseData: null }, '$.responseData', 'not-an-object'],
  ['another dataset', personal, { plateNo: 'secret-value' }, '$', 'nothing-known'],
  ['two records for one person', personal, [record, record], '$[1]', 'wrong-type'],
  ['an object for a name', personal, { person_name: { a: 'secret-value' } }, '$.person_name', 'wrong-type'],
  ['a truth value for a date', personal, { birth_yyymmdd: true }, '$.birth_yyymmdd', 'wrong-type'],
  [
    'a text for a member',
    household,
    { personHouseholdData21: ['secret-value'] },
    '$.personHouseholdData21[0]',
    'not-an-object',
  ],
  [
    'a list for the household',
    household,
    { householdBasicData21: ['secret-value'] },
    '$.householdBasicData21',
    'not-an-object',
  ],
  ['a list for an address', personal, { householdAddress: ['secret-value'] }, '$.householdAddress', 'wrong-type'],
  ['a vehicle that is a number', vehicle, [1], '$[0]', 'not-an-object'],
];
for (const [name, id, payload, path, reason] of misfits) {
  test(`refused, with no value in the message: ${name}`, () => {
    assert.throws(
      () => read(id, payload),
      (error) => {
        assert.ok(error instanceof NormaliseError);
        assert.deepEqual([error.dataset, error.path, error.reason], [id, path, reason]);
        assert.ok(!error.message.includes('secret-value'));
        return true;
      },
    );
    assert.ok(!schemas.get(id)?.(payload));
  });
}

test('any JSON is either read or refused with a NormaliseError', () => {
  const known = [
    'person_id',
    'birth_yyymmdd',
    'register_content',
    'householdAddress',
    'responseData',
    'personHouseholdData21',
    'cc',
    'lowtypefam',
    'RelationGradeData',
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<JsonValue>(null, '', '0690101', 'N/A', 3, true, '嘉義縣太保市'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...known), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom(...datasets.values()), (payload, dataset) => {
      try {
        const text = JSON.stringify(dataset.normalise(payload as JsonValue).data);
        assert.ok(!text.includes('null') && !text.includes('"N/A"'));
      } catch (error) {
        assert.ok(error instanceof NormaliseError, String(error));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('every field has a label in both languages, a sample, and a path of its own', () => {
  for (const dataset of datasets.values()) {
    for (const field of dataset.fields) {
      assert.ok(field.label['zh-Hant'] && field.label.en, field.path);
      if (field.type !== 'list') assert.ok(field.sample, field.path);
    }
    assert.equal(new Set(dataset.fields.map(({ path }) => path)).size, dataset.fields.length);
  }
});

test('a request is cut down to the agency’s names of what is used', () => {
  const shape = datasets.get(household)?.shape;
  assert.ok(shape);
  assert.deepEqual(agencyNames(shape, ['$.members[*].person_name', '$.household_address.county']), [
    'personHouseholdData21.person_name',
    'householdBasicData21.householdAddress',
  ]);
  assert.deepEqual(agencyNames(shape, []), []);
  const payload = {
    rdCode: '0',
    responseData: {
      personHouseholdData21: [{ person_id: 'A123456789', person_name: '陳' }],
      householdBasicData21: { household_id: 'Q1', householdAddress: { village: '里' } },
    },
  };
  assert.deepEqual(
    pickNames(payload, ['personHouseholdData21.person_name', 'householdBasicData21.householdAddress'], generalWrappers),
    {
      responseData: {
        personHouseholdData21: [{ person_name: '陳' }],
        householdBasicData21: { householdAddress: { village: '里' } },
      },
    },
  );
});
