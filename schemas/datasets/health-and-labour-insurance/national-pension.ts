/** 國民年金給付資料 (dataset 49): one record per month paid. Field names as observed; dates are Gregorian digits. */
import { written } from '../../normalise/column-marks.ts';
import { date, money, month, nationalId, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  envelope: 'returnData',
  list: { to: 'payments', label: { 'zh-Hant': '給付紀錄', en: 'payments' } },
  parts: [
    {
      columns: [
        nationalId(['IDN', 'insured_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['name', 'insured_name'], '姓名', 'name', '陳筱玲'),
        written(date(['apDte', 'applied_date'], '申請日期', 'date of application', '2019-01-01'), 'digits'),
        text(['payKind', 'benefit_kind'], '給付種類', 'kind of benefit', '老年年金給付', 'special'),
        written(month(['payYM', 'paid_month'], '給付年月', 'month paid for', '2019-06'), 'digits'),
        money(['issueAmt', 'paid_amount'], '核付金額', 'amount paid', '4049'),
        text(['status', 'status'], '案件狀態', 'state of the case', '已核付', 'plain'),
      ],
    },
  ],
};

export const nationalPension = defineDataset(
  {
    no: 49,
    id: 'API.EZ6XjKf1B4',
    idIs: 'observed',
    name: { 'zh-Hant': '國民年金給付資料', en: 'National pension benefits' },
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
  'observed',
  shape,
);
