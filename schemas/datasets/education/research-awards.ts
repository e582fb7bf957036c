/** 研究人員受科技部獎勵資訊 (dataset 98): one row per award; dates are ISO. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { date, money, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { researcher } from './researcher-columns.ts';

const awards = rows(['AWARD_LIST', 'awards'], { 'zh-Hant': '獎勵紀錄', en: 'awards' }, [
  written(number(['AWARD_YEAR', 'year'], '獲獎年度', 'year of the award', '112', 'personal'), 'text'),
  about(
    text(['AWARD_NAME', 'award_name'], '獎勵名稱', 'award', '吳大猷先生紀念獎'),
    '例如傑出研究獎、吳大猷先生紀念獎、獎勵特殊優秀人才。',
    'Such as the outstanding research award, the Ta-You Wu memorial award, the award for special talents',
  ),
  text(['AWARD_NO', 'award_no'], '獎勵編號', 'number of the award', '112-2918-I-999-001-'),
  text(['DIVISION', 'field'], '學門', 'field', '農藝及園藝'),
  about(
    text(
      ['AWARD_ORGAN', 'institution_at_award'],
      '獲獎時服務機關',
      'institution at the time of the award',
      '國立嘉義大學',
    ),
    '獲獎當時的任職單位，可能和現職不同。',
    'Institution at that time; may differ from the present one',
  ),
  text(['AWARD_TITLE', 'job_title_at_award'], '獲獎時職稱', 'title at the time of the award', '助理教授'),
  text(['ACHIEVEMENT', 'achievement'], '獲獎事蹟', 'what the award is for', '水稻節水栽培之研究'),
  written(date(['APPROVE_DATE', 'approved_date'], '核定日期', 'date of approval', '2023-11-30'), 'iso'),
  written(date(['BEGIN_DATE', 'begin_date'], '獎勵起日', 'first day of the award', '2024-01-01'), 'iso'),
  written(date(['END_DATE', 'end_date'], '獎勵迄日', 'last day of the award', '2024-12-31'), 'iso'),
  written(money(['AMOUNT', 'awarded_amount'], '獎勵金額', 'amount of the award', '300000'), 'thousands'),
  text(['CERT_NO', 'certificate_no'], '獎狀（證書）字號', 'number of the certificate', '科證字第112000001號'),
  about(
    text(['AWARD_UNIT', 'awarding_office'], '頒獎機關', 'awarded by', '國家科學及技術委員會', 'plain'),
    '111 年 7 月以前是科技部，之後是國家科學及技術委員會。',
    'The Ministry of Science and Technology until July 2022, the council since then',
  ),
]);

const shape: Shape = {
  parts: [{ columns: [...researcher, awards] }],
};

export const researchAwards = defineDataset(
  {
    no: 98,
    id: 'API.HOsPLLtXez',
    idIs: 'assumed',
    name: {
      'zh-Hant': '研究人員受科技部獎勵資訊',
      en: 'Awards of the Ministry of Science and Technology to researchers',
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
