/** 申辦水權/臨時用水 (dataset 28): the person’s cases of water rights and of temporary use, one row each. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { address, businessNumber, code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const purposes = {
  1: '家用及公共給水',
  2: '農業用水',
  3: '水力用水',
  4: '工業用水',
  5: '水運',
  6: '其他用途',
};

const cases = rows(['caseList', 'cases'], { 'zh-Hant': '申辦案件', en: 'cases' }, [
  text(['caseNo', 'case_no'], '案件編號', 'case number', '1130500123'),
  about(
    code(['caseType', 'case_kind'], '用水別', 'kind of use', { 1: '水權', 2: '臨時用水' }, '水權'),
    '水權登記，或臨時使用權。',
    'A registered water right (水權), or temporary use (臨時用水).',
  ),
  about(
    code(
      ['regType', 'registration_kind'],
      '登記種類',
      'kind of registration',
      { 1: '取得', 2: '設定', 3: '移轉', 4: '變更', 5: '消滅', 6: '展限' },
      '取得',
    ),
    '這次申請的登記種類。',
    'What is applied for: acquisition, creation, transfer, change, extinction or extension.',
  ),
  written(date(['applyDate', 'applied_date'], '申請日期', 'date of application', '2024-05-02'), 'roc-slashes'),
  text(['rightNo', 'certificate_no'], '水權狀號或臨時用水執照號', 'number of the deed or licence', 'H0012345'),
  about(
    code(
      ['sourceType', 'water_source_kind'],
      '水源別',
      'kind of source',
      { 1: '地面水', 2: '地下水' },
      '地下水',
      'plain',
    ),
    '地面水（河川、溪流、湖泊）或地下水（水井）。',
    'Surface water (地面水), or groundwater from a well (地下水).',
  ),
  text(['sourceName', 'water_source'], '水源名稱', 'name of the source', '北港溪地下水區', 'plain'),
  code(['purpose', 'purpose'], '用水標的', 'purpose of use', purposes, '農業用水'),
  text(['intakePlace', 'intake_place'], '引水地點', 'place of intake', '嘉義縣太保市祥和段1地號'),
  text(['useArea', 'place_of_use'], '使用範圍', 'place of use', '嘉義縣太保市祥和段1至3地號'),
  written(
    number(['waterAmount', 'water_flow'], '引用水量（立方公尺／秒）', 'flow in cubic metres a second', '0.012'),
    'text',
  ),
  number(['yearAmount', 'yearly_volume'], '年用水量（立方公尺）', 'volume in cubic metres a year', '15000'),
  number(['wellDepth', 'well_depth'], '水井深度（公尺）', 'depth of the well in metres', '80'),
  written(date(['validFrom', 'valid_from_date'], '核准年限起日', 'granted from', '2024-07-01'), 'roc-slashes'),
  written(date(['validTo', 'valid_until_date'], '核准年限迄日', 'granted until', '2027-06-30'), 'roc-slashes'),
  text(['issueOrg', 'issuing_office'], '主管機關', 'competent authority', '嘉義縣政府', 'plain'),
  written(date(['issueDate', 'issued_date'], '發狀日期', 'date of issue', '2024-06-20'), 'roc-slashes'),
  about(
    text(['caseStatus', 'status'], '案件狀態', 'state of the case', '核准'),
    '審查中、補正、公告、核准、駁回或撤回。',
    'Under review (審查中), to be completed (補正), announced (公告), granted (核准), refused (駁回) or withdrawn (撤回).',
  ),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '申請人身分證統一編號', 'id of the applicant', 'A123456789'),
        text(['name', 'person_name'], '申請人姓名', 'name of the applicant', '陳筱玲'),
        businessNumber(['uniformNo', 'business_no'], '申請人統一編號', 'business number of the applicant', '12345675'),
        text(['firmName', 'business_name'], '申請人名稱', 'name of the applicant’s business', '太保祥和農場', 'plain'),
        address(['addr', 'contact_address'], '通訊地址', 'contact address', '嘉義縣太保市祥和一路東段1號', 'one-text'),
        formatted(text(['tel', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
        cases,
      ],
    },
  ],
};

export const waterRights = defineDataset(
  {
    no: 28,
    id: 'API.nGpQe3HsCi',
    idIs: 'assumed',
    name: { 'zh-Hant': '申辦水權/臨時用水', en: 'Applications for water rights and temporary use of water' },
    ministry: '經濟部',
    unit: '水利署',
    ...offices.water,
    category: 'water-and-energy',
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
