/** 長照評估結果 (dataset 64): the care manager's last assessment, and the services granted by it. Field names assumed. */
import { about, formatted, special } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { assessment, benefits, iso } from './long-term-care-columns.ts';

const shape: Shape = {
  parts: [
    {
      in: 'careRecipient',
      columns: [
        nationalId(['idNumber', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['fullName', 'person_name'], '姓名', 'name', '陳筱玲'),
        iso(date(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01')),
        code(['gender', 'gender'], '性別', 'gender', { male: '男', female: '女' }, '女'),
        about(
          address(
            ['livingAddress', 'contact_address'],
            '居住地址',
            'address where the person lives',
            '嘉義縣太保市祥和里1鄰祥和一路東段1號',
            'one-text',
          ),
          '接受照顧的地址，可能和戶籍地址不同。',
          'Where care is given; may differ from the registered address.',
        ),
        about(
          code(
            ['welfareClass', 'household_class'],
            '身分別',
            'class of household',
            { 1: '長照低收入戶', 2: '長照中低收入戶', 3: '長照一般戶' },
            '長照一般戶',
          ),
          '決定部分負擔比率的身分：長照低收入戶、中低收入戶或一般戶。',
          'Decides the co-payment: low-income, middle-low-income or general household.',
        ),
      ],
    },
    { in: 'assessment', columns: assessment.map(special) },
    {
      in: 'carePlan',
      columns: [
        iso(date(['approvedFrom', 'valid_from_date'], '核定起日', 'granted from', '2025-10-01')),
        iso(date(['approvedUntil', 'valid_until_date'], '核定迄日', 'granted until', '2026-09-30')),
        special(benefits),
        text(
          ['caseManagementUnit', 'case_management_unit'],
          '社區整合型服務中心（A單位）',
          'case management unit (A unit)',
          '財團法人太保社會福利基金會',
        ),
        about(
          yesNo(['foreignCaregiver', 'foreign_caregiver'], '聘有外籍家庭看護工', 'employs a foreign caregiver', '否'),
          '聘有外籍看護工時，照顧及專業服務的額度會減少。',
          'Where there is one, the quota of care services is smaller.',
        ),
        text(['caregiverName', 'caregiver_name'], '主要照顧者姓名', 'name of the main caregiver', '林志明'),
        text(
          ['caregiverRelation', 'caregiver_relationship'],
          '主要照顧者關係',
          'relationship of the main caregiver',
          '配偶',
        ),
        formatted(
          text(['caregiverPhone', 'caregiver_phone'], '主要照顧者電話', 'phone of the main caregiver', '0912345678'),
          'phone',
        ),
        text(
          ['careCenter', 'issuing_office'],
          '長期照顧管理中心',
          'care management center',
          '嘉義縣長期照顧管理中心',
          'plain',
        ),
        about(
          text(['careManager', 'care_manager'], '照顧管理專員', 'care manager', '王小明'),
          '到府評估的照管專員。',
          'Who made the assessment at the home.',
        ),
      ],
    },
  ],
};

export const longTermCareAssessment = defineDataset(
  {
    no: 64,
    id: 'API.1Y94YOTwy5',
    idIs: 'assumed',
    name: { 'zh-Hant': '長照評估結果', en: 'Long-term care assessment results' },
    ministry: '衛福部',
    unit: '長照司',
    ...offices.longTermCare,
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
