/** 就學補助 (dataset 85): one row per term for which the veteran asked for study subsidy. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, number, rows, text } from '../../normalise/columns.ts';
import type { Column, Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { application, holder, outcome, serviceOffice } from './veteran-columns.ts';

const applications: readonly Column[] = [
  ...application,
  number(['academicYear', 'school_year'], '學年度', 'school year', '113', 'personal'),
  code(['semester', 'semester'], '學期', 'semester', { 1: '第1學期', 2: '第2學期' }, '第1學期'),
  text(['schoolName', 'school_name'], '學校名稱', 'school', '國立嘉義大學'),
  text(['department', 'department'], '科系所', 'department', '農藝學系'),
  code(
    ['degree', 'school_level'],
    '學制',
    'level of study',
    { 1: '專科', 2: '學士班', 3: '碩士班', 4: '博士班' },
    '學士班',
  ),
  number(['grade', 'grade'], '年級', 'year of study', '2', 'personal'),
  about(
    text(['item', 'subsidy_item'], '補助項目', 'what is subsidised', '學雜費補助'),
    '學雜費補助、成績優異獎勵，或低收入戶、中低收入戶可以同時申請的就學生活津貼。',
    'Tuition, an award for good marks, or the living allowance for those of low or middle-low income',
  ),
  about(
    number(['avgScore', 'average_score'], '前一學期平均成績', 'average mark of the term before', '85', 'personal'),
    '100 分制；申請成績優異獎勵時才有。',
    'Out of 100; given where the award for good marks was asked for',
  ),
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
          { 'zh-Hant': '就學補助申請紀錄', en: 'applications for study subsidy' },
          applications,
        ),
      ],
    },
  ],
};

export const veteranStudySubsidy = defineDataset(
  {
    no: 85,
    id: 'API.sEz7eC8ELV',
    idIs: 'assumed',
    name: { 'zh-Hant': '就學補助', en: 'Study subsidy for veterans' },
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
