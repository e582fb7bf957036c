/** 就業考試進修補助 (dataset 87): one row per course taken before an employment examination. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { money, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Column, Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { application, holder, outcome, serviceOffice, slashDate } from './veteran-columns.ts';

const applications: readonly Column[] = [
  ...application,
  number(['year', 'year'], '年度', 'year', '113', 'personal'),
  about(
    text(['examType', 'examination_kind'], '考試類別', 'kind of examination', '公務人員普通考試'),
    '準備參加的考試，例如公務人員考試、國營事業招考、專技人員考試。',
    'The examination prepared for: civil service, state enterprises, professions',
  ),
  text(['examSubject', 'examination_subject'], '應考類科', 'category of the examination', '一般行政'),
  text(['cramSchool', 'training_institution'], '補習或進修機構', 'training institution', '太保文理短期補習班'),
  text(['courseName', 'course_name'], '進修課程名稱', 'course', '普考一般行政正課班'),
  slashDate(['beginDate', 'begin_date'], '上課起日', 'first day of the course', '2024-02-01'),
  slashDate(['endDate', 'end_date'], '上課迄日', 'last day of the course', '2024-07-31'),
  money(['tuition', 'fee_paid'], '實繳費用', 'fee paid', '28000'),
  yesNo(['examTaken', 'examination_taken'], '是否應考', 'whether the examination was taken', '是'),
  ...outcome('20000'),
];

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        serviceOffice,
        rows(
          ['records', 'applications'],
          { 'zh-Hant': '就業考試進修補助申請紀錄', en: 'applications for examination course subsidy' },
          applications,
        ),
      ],
    },
  ],
};

export const veteranExamSubsidy = defineDataset(
  {
    no: 87,
    id: 'API.GXbHcX8Pqb',
    idIs: 'assumed',
    name: { 'zh-Hant': '就業考試進修補助', en: 'Subsidy for veterans’ further study for employment examinations' },
    ministry: '退輔會',
    unit: '',
    ...offices.veterans,
    category: 'military',
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
