/** Payloads of an invented resident, as the agencies send them. */
export const resident = { nationalId: 'A123456789', name: '陳筱玲', birthDate: '1980-01-01' };
export const stranger = { nationalId: 'A223456781', name: '林志明' };

const householdAddress = {
  from_site_id: '嘉義縣太保市',
  village: '祥和里',
  neighbor: '001',
  neighbor_char: '鄰',
  street_doorplate: '祥和一路東段１號',
};

export const personalPayload = (person = resident.nationalId, name = resident.name) => ({
  httpCode: '200',
  rdCode: 'RS7009',
  responseData: {
    personHouseholdData12: {
      person_id: person,
      person_name: name,
      birth_yyymmdd: '0690101',
      birth_order_sex: '長女',
      marriage_code: '未婚',
      father_name: '陳大文',
      householdAddress,
    },
  },
});

export const householdPayload = () => ({
  personHouseholdData21: [
    { person_id: 'F131104093', person_name: '陳大文', relationship: '戶長', birth_yyymmdd: '0400303' },
    { person_id: resident.nationalId, person_name: resident.name, relationship: '長女', birth_yyymmdd: '0690101' },
  ],
  householdBasicData21: { household_head_name: '陳大文', household_id: 'F1234567', householdAddress },
});
