/** 補助資料 (dataset 79): the recipient, and one row for each grant. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { date, money, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { recipientColumns } from './recipient-columns.ts';

const grants = rows(['grantList', 'grants'], { 'zh-Hant': '補助案件', en: 'grants' }, [
  text(['caseNo', 'case_no'], '案件編號', 'case number', '113A00123'),
  text(['year', 'year'], '年度', 'year (ROC)', '113', 'plain'),
  about(
    text(['programName', 'programme_name'], '補助計畫', 'programme', '視覺藝術類補助', 'plain'),
    '依據的補助計畫或作業要點。',
    'The programme or directions under which the grant was given.',
  ),
  text(['category', 'art_field'], '類別', 'field', '視覺藝術', 'plain'),
  text(['projectName', 'project_name'], '申請計畫名稱', 'name of the project', '太保老街影像展'),
  text(['place', 'place'], '執行地點', 'place', '嘉義縣'),
  written(date(['startDate', 'project_begin_date'], '執行起日', 'first day', '2024-03-01'), 'iso'),
  written(date(['endDate', 'project_end_date'], '執行迄日', 'last day', '2024-11-30'), 'iso'),
  money(['applyAmount', 'requested_amount'], '申請補助金額', 'amount asked for', '200000'),
  about(
    money(['approvedAmount', 'granted_amount'], '核定補助金額', 'amount granted', '150000'),
    '核定的金額；實際撥付依結案審查。',
    'As decided; what is paid follows the final report.',
  ),
  money(['paidAmount', 'paid_amount'], '已撥付金額', 'amount paid', '150000'),
  written(date(['approvedDate', 'granted_date'], '核定日期', 'date of the decision', '2024-02-15'), 'iso'),
  text(['documentNo', 'document_no'], '核定文號', 'document number', '文藝字第1130000123號'),
  written(date(['closedDate', 'closed_date'], '結案日期', 'date closed', '2024-12-20'), 'iso'),
  text(['grantOrg', 'issuing_office'], '補助機關', 'granting authority', '文化部', 'plain'),
  about(
    text(['caseStatus', 'status'], '案件狀態', 'state of the case', '已結案'),
    '審查中、核定、不予補助、執行中、已結案、撤銷或放棄。',
    'Under review, granted (核定), refused (不予補助), under way (執行中), closed (已結案), withdrawn (撤銷) or given up (放棄).',
  ),
]);

const shape: Shape = { envelope: 'responseData', parts: [{ columns: [...recipientColumns, grants] }] };

export const cultureGrants = defineDataset(
  {
    no: 79,
    id: 'API.6XzwUPBuNa',
    idIs: 'assumed',
    name: { 'zh-Hant': '補助資料', en: 'Grants for culture' },
    ministry: '文化部',
    unit: '',
    ...offices.culture,
    category: 'culture',
    identity: ['citizen-certificate', 'tw-fido', 'business-certificate'],
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
