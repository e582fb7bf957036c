/** 勞退請領資料 (dataset 56): claims on the individual labour pension account and what was paid. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauDate, insuredPerson, paidDate, paymentAccount } from './labour-insurance-columns.ts';

const claimKinds = {
  1: '月退休金',
  2: '一次退休金',
  3: '續提退休金',
  4: '遺屬或指定請領人一次退休金',
  5: '提前請領退休金',
};

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        rows(['clmData', 'claims'], { 'zh-Hant': '請領紀錄', en: 'claims' }, [
          text(['apNo', 'application_no'], '受理編號', 'number of application', 'P00000000001'),
          bureauDate(['apDte', 'applied_date'], '申請日期', 'date of application', '2025-03-10'),
          about(
            code(['clmKind', 'claim_kind'], '請領種類', 'kind of claim', claimKinds, '一次退休金', 'special'),
            '月退休金（提繳年資滿 15 年）、一次退休金、續提、遺屬請領，或未滿 60 歲提前請領（限失能者，因此屬特種個資）。',
            'Monthly pension (15 years of contributions), lump sum, continued contributions, survivors, or early before 60, which only incapacity allows: a special category.',
          ),
          about(
            text(['clmName', 'claimant_name'], '請領人姓名', 'name of the claimant', '陳筱玲'),
            '提出申請的人。遺屬請領時，不是勞工本人。',
            'Who claims; with survivors’ claims not the worker.',
          ),
          number(['ctbYear', 'contribution_years'], '提繳年資（年）', 'years of contributions', '14', 'personal'),
          number(
            ['ctbMon', 'contribution_months'],
            '提繳年資（未滿一年月數）',
            'months beyond the years',
            '6',
            'personal',
          ),
          money(['principalAmt', 'principal_amount'], '累積本金', 'principal', '412200'),
          money(['profitAmt', 'earnings_amount'], '累積收益', 'earnings', '96318'),
          about(
            code(
              ['payFreq', 'payment_frequency'],
              '核發方式',
              'how it is paid',
              { 1: '一次核發', 3: '每3個月核發' },
              '一次核發',
              'plain',
            ),
            '一次退休金是一次核發；月退休金每 3 個月核發一次。',
            'A lump sum at once; a monthly pension every three months.',
          ),
          code(
            ['status', 'status'],
            '案件狀態',
            'state of the case',
            { 1: '審核中', 2: '已核付', 3: '不予給付', 4: '補件中' },
            '已核付',
          ),
          rows(['payData', 'payments'], { 'zh-Hant': '核發紀錄', en: 'payments' }, [
            money(['issueAmt', 'paid_amount'], '核發金額', 'amount paid', '508518'),
            paidDate('2025-04-08'),
            ...paymentAccount,
          ]),
        ]),
      ],
    },
  ],
};

export const labourPensionClaims = defineDataset(
  {
    no: 56,
    id: 'API.P2WgMzhtqu',
    idIs: 'assumed',
    name: { 'zh-Hant': '勞退請領資料', en: 'Labour pension claims' },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: true,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
