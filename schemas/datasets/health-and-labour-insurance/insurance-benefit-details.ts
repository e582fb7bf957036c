/** 勞保就保農保給付明細資料 (dataset 51): each benefit paid, with the event and how it was reckoned. Field names assumed. */
import { about, special } from '../../normalise/column-marks.ts';
import { code, money, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import {
  bureauDate,
  insuranceKind,
  insuredPerson,
  insuredUnit,
  paidDate,
  paymentAccount,
} from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        rows(['payData', 'benefits'], { 'zh-Hant': '給付明細', en: 'benefits' }, [
          insuranceKind('勞工保險'),
          text(['apNo', 'application_no'], '受理編號', 'number of application', 'L00000000002'),
          bureauDate(['apDte', 'applied_date'], '申請日期', 'date of application', '2025-03-10'),
          special(
            about(
              text(['payKind', 'benefit_kind'], '給付種類', 'kind of benefit', '傷病給付'),
              '例如生育、傷病、失能、老年、死亡、失業給付。會透露健康狀況。',
              'Such as maternity, injury or sickness, disability, old-age, death or unemployment benefit. It tells of the person’s health.',
            ),
          ),
          special(
            about(
              text(['evtReason', 'event_reason'], '保險事故原因', 'reason of the event', '普通傷病'),
              '普通傷病、職業傷害、職業病等。',
              'Ordinary injury or sickness, occupational injury, occupational disease and so on.',
            ),
          ),
          bureauDate(['evtDte', 'event_date'], '保險事故日期', 'date of the event', '2025-02-10'),
          ...insuredUnit,
          about(
            bureauDate(['payBeg', 'paid_from_date'], '給付起日', 'first day paid for', '2025-02-13'),
            '按日或按月計算的給付才有；一次給付沒有。',
            'Only where the benefit is reckoned by days or months.',
          ),
          bureauDate(['payEnd', 'paid_until_date'], '給付迄日', 'last day paid for', '2025-02-27'),
          number(['payDay', 'paid_days'], '給付日數', 'days paid for', '15', 'personal'),
          money(['avgWage', 'average_insured_salary'], '平均月投保薪資', 'average monthly insured salary', '45800'),
          special(
            about(
              text(['disGrade', 'disability_grade'], '失能等級', 'grade of disability', '第7等級'),
              '失能給付才有，第 1 等級最重、第 15 等級最輕。和身心障礙證明的等級不同。',
              'Disability benefits only: grade 1 is the gravest, 15 the lightest. Not the degree of the disability certificate.',
            ),
          ),
          money(['issueAmt', 'paid_amount'], '核付金額', 'amount paid', '11450'),
          paidDate('2025-03-25'),
          text(['payeeName', 'payee_name'], '受款人姓名', 'name of the payee', '陳筱玲'),
          ...paymentAccount,
          about(
            code(
              ['status', 'status'],
              '案件狀態',
              'state of the case',
              { 1: '審核中', 2: '已核付', 3: '不予給付', 4: '補件中' },
              '已核付',
            ),
            '審核中、補件中、已核付或不予給付。',
            'In review, waiting for papers, paid, or refused.',
          ),
        ]),
      ],
    },
  ],
};

export const insuranceBenefitDetails = defineDataset(
  {
    no: 51,
    id: 'API.zr8NOGa8kh',
    idIs: 'assumed',
    name: { 'zh-Hant': '勞保就保農保給付明細資料', en: 'Labour, employment and farmers’ insurance benefits (details)' },
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
