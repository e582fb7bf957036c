/** 公司登記資料 (dataset 22): one record per post that the person holds in a company. Field names as observed. */
import { about } from '../../normalise/column-marks.ts';
import { address, businessNumber, date, money, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  list: { to: 'posts', label: { 'zh-Hant': '公司職務', en: 'posts in companies' } },
  parts: [
    {
      columns: [
        businessNumber(['BAN_NO', 'business_no'], '公司統一編號', 'business number of the company', '12345675'),
        text(['CMPY_NAME', 'company_name'], '公司名稱', 'name of the company', '太保好食股份有限公司', 'plain'),
        address(
          ['CMPY_ADD', 'company_address'],
          '公司地址',
          'address of the company',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        text(['CMPY_STATUS', 'company_status'], '公司狀況', 'state of the company', '核准設立', 'plain'),
        text(['ORG_TYPE', 'organisation_type'], '組織別', 'kind of organisation', '股份有限公司', 'plain'),
        text(['REG_UNIT_NAME', 'registry_office'], '登記機關', 'office of registration', '經濟部商業發展署', 'plain'),
        text(['NAME', 'person_name'], '姓名', 'name', '陳筱玲'),
        text(['ENAME', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
        about(
          text(['CN', 'country'], '國籍', 'nationality', '中華民國'),
          '國籍。實際資料有這個名稱，意義未經機關確認。',
          'Nationality. The name is seen in real payloads; its meaning has not been confirmed.',
        ),
        text(['POS_NAME', 'position'], '職稱', 'position', '董事長'),
        text(['DUTY_TYPE_NAME', 'duty_type'], '職務類別', 'kind of duty', '代表公司負責人'),
        text(['SEQ_NO', 'sequence_no'], '序號', 'sequence number', '1', 'plain'),
        text(['CMPY_REP', 'represented_entity'], '所代表法人', 'legal person represented', '太保投資股份有限公司'),
        money(['INVEST_AMT', 'invested_amount'], '出資額或持有股份', 'invested amount or shares held', '500000'),
        date(
          ['CHG_APP_DATE', 'change_approved_date'],
          '核准變更日期',
          'date of approved change',
          '2024-05-20',
          'plain',
        ),
        date(['DTR_BEG_DATE', 'term_begin_date'], '任期起日', 'first day of the term', '2024-05-20'),
        date(['DTR_END_DATE', 'term_end_date'], '任期迄日', 'last day of the term', '2027-05-19'),
        date(['AR_DATE', 'manager_appointed_date'], '經理人到職日期', 'date of taking office as manager', '2024-06-01'),
      ],
    },
  ],
};

export const companyRegistration = defineDataset(
  {
    no: 22,
    id: 'API.ea0klQl5Wp',
    idIs: 'observed',
    name: {
      'zh-Hant': '公司負責人、董監事與經理人之公司登記資料',
      en: 'Company registration of responsible persons, directors, supervisors and managers',
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
  'observed',
  shape,
);
