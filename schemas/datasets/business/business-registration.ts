/** 商業負責人、合夥人、經理人及法定代理人之商業登記資料 (dataset 23): one record per post that the person holds in a business. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { address, businessNumber, date, money, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const items = rows(['BUSI_ITEMS', 'business_items'], { 'zh-Hant': '營業項目', en: 'fields of business' }, [
  about(
    text(['ITEM_CODE', 'item_code'], '營業項目代碼', 'code of the field of business', 'F203010', 'plain'),
    '「公司行號及有限合夥營業項目代碼表」的代碼。',
    'Code in the list of fields of business of the registry',
  ),
  text(['ITEM_NAME', 'item_name'], '營業項目名稱', 'field of business', '食品什貨、飲料零售業', 'plain'),
]);

const shape: Shape = {
  list: { to: 'posts', label: { 'zh-Hant': '商業職務', en: 'posts in businesses' } },
  parts: [
    {
      columns: [
        businessNumber(['BAN_NO', 'business_no'], '商業統一編號', 'business number', '12345675'),
        text(['BUSI_NAME', 'business_name'], '商業名稱', 'name of the business', '祥和商行', 'plain'),
        address(
          ['BUSI_ADD', 'business_address'],
          '商業所在地',
          'address of the business',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        about(
          text(['BUSI_STATUS', 'business_status'], '商業狀況', 'state of the business', '核准設立', 'plain'),
          '例如核准設立、停業、歇業、撤銷。',
          'Such as approved, suspended, closed, revoked',
        ),
        about(
          text(['ORG_TYPE', 'organisation_type'], '組織類型', 'kind of organisation', '獨資', 'plain'),
          '獨資或合夥。',
          'Sole proprietorship or partnership',
        ),
        text(['REG_UNIT_NAME', 'registry_office'], '登記機關', 'office of registration', '嘉義縣政府', 'plain'),
        money(['CAPITAL_AMT', 'capital_amount'], '資本額', 'capital', '200000', 'plain'),
        date(['SETUP_DATE', 'established_date'], '核准設立日期', 'date of establishment', '2015-08-12', 'plain'),
        date(
          ['CHG_APP_DATE', 'change_approved_date'],
          '最近核准變更日期',
          'date of the last approved change',
          '2024-05-20',
          'plain',
        ),
        date(
          ['SUSP_BEG_DATE', 'suspension_begin_date'],
          '停業起日',
          'first day of the suspension',
          '2026-01-01',
          'plain',
        ),
        date(['SUSP_END_DATE', 'suspension_end_date'], '停業迄日', 'last day of the suspension', '2026-12-31', 'plain'),
        nationalId(['ID_NO', 'holder_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['NAME', 'person_name'], '姓名', 'name', '陳筱玲'),
        about(
          text(['POS_NAME', 'position'], '職稱', 'position', '負責人'),
          '當事人在這家商業的身分：負責人、合夥人、經理人或法定代理人。',
          'What the person is in the business: responsible person, partner, manager or statutory agent',
        ),
        text(['SEQ_NO', 'sequence_no'], '序號', 'sequence number', '1', 'plain'),
        money(['INVEST_AMT', 'invested_amount'], '出資額', 'amount invested', '200000'),
        about(
          text(['WARD_NAME', 'represented_minor_name'], '受代理人姓名', 'name of the person represented', '林小安'),
          '當事人是法定代理人時，被代理的負責人或合夥人；其他身分不提供。',
          'Where the person is a statutory agent: whom they represent; otherwise absent',
        ),
        date(['AR_DATE', 'manager_appointed_date'], '經理人到職日期', 'date of taking office as manager', '2015-08-12'),
        items,
      ],
    },
  ],
};

export const businessRegistration = defineDataset(
  {
    no: 23,
    id: 'API.1yJ6s1HNn0',
    idIs: 'observed',
    name: {
      'zh-Hant': '商業負責人、合夥人、經理人及法定代理人之商業登記資料',
      en: 'Business registration of responsible persons, partners, managers and statutory agents',
    },
    ministry: '經濟部',
    unit: '商業司',
    ...offices.commerce,
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
