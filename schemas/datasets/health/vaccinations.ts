/** 疫苗接種資料 (dataset 65): the person's vaccinations as the national register has them. Field names assumed. */
import { about, special, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const vaccinationRows = special(
  rows(['Vaccinations', 'vaccinations'], { 'zh-Hant': '接種紀錄', en: 'vaccinations' }, [
    about(
      text(['VaccineCode', 'vaccine_code'], '疫苗代碼', 'code of the vaccine', 'MMR'),
      '疫苗的英文代碼，例如 BCG、MMR、Flu。',
      'Short code of the vaccine, such as BCG, MMR or Flu.',
    ),
    text(['VaccineName', 'vaccine_name'], '疫苗名稱', 'vaccine', '麻疹腮腺炎德國麻疹混合疫苗'),
    about(
      number(['DoseNo', 'dose_no'], '劑次', 'dose', '1'),
      '同一種疫苗的第幾劑。',
      'Which dose of this vaccine it was.',
    ),
    written(date(['VaccinatedDate', 'vaccinated_date'], '接種日期', 'date of vaccination', '2025-03-12'), 'digits'),
    about(
      text(['OrgCode', 'institution_code'], '接種單位代碼', 'code of the place', '9900000002'),
      '接種的醫療院所或衛生所的機構代碼，共 10 碼。',
      'Code of the clinic or health center: ten digits.',
    ),
    text(['OrgName', 'institution_name'], '接種單位', 'place of vaccination', '嘉義縣太保市衛生所'),
    text(['County', 'county'], '接種縣市', 'county of vaccination', '嘉義縣'),
    text(['Manufacturer', 'manufacturer'], '疫苗廠牌', 'manufacturer', '範例疫苗公司'),
    text(['BatchNo', 'batch_no'], '疫苗批號', 'batch number', 'TST0001'),
    code(['FundingType', 'funding_kind'], '接種別', 'who paid', { 1: '公費', 2: '自費', 3: '國外接種補登' }, '公費'),
    text(['Remark', 'remarks'], '備註', 'remarks', '無'),
  ]),
);

const shape: Shape = {
  wrappers: ['VaccinationRecord'],
  parts: [
    {
      columns: [
        nationalId(['PersonId', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['PersonName', 'person_name'], '姓名', 'name', '陳筱玲'),
        text(['EnglishName', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
        written(date(['BirthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'digits'),
        code(['Gender', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        written(date(['QueryDate', 'queried_date'], '查詢日期', 'date of query', '2026-01-15'), 'digits'),
        vaccinationRows,
      ],
    },
  ],
};

export const vaccinations = defineDataset(
  {
    no: 65,
    id: 'API.iwhJXMnkWV',
    idIs: 'assumed',
    name: { 'zh-Hant': '疫苗接種資料', en: 'Vaccinations' },
    ministry: '衛福部',
    unit: '疾管署',
    ...offices.diseaseControl,
    category: 'health',
    identity: ['citizen-certificate', 'tw-fido'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: true,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
