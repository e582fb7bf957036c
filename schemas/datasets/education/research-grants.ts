/** 受補助單位研究人員歷年補助計畫資訊 (dataset 97): one row per project; dates are ISO. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, money, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { researcher } from './researcher-columns.ts';

const projects = rows(['PROJECT_LIST', 'projects'], { 'zh-Hant': '補助計畫', en: 'projects' }, [
  written(number(['PLAN_YEAR', 'year'], '計畫年度', 'year of the project', '113', 'personal'), 'text'),
  text(['PLAN_NO', 'project_no'], '計畫編號', 'project number', '113-2313-B-999-001-'),
  text(['PLAN_NAME', 'project_title'], '計畫中文名稱', 'title', '水稻節水栽培之研究'),
  text(['PLAN_ENAME', 'project_title_en'], '計畫英文名稱', 'title in English', 'Water-saving cultivation of rice'),
  about(
    text(['PLAN_TYPE', 'project_kind'], '計畫類別', 'kind of project', '一般研究計畫（個別型）'),
    '例如一般研究計畫（個別型）、整合型、產學合作計畫。',
    'Such as individual, integrated, or with industry',
  ),
  text(['DIVISION', 'field'], '學門', 'field', '農藝及園藝'),
  about(
    code(
      ['ROLE', 'role'],
      '擔任工作',
      'role',
      { 1: '計畫主持人', 2: '共同主持人', 3: '協同主持人', 4: '博士後研究人員' },
      '計畫主持人',
    ),
    '當事人在計畫中的身分。',
    'What the person is in the project',
  ),
  text(['PI_NAME', 'principal_investigator'], '計畫主持人姓名', 'principal investigator', '陳筱玲'),
  about(
    text(
      ['EXEC_ORGAN', 'executing_institution'],
      '執行機關',
      'institution of the project',
      '國立嘉義大學農藝學系（所）',
    ),
    '執行當時的受補助單位，可能和現職不同。',
    'Subsidised institution at that time; may differ from the present one',
  ),
  written(date(['BEGIN_DATE', 'begin_date'], '執行起日', 'first day of the project', '2024-08-01'), 'iso'),
  written(date(['END_DATE', 'end_date'], '執行迄日', 'last day of the project', '2025-07-31'), 'iso'),
  written(money(['AMOUNT', 'approved_amount'], '核定補助經費', 'grant', '1050000'), 'thousands'),
  code(
    ['STATUS', 'status'],
    '計畫狀態',
    'state of the project',
    { 1: '執行中', 2: '已結案', 3: '註銷', 4: '待結案' },
    '已結案',
  ),
  text(['SUBSIDY_ORGAN', 'subsidising_office'], '補助機關', 'office that subsidises', '國家科學及技術委員會', 'plain'),
]);

const shape: Shape = {
  parts: [{ columns: [...researcher, projects] }],
};

export const researchGrants = defineDataset(
  {
    no: 97,
    id: 'API.jzXhnsXLcn',
    idIs: 'assumed',
    name: {
      'zh-Hant': '受補助單位研究人員歷年補助計畫資訊',
      en: 'Research grants received over the years at subsidised institutions',
    },
    ministry: '科技部',
    unit: '',
    ...offices.science,
    category: 'education',
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
