/** 大專校院進修補助 (dataset 86): one row per course at a college. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Column, Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { application, holder, outcome, serviceOffice, slashDate } from './veteran-columns.ts';

const applications: readonly Column[] = [
  ...application,
  number(['year', 'year'], '年度', 'year', '113', 'personal'),
  text(['schoolName', 'school_name'], '學校名稱', 'school', '國立嘉義大學'),
  text(['courseName', 'course_name'], '進修課程名稱', 'course', '農產品行銷實務班'),
  about(
    code(
      ['courseType', 'course_kind'],
      '班別',
      'kind of course',
      { 1: '學分班', 2: '空中大學（專）', 3: '推廣教育班' },
      '推廣教育班',
    ),
    '學分班、空中大學（專），或就業導向的推廣教育班。',
    'With credits, at the open university, or extension education towards a job',
  ),
  number(['hours', 'course_hours'], '上課時數', 'hours of the course', '54', 'personal'),
  slashDate(['beginDate', 'begin_date'], '上課起日', 'first day of the course', '2024-07-01'),
  slashDate(['endDate', 'end_date'], '上課迄日', 'last day of the course', '2024-08-31'),
  money(['tuition', 'fee_paid'], '實繳費用', 'fee paid', '15000'),
  yesNo(['certified', 'course_completed'], '是否取得結業證明', 'whether the course was completed', '是'),
  ...outcome('10000'),
];

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        serviceOffice,
        about(
          number(['usedClasses', 'classes_subsidised'], '累計補助班次', 'courses subsidised so far', '1', 'personal'),
          '歷年已核定補助的班次；每年和終身都有次數上限。',
          'Courses subsidised over the years; there is a limit a year and in all',
        ),
        about(
          money(['usedAmt', 'subsidised_amount'], '累計補助金額', 'subsidy granted so far', '10000'),
          '歷年已核定的補助金額合計（新臺幣元）；有累計上限。',
          'Sum granted over the years in New Taiwan dollars; there is a limit',
        ),
        rows(
          ['records', 'applications'],
          { 'zh-Hant': '大專校院進修補助申請紀錄', en: 'applications for course subsidy' },
          applications,
        ),
      ],
    },
  ],
};

export const veteranCollegeSubsidy = defineDataset(
  {
    no: 86,
    id: 'API.H0TaAVoS5g',
    idIs: 'assumed',
    name: { 'zh-Hant': '大專校院進修補助', en: 'Subsidy for veterans’ further study at college' },
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
