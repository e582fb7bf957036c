/** A resident's file → the records of all datasets: those by hand, and for the rest what the generator writes of the facts. */
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue, Normalised, NormalValue } from '#schemas/datasets/types.ts';
import { completePerson, type GivenPerson } from './generator/complete-person.ts';
import { addMonths } from './generator/dates.ts';
import { evidenceOf } from './generator/evidence/index.ts';
import type { Household, Person, Vehicle } from './generator/household.ts';
import { addressOf, type Address } from './generator/draw-address.ts';
import { Random, seedOf } from './generator/random.ts';
import { documents, recordOf } from './generator/records-of.ts';
import type { HouseholdFacts, ResidentFile } from './resident-file.ts';

const wholeHousehold = 'API.UDauDOLyZg';
const vehicleRegister = 'API.60GGfgGX1A';

/** Hand-made people own, hold and are only what their file says. */
const finish = (given: GivenPerson, address: Address, founded: string): Person => {
  const plain = { veteran: false, posts: [], properties: [], vehicles: [], ...given };
  return {
    ...completePerson(new Random(seedOf(given.id)), plain, { address, founded }),
    licence: given.licence,
    disability: given.disability,
  };
};

const fromFacts = (file: ResidentFile, facts: HouseholdFacts): Household => {
  const { headId, founded, lowIncome } = facts;
  const address = addressOf(facts.address);
  const made = (given: GivenPerson): Person => finish(given, address, founded);
  const own = ({ id }: GivenPerson): boolean => id === file.nationalId;
  const contact = { email: file.email, mobile: file.mobile };
  return {
    number: file.householdNumber,
    address,
    headId,
    founded,
    members: facts.members.map((given) => made(own(given) ? { ...given, ...contact } : given)),
    kin: (facts.kin ?? []).map(made),
    lowIncome,
  };
};

type Row = { readonly [name: string]: NormalValue | undefined };

const read = (file: ResidentFile, id: string): Normalised['data'] => {
  const record = file.records?.[id];
  return (record !== undefined && record !== null && datasets.get(id)?.normalise(record).data) || {};
};

const word = (row: Row, name: string): string | undefined => (row[name] === undefined ? undefined : String(row[name]));

/** A hand-made register → the household that it tells of, for the datasets that are not hand-made. */
const fromRegister = (file: ResidentFile): Household => {
  const register = read(file, wholeHousehold);
  const address: Address = {
    ...addressOf({
      county: '嘉義縣',
      town: '太保市',
      village: '祥和里',
      neighbourhood: '1鄰',
      street: '祥和一路東段1號',
    }),
    ...(register['household_address'] as Partial<Address> | undefined),
  };
  const cars = (read(file, vehicleRegister)['vehicles'] ?? []) as readonly Row[];
  const person = (row: Row): GivenPerson => ({
    id: word(row, 'person_id') ?? '',
    name: word(row, 'person_name') ?? '',
    birthDate: word(row, 'birth_date') ?? '',
    relationship: word(row, 'relationship') ?? '',
    romanizedName: word(row, 'romanized_name'),
    marriage: word(row, 'marriage_status') as Person['marriage'] | undefined,
    spouseId: word(row, 'spouse_id'),
    fatherId: word(row, 'father_id'),
    motherId: word(row, 'mother_id'),
    birthOrder: word(row, 'birth_order_sex'),
    birthPlace: word(row, 'birth_place'),
    education: word(row, 'education'),
    indigenousGroup: word(row, 'indigenous_group'),
    movedIn: word(row, 'move_in_date'),
  });
  const self: Row = {
    person_id: file.nationalId,
    person_name: file.name,
    birth_date: file.birthDate,
    relationship: '戶長',
  };
  const rows = (register['members'] ?? [self]) as readonly Row[];
  const members = rows.map(person).map((given) =>
    given.id === file.nationalId
      ? {
          ...given,
          email: file.email,
          mobile: file.mobile,
          // Who has a car has a licence.
          ...(cars.length
            ? {
                vehicles: cars.map(
                  (car) =>
                    ({
                      plate: String(car['plate_no']),
                      kind: String(car['vehicle_type'] ?? '自用小客車'),
                      displacement: Number(car['displacement'] ?? 1800),
                    }) as Vehicle,
                ),
                licence: { kind: '普通小型車', issued: addMonths(file.birthDate, 12 * 20 + 5) },
              }
            : {}),
        }
      : given,
  );
  // Parents and a late spouse, whom the register only names.
  const named = new Map<string, GivenPerson>();
  for (const row of rows) {
    for (const [role, sex] of [
      ['father', 'M'],
      ['mother', 'F'],
      ['spouse', undefined],
    ] as const) {
      const [id, name] = [word(row, `${role}_id`), word(row, `${role}_name`)];
      if (!id || !name || members.some((member) => member.id === id)) continue;
      const birthDate = addMonths(String(row['birth_date']), role === 'spouse' ? -24 : -336);
      named.set(id, { id, name, birthDate, relationship: '', ...(sex ? { sex } : {}) });
    }
  }
  const founded = word(rows[0] ?? self, 'move_in_date') ?? addMonths(file.birthDate, 300);
  return {
    number: file.householdNumber,
    address,
    headId: word(register, 'household_head_id') ?? file.nationalId,
    founded,
    members: members.map((given) => finish(given, address, founded)),
    kin: [...named.values()].map((given) => finish(given, address, founded)),
  };
};

/**
 * @param files all there are: one may have its facts from another (`sameAs`). @throws RangeError where that one has
 * none of its own
 */
export const householdOf = (file: ResidentFile, files: readonly ResidentFile[]): Household => {
  const { facts } = file;
  if (!facts) return fromRegister(file);
  if (!('sameAs' in facts)) return fromFacts(file, facts);
  const told = files.find(({ slug }) => slug === facts.sameAs)?.facts;
  if (!told || 'sameAs' in told) throw new RangeError(`${file.slug}: no household in ${facts.sameAs}`);
  return fromFacts(file, told);
};

/** Throws `RangeError` where the facts do not tell of the person. */
export const completeRecords = (
  file: ResidentFile,
  files: readonly ResidentFile[],
): { readonly [resourceId: string]: JsonValue | null } => {
  const records: { [resourceId: string]: JsonValue | null } = { ...file.records };
  const household = householdOf(file, files);
  const person = household.members.find(({ id }) => id === file.nationalId);
  if (!person || person.birthDate !== file.birthDate || person.name !== file.name) {
    throw new RangeError(`${file.slug}: the household has no such person`);
  }
  for (const dataset of datasets.values()) {
    if (dataset.id in records) continue;
    records[dataset.id] = file.holdsNothing
      ? null
      : recordOf(dataset, person, household, file.holds?.includes(dataset.id) ?? false);
  }
  for (const dataset of documents) {
    if (dataset.id in records) continue;
    records[dataset.id] = file.holdsNothing ? null : evidenceOf(dataset, person, household);
  }
  return records;
};
