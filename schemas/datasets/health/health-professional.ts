/** 醫事人員基本資料 (dataset 62): certificates, specialities and registration to practise of a health professional. Field names assumed. */
import { about, formatted } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const specialities = rows(['SPEC_LIST', 'specialities'], { 'zh-Hant': '專科證書', en: 'specialities' }, [
  text(['SPEC_NAME', 'speciality'], '專科別', 'speciality', '家庭醫學科'),
  text(
    ['SPEC_NO', 'speciality_certificate_no'],
    '專科證書字號',
    'number of the speciality certificate',
    '家專醫字第000001號',
  ),
  date(['SPEC_DATE', 'issued_date'], '專科證書發證日期', 'date of issue', '2012-10-01'),
  about(
    date(['SPEC_END_DATE', 'valid_until_date'], '專科證書有效期限', 'valid until', '2030-09-30'),
    '專科證書要定期更新，有效到這一天。',
    'Speciality certificates are renewed from time to time: valid through this day.',
  ),
]);

const practice = [
  text(['PRAC_NO', 'practice_licence_no'], '執業執照字號', 'number of the licence to practise', '嘉縣醫執字第000001號'),
  date(['PRAC_DATE', 'practice_registered_date'], '執業登記日期', 'registered to practise on', '2021-07-01'),
  about(
    date(['PRAC_END_DATE', 'practice_valid_until_date'], '執業執照更新期限', 'licence to be renewed by', '2027-06-30'),
    '每 6 年更新一次，須有繼續教育積分。',
    'Renewed every six years, with credits of continuing education.',
  ),
  code(
    ['PRAC_STATUS', 'practice_status'],
    '執業狀態',
    'state of the practice',
    { 1: '執業', 2: '停業', 3: '歇業', 4: '註銷', 9: '未執業' },
    '執業',
  ),
  about(
    text(['HOSP_ID', 'institution_code'], '醫事機構代碼', 'code of the institution', '9900000001', 'personal'),
    '執業登記的醫療院所代碼，共 10 碼。',
    'Code of the hospital or clinic of practice: ten digits.',
  ),
  text(['HOSP_NAME', 'institution_name'], '執業機構名稱', 'place of practice', '太保診所'),
  address(
    ['HOSP_ADDR', 'institution_address'],
    '執業機構地址',
    'address of the place of practice',
    '嘉義縣太保市祥和一路東段1號',
    'one-text',
  ),
  formatted(
    text(['HOSP_TEL', 'institution_phone'], '執業機構電話', 'phone of the place of practice', '05-3000000', 'plain'),
    'phone',
  ),
  text(['PRAC_DEPT', 'practice_department'], '執業登記科別', 'department of practice', '家庭醫學科'),
  text(['HEALTH_BUREAU', 'registering_office'], '執業登記機關', 'office of registration', '嘉義縣衛生局', 'plain'),
] as const;

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['BAS_IDN', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['BAS_NAME', 'person_name'], '姓名', 'name', '陳筱玲'),
        text(['BAS_ENAME', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
        date(['BAS_BIRTHDAY', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        code(['BAS_SEX', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        rows(['LIC_LIST', 'licences'], { 'zh-Hant': '醫事人員證書', en: 'certificates' }, [
          about(
            text(['LIC_TYPE', 'profession'], '醫事人員類別', 'profession', '醫師'),
            '醫師、中醫師、牙醫師、藥師、護理師、物理治療師等證書上的類別。',
            'Physician, dentist, pharmacist, nurse, physical therapist and so on, as on the certificate.',
          ),
          text(['LIC_NO', 'certificate_no'], '證書字號', 'certificate number', '醫字第000001號'),
          date(['LIC_DATE', 'issued_date'], '發證日期', 'date of issue', '2007-08-01'),
          text(['LIC_UNIT', 'issuing_office'], '發證機關', 'office of issue', '衛生福利部', 'plain'),
          code(
            ['LIC_STATUS', 'status'],
            '證書狀態',
            'state of the certificate',
            { 1: '有效', 2: '廢止', 3: '撤銷' },
            '有效',
          ),
          ...practice,
          specialities,
        ]),
      ],
    },
  ],
};

export const healthProfessional = defineDataset(
  {
    no: 62,
    id: 'API.brzle15RMZ',
    idIs: 'assumed',
    name: { 'zh-Hant': '醫事人員基本資料', en: 'Health professionals’ basic data' },
    ministry: '衛福部',
    unit: '醫事司',
    ...offices.medicalAffairs,
    category: 'health',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
