/** 勞保農保就保給付簡要資料 (dataset 53): one record per benefit, in short. Field names assumed. */
import { about, special } from '../../normalise/column-marks.ts';
import { money, nationalId, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauDate, insuranceKind, paidDate } from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  list: { to: 'benefits', label: { 'zh-Hant': '給付紀錄', en: 'benefits' } },
  parts: [
    {
      columns: [
        nationalId(['IDN', 'insured_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['name', 'insured_name'], '姓名', 'name', '陳筱玲'),
        insuranceKind('勞工保險'),
        special(
          about(
            text(['payKind', 'benefit_kind'], '給付種類', 'kind of benefit', '傷病給付'),
            '例如生育、傷病、失能、老年、死亡、失業給付。會透露健康狀況。',
            'Such as maternity, injury or sickness, disability, old-age, death or unemployment benefit. It tells of the person’s health.',
          ),
        ),
        bureauDate(['apDte', 'applied_date'], '申請日期', 'date of application', '2025-03-10'),
        bureauDate(['evtDte', 'event_date'], '保險事故日期', 'date of the event', '2025-02-10'),
        money(['issueAmt', 'paid_amount'], '核付金額', 'amount paid', '11450'),
        paidDate('2025-03-25'),
        text(['status', 'status'], '案件狀態', 'state of the case', '已核付', 'plain'),
      ],
    },
  ],
};

export const insuranceBenefitSummary = defineDataset(
  {
    no: 53,
    id: 'API.AepTlHQwOS',
    idIs: 'assumed',
    name: { 'zh-Hant': '勞保農保就保給付簡要資料', en: 'Labour, farmers’ and employment insurance benefits (summary)' },
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
