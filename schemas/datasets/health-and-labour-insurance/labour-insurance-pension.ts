/** 勞保年金給付資料 (dataset 48): one record per month paid, in the manner of dataset 49. Field names assumed. */
import { about, special } from '../../normalise/column-marks.ts';
import { code, money, nationalId, number, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauDate, bureauMonth, paidDate, paymentAccount } from './labour-insurance-columns.ts';

const benefitKinds = {
  45: '老年年金給付',
  35: '失能年金給付',
  55: '遺屬年金給付',
  48: '減給老年年金給付',
  49: '展延老年年金給付',
};

const shape: Shape = {
  envelope: 'returnData',
  list: { to: 'payments', label: { 'zh-Hant': '給付紀錄', en: 'payments' } },
  parts: [
    {
      columns: [
        nationalId(['IDN', 'insured_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['name', 'insured_name'], '姓名', 'name', '陳筱玲'),
        text(['apNo', 'application_no'], '受理編號', 'number of application', 'L00000000001'),
        bureauDate(['apDte', 'applied_date'], '申請日期', 'date of application', '2025-01-06'),
        special(
          about(
            code(['payKind', 'benefit_kind'], '給付種類', 'kind of benefit', benefitKinds, '老年年金給付'),
            '老年、失能或遺屬年金。失能年金會透露健康狀況，請只在需要時要求。',
            'Old-age, disability or survivors’ pension. A disability pension tells of the person’s health: ask only where needed.',
          ),
        ),
        bureauMonth(['payYM', 'paid_month'], '給付年月', 'month paid for', '2025-10'),
        money(['approvedAmt', 'approved_amount'], '核定金額', 'amount approved', '17748'),
        about(
          money(['deductAmt', 'deducted_amount'], '扣減金額', 'amount deducted', '0'),
          '因貸款未還、溢領收回等原因扣下的金額。',
          'Kept back, for instance for an unpaid loan or an earlier overpayment.',
        ),
        about(
          money(['issueAmt', 'paid_amount'], '實付金額', 'amount paid', '17748'),
          '核定金額減去扣減金額，實際入帳的金額。',
          'The approved amount less what was deducted: what reached the account.',
        ),
        paidDate('2025-11-28'),
        number(['insYear', 'insurance_years'], '投保年資（年）', 'years of insurance', '25', 'personal'),
        money(['avgWage', 'average_insured_salary'], '平均月投保薪資', 'average monthly insured salary', '45800'),
        ...paymentAccount,
        text(['status', 'status'], '案件狀態', 'state of the case', '已核付', 'plain'),
      ],
    },
  ],
};

export const labourInsurancePension = defineDataset(
  {
    no: 48,
    id: 'API.dgqt6aTYJy',
    idIs: 'observed',
    name: { 'zh-Hant': '勞保年金給付資料', en: 'Labour insurance pension benefits' },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    // The kind of benefit tells of disability or illness.
    specialCategory: true,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
