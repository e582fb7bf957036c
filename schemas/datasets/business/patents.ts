/** 專利權資料 (dataset 29): one row per patent. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, number, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { gregorian, owner } from './rights-columns.ts';

const patentRows = rows(['patentList', 'patents'], { 'zh-Hant': '專利權', en: 'patents' }, [
  about(
    text(['patentNo', 'certificate_no'], '專利證書號', 'number of the patent certificate', 'M999901'),
    '字首 I 是發明、M 是新型、D 是設計。',
    'I for an invention, M for a utility model, D for a design',
  ),
  text(['applyNo', 'application_no'], '申請案號', 'application number', '113299901'),
  gregorian(['applyDate', 'applied_date'], '申請日', 'date of application', '2024-05-01'),
  code(
    ['patentType', 'patent_kind'],
    '專利種類',
    'kind of patent',
    { I: '發明', M: '新型', D: '設計' },
    '新型',
    'plain',
  ),
  text(['patentName', 'patent_title'], '專利名稱', 'title', '可調式米食蒸籠', 'plain'),
  text(['patentNameEn', 'patent_title_en'], '專利英文名稱', 'title in English', 'Adjustable rice steamer', 'plain'),
  texts(['patentOwner', 'patentees'], '專利權人', 'patentees', '陳筱玲'),
  about(
    texts(['inventor', 'inventors'], '發明人（新型創作人、設計人）', 'inventors', '陳筱玲'),
    '可能不只一人；和專利權人不一定相同。',
    'May be several, and need not be the patentees',
  ),
  text(['agentName', 'agent_name'], '專利代理人', 'patent agent', '林志明'),
  texts(['ipc', 'international_class'], '國際專利分類', 'international patent classification', 'A47J 27/04', 'plain'),
  text(['publishNo', 'publication_no'], '公告號', 'publication number', 'TWM999901U', 'plain'),
  gregorian(['publishDate', 'published_date'], '公告日', 'date of publication', '2024-09-11', 'plain'),
  gregorian(['issueDate', 'issued_date'], '發證日', 'date of the certificate', '2024-09-11'),
  gregorian(['rightBegin', 'valid_from_date'], '專利權始日', 'first day of the right', '2024-09-11'),
  about(
    gregorian(['rightEnd', 'valid_until_date'], '專利權止日', 'last day of the right', '2034-04-30'),
    '法定期限的最後一天；年費沒有續繳會提前消滅。',
    'End of the legal term; the right ends earlier where the annual fee is not paid',
  ),
  about(
    gregorian(['feePaidUntil', 'annual_fee_paid_until_date'], '年費有效日期', 'annual fee paid until', '2027-09-10'),
    '年費已繳到這一天。',
    'The annual fee is paid up to this day',
  ),
  written(number(['feePaidYears', 'annual_fee_paid_years'], '年費有效年次', 'years of annual fee paid', '3'), 'text'),
  about(
    code(
      ['status', 'status'],
      '專利權狀態',
      'state of the right',
      { 1: '存續', 2: '消滅', 3: '撤銷', 4: '拋棄' },
      '存續',
      'plain',
    ),
    '存續、消滅、撤銷或拋棄。',
    'In force, lapsed, revoked or abandoned',
  ),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [{ columns: [...owner, patentRows] }],
};

export const patents = defineDataset(
  {
    no: 29,
    id: 'API.LDveGYLuFa',
    idIs: 'assumed',
    name: { 'zh-Hant': '專利權資料', en: 'Patent rights' },
    ministry: '經濟部',
    unit: '智慧局',
    ...offices.intellectualProperty,
    category: 'business',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
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
