/** 身心障礙資格 (dataset 63): the disability certificate 身心障礙證明. Field names assumed. */
import { about, formatted, special, written } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, text, texts, yesNo } from '../../normalise/columns.ts';
import type { Shape, ValueColumn } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const slashed = (column: ValueColumn): ValueColumn => written(column, 'roc-slashes');

const disabilityColumns = [
  about(
    code(
      ['disabilityLevel', 'disability_level'],
      '障礙等級',
      'degree of disability',
      { 1: '輕度', 2: '中度', 3: '重度', 4: '極重度' },
      '中度',
    ),
    '證明上的等級：輕度、中度、重度或極重度。',
    'The degree on the certificate: mild, moderate, severe or profound.',
  ),
  about(
    texts(['disabilityCategory', 'disability_categories'], '障礙類別', 'categories of disability', '第7類'),
    '新制的第 1 類到第 8 類，可能不只一類。',
    'Category 1 to 8 of the law of 2012; there may be several.',
  ),
  about(
    texts(['bodyFunctionCode', 'body_function_codes'], 'ICF 編碼', 'ICF codes', 'b730b.2'),
    '身體功能及構造的編碼與障礙程度，印在證明的障礙類別旁。',
    'Codes of body functions and structures with their degree, printed beside the category.',
  ),
  about(
    texts(['icdDiagnosis', 'icd_diagnoses'], 'ICD 診斷', 'ICD diagnoses', 'G82.20'),
    '診斷代碼。能推知病名，除非一定要用，請不要要求。',
    'Codes of the diagnoses: they tell the illness. Ask only where nothing else will do.',
  ),
  about(
    text(['formerCategory', 'former_category'], '舊制障礙類別', 'category under the former law', '肢體障礙'),
    '101 年以前手冊上的類別名稱，有些福利仍以它認定。',
    'The category of the handbooks before 2012, by which some benefits are still decided.',
  ),
  slashed(date(['assessedDate', 'assessed_date'], '鑑定日期', 'date of assessment', '2022-05-10')),
  about(
    slashed(date(['reassessDate', 'reassessment_date'], '重新鑑定日期', 'date of reassessment', '2027-05-31')),
    '到這一天以前要重新鑑定。免重新鑑定的人沒有這個日期。',
    'To be assessed again before this day; absent for those who need not.',
  ),
  yesNo(['noReassess', 'reassessment_waived'], '免重新鑑定', 'no reassessment needed', '否'),
  about(
    yesNo(['mobilityImpaired', 'mobility_impaired'], '行動不便', 'impaired mobility', '是'),
    '需求評估認定行動不便，可申請身心障礙者專用停車位識別證。',
    'As found by the assessment of needs; entitles to a disabled parking badge.',
  ),
  about(
    yesNo(
      ['companionTransport', 'companion_transport'],
      '搭乘國內大眾運輸必要陪伴者優惠',
      'fares for a companion',
      '是',
    ),
    '陪伴者一人搭乘國內大眾運輸工具可享優惠。',
    'One companion travels at the reduced fare.',
  ),
  about(
    yesNo(['companionVenue', 'companion_venues'], '進入收費場所必要陪伴者優惠', 'admission for a companion', '是'),
    '陪伴者一人進入收費的風景區、康樂場所或文教設施可享優惠。',
    'One companion is admitted to parks, leisure and cultural venues on the same terms.',
  ),
].map(special);

const shape: Shape = {
  envelope: 'responseData',
  wrappers: ['disabilityCertificate'],
  parts: [
    {
      columns: [
        nationalId(['personId', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['personName', 'person_name'], '姓名', 'name', '陳筱玲'),
        slashed(date(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01')),
        code(['sex', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        address(
          ['residentAddress', 'household_address'],
          '戶籍地址',
          'registered address',
          '嘉義縣太保市祥和里1鄰祥和一路東段1號',
          'one-text',
        ),
        about(
          text(['certificateNo', 'certificate_no'], '證明編號', 'number of the certificate', '1110000001'),
          '身心障礙證明上的編號。',
          'The number on the disability certificate.',
        ),
        special(
          code(
            ['certificateStatus', 'status'],
            '證明狀態',
            'state of the certificate',
            { 1: '有效', 2: '逾期', 3: '註銷' },
            '有效',
          ),
        ),
        ...disabilityColumns,
        slashed(date(['issuedDate', 'issued_date'], '核發日期', 'date of issue', '2022-06-01')),
        about(
          slashed(date(['validUntil', 'valid_until_date'], '有效期限', 'valid until', '2027-05-31')),
          '證明有效到這一天。永久有效的證明沒有這個日期。',
          'The certificate is valid through this day; absent where it has no end.',
        ),
        text(['issuingOffice', 'issuing_office'], '核發機關', 'office of issue', '嘉義縣政府', 'plain'),
        text(['contactName', 'contact_name'], '聯絡人姓名', 'name of the contact person', '林志明'),
        text(['contactRelation', 'contact_relationship'], '聯絡人關係', 'relationship of the contact person', '配偶'),
        formatted(
          text(['contactPhone', 'contact_phone'], '聯絡人電話', 'phone of the contact person', '0912345678'),
          'phone',
        ),
      ],
    },
  ],
};

export const disability = defineDataset(
  {
    no: 63,
    id: 'API.nyhnLM1fve',
    idIs: 'observed',
    name: { 'zh-Hant': '身心障礙資格', en: 'Disability certificate' },
    ministry: '衛福部',
    unit: '社家署',
    ...offices.disability,
    category: 'social-welfare',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
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
