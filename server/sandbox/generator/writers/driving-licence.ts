/** 駕籍資料: the licence that the owner of the car has held for longer than the car. */
import { addMonths, rocYearOf } from '../dates.ts';
import { genericData } from '../generic/write-generic.ts';
import type { Writer } from './writer.ts';

const kindCodes: Readonly<Record<string, string>> = { 普通小型車: '01', 職業小型車: '02', 普通重型機車: '05' };

/** Undefined for who has none. */
export const drivingLicence: Writer = ({ dataset, household, person, random }) => {
  const { licence } = person;
  if (!licence) return undefined;
  const professional = licence.kind.startsWith('職業');
  const base = genericData(dataset.shape, household, person, random, 0) ?? {};
  return {
    ...base,
    person_id: person.id,
    person_name: person.name,
    birth_date: person.birthDate,
    gender: person.sex === 'M' ? '男' : '女',
    postcode: undefined,
    registered_address: { ...household.address },
    phone: person.phone.replace('-', ''),
    mobile: person.mobile,
    licences: [
      {
        licence_no: person.id,
        licence_kind_code: kindCodes[licence.kind] ?? '09',
        licence_kind: licence.kind,
        first_issued_date: licence.issued,
        issued_date: licence.issued,
        // Until the holder is 75; professional licences until 65.
        valid_until_date: addMonths(person.birthDate, 12 * (professional ? 65 : 75)),
        review_date: professional ? addMonths(licence.issued, 12 * 60) : undefined,
        control_no: `${String(rocYearOf(licence.issued)).padStart(3, '0')}${random.digits(9)}`,
        issuing_office: '公路局',
        status_code: '0',
        status: '正常',
      },
    ],
  };
};
