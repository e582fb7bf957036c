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
  about(
    code(['studentType', 'student_relationship'], '就學人身分', 'who studies', { 1: '本人', 2: '子女' }, '本人'),
    '就學的是退除役官兵本人或其子女。',
    'Whether the veteran or a child studies',
  ),
  text(['studentName', 'student_name'], '就學人姓名', 'name of the student', '陳筱玲'),
  text(['schoolName', 'school_name'], '學校名稱', 'school', '國立嘉義大學'),
  text(['department', 'department'], '科系所', 'department', '農藝學系'),
  code(
    ['degree', 'school_level'],
    '學制',
    'level of study',
    { 1: '高中（職）', 2: '專科', 3: '學士班', 4: '碩士班', 5: '博士班' },
    '學士班',
  ),
  number(['grade', 'grade'], '年級', 'year of study', '2', 'personal'),
  about(
    text(['item', 'subsidy_item'], '補助項目', 'what is subsidised', '學雜費補助'),
    '例如學雜費補助、就學生活津貼。',
    'Such as tuition or a living allowance',
  ),
  ...outcome,
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
