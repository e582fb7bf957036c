/** 役男體位證明書 (dataset 9): the certificate of one man liable to service, with the examination it rests on. Field names assumed. */
import { about, special, written } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, number, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  envelope: 'responseData',
  wrappers: ['conscript_physical_data'],
  parts: [
    {
      columns: [
        nationalId(['person_id', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['person_name', 'person_name'], '姓名', 'name', '陳筱玲'),
        date(['birth_yyymmdd', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        address(
          ['household_address', 'household_address'],
          '戶籍地址',
          'registered address',
          '嘉義縣太保市祥和里1鄰祥和一路東段1號',
          'one-text',
        ),
        about(
          number(
            ['conscript_age_yyy', 'conscription_year'],
            '徵兵及齡年次',
            'birth year of the conscription class',
            '69',
            'personal',
          ),
          '役男出生的民國年，例如 69 代表 69 年次。',
          'The year of birth, counted from 1912 as year 1: the class the man belongs to',
        ),
        date(['exam_yyymmdd', 'examined_date'], '徵兵檢查日期', 'date of the conscription examination', '2000-03-10'),
        text(
          ['exam_hospital', 'examining_hospital'],
          '徵兵檢查醫院',
          'hospital of the examination',
          '衛生福利部朴子醫院',
          'plain',
        ),
        special(
          about(
            code(
              ['exam_kind', 'examination_kind'],
              '檢查別',
              'kind of examination',
              { 1: '徵兵檢查', 2: '複檢', 3: '重新判等' },
              '徵兵檢查',
            ),
            '這次體位是由第一次檢查、複檢或改判得出。',
            'Whether the grade comes of the first examination, a second one or a new grading',
          ),
        ),
        special(written(number(['height_cm', 'height'], '身高（公分）', 'height in centimetres', '172'), 'text')),
        special(written(number(['weight_kg', 'weight'], '體重（公斤）', 'weight in kilograms', '65'), 'text')),
        special(written(number(['bmi', 'body_mass_index'], '身體質量指數（BMI）', 'body mass index', '22'), 'text')),
        special(
          about(
            code(
              ['physical_grade_code', 'physical_grade'],
              '體位',
              'physical grade',
              { 1: '常備役體位', 2: '替代役體位', 3: '免役體位', 4: '體位未定' },
              '常備役體位',
            ),
            '判定的體位：常備役體位、替代役體位、免役體位或體位未定。',
            'The grade: fit for regular service, for substitute service, exempt, or not yet decided',
          ),
        ),
        special(
          about(
            texts(
              ['grade_clause', 'grading_clauses'],
              '判定依據條款',
              'clauses of the grading standard',
              '體位區分標準第1項',
            ),
            '「體位區分標準」的項次，免役和替代役體位才常見；會透露健康情形。',
            'Items of the physical grading standard; they tell of the state of health',
          ),
        ),
        special(date(['grade_yyymmdd', 'graded_date'], '體位判定日期', 'date of the grading', '2000-04-05')),
        text(['certificate_no', 'certificate_no'], '證明書字號', 'number of the certificate', '府民徵字第1130000001號'),
        date(['issue_yyymmdd', 'issued_date'], '核發日期', 'date of issue', '2024-05-02'),
        text(['issue_unit', 'issuing_office'], '核發機關', 'issued by', '嘉義縣政府', 'plain'),
      ],
    },
  ],
};

export const conscriptPhysicalGrade = defineDataset(
  {
    no: 9,
    id: 'API.cRDmSPORbn',
    idIs: 'assumed',
    name: { 'zh-Hant': '役男體位證明書', en: 'Certificate of physical grade for conscription' },
    ministry: '內政部',
    unit: '役政署',
    ...offices.conscription,
    category: 'military',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
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
