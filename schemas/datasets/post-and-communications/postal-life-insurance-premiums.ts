/** 郵政壽險保險費列舉扣除額明細 (dataset 44): the policyholder’s year, and one row for each policy. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { address, code, date, money, month, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const policies = rows(['POLICY_LIST', 'policies'], { 'zh-Hant': '保單', en: 'policies' }, [
  text(['POLICY_NO', 'policy_no'], '保單號碼', 'policy number', '12345678901'),
  text(['PRODUCT_NAME', 'product_name'], '險種名稱', 'name of the product', '郵政簡易人壽六年期還本保險'),
  about(
    code(
      ['INS_TYPE', 'insurance_kind'],
      '保險別',
      'kind of insurance',
      { 1: '人身保險', 2: '年金保險', 3: '附約' },
      '人身保險',
    ),
    '所得稅列舉扣除額只計人身保險的保險費。',
    'Only premiums of insurance of the person count for the itemised deduction.',
  ),
  nationalId(['INSURED_ID', 'insured_id'], '被保險人身分證統一編號', 'id of the insured', 'A123456789'),
  text(['INSURED_NAME', 'insured_name'], '被保險人姓名', 'name of the insured', '陳筱玲'),
  about(
    code(
      ['RELATION', 'relationship'],
      '被保險人與要保人關係',
      'relationship to the policyholder',
      { 1: '本人', 2: '配偶', 3: '子女', 4: '父母', 9: '其他' },
      '本人',
    ),
    '申報扣除額時，被保險人要是納稅義務人本人、配偶或受扶養直系親屬。',
    'For the deduction the insured must be the taxpayer, the spouse or a dependent lineal relative.',
  ),
  written(date(['EFF_DATE', 'effective_date'], '契約生效日', 'policy in force from', '2021-06-01'), 'digits'),
  code(
    ['PAY_MODE', 'payment_kind'],
    '繳別',
    'payment interval',
    { M: '月繳', Q: '季繳', H: '半年繳', Y: '年繳', S: '躉繳' },
    '月繳',
  ),
  written(month(['PAY_FROM', 'paid_from_month'], '繳費起月', 'first month paid', '2024-01'), 'digits'),
  written(month(['PAY_TO', 'paid_until_month'], '繳費迄月', 'last month paid', '2024-12'), 'digits'),
  about(
    written(money(['PREMIUM', 'paid_amount'], '本年度實繳保險費', 'premiums paid in the year', '24000'), 'thousands'),
    '這張保單在該年度實際繳的保險費。',
    'What was actually paid for this policy in the year.',
  ),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['HOLDER_ID', 'person_id'], '要保人身分證統一編號', 'id of the policyholder', 'A123456789'),
        text(['HOLDER_NAME', 'person_name'], '要保人姓名', 'name of the policyholder', '陳筱玲'),
        address(
          ['HOLDER_ADDR', 'contact_address'],
          '通訊地址',
          'contact address',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        about(
          text(['TAX_YEAR', 'tax_year'], '年度', 'year (ROC)', '113', 'plain'),
          '繳納保險費的年度，民國年。',
          'The year in which the premiums were paid, counted from 1912 as year 1.',
        ),
        number(['POLICY_CNT', 'policy_count'], '保單件數', 'number of policies', '1'),
        about(
          written(
            money(['TOTAL_PREMIUM', 'total_paid_amount'], '實繳保險費合計', 'premiums paid in all', '24000'),
            'thousands',
          ),
          '全部保單的合計；申報時每一被保險人每年扣除額以 24,000 元為限，全民健保除外。',
          'Sum over all policies. The deduction is at most NT$24,000 a year for each insured person.',
        ),
        policies,
        written(date(['ISSUE_DATE', 'issued_date'], '製表日期', 'date of issue', '2025-05-02'), 'digits'),
        text(['ISSUE_UNIT', 'issuing_office'], '證明單位', 'issuing office', '中華郵政股份有限公司', 'plain'),
      ],
    },
  ],
};

export const postalLifeInsurancePremiums = defineDataset(
  {
    no: 44,
    id: 'API.qqeOejxEMc',
    idIs: 'assumed',
    name: { 'zh-Hant': '郵政壽險保險費列舉扣除額明細', en: 'Postal life insurance premiums for itemised deduction' },
    ministry: '交通部',
    unit: '中華郵政',
    ...offices.post,
    category: 'post-and-communications',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.year],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
