/** 老年農民福利津貼發放資料 (dataset 54): the application and each month paid. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauDate, bureauMonth, insuredPerson, paidDate, paymentAccount } from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        text(['apNo', 'application_no'], '受理編號', 'number of application', 'F00000000001'),
        bureauDate(['apDte', 'applied_date'], '申請日期', 'date of application', '2025-01-06'),
        about(
          text(['faName', 'farmers_association'], '受理農會', 'farmers’ association', '太保市農會'),
          '受理申請的基層農會，通常是農保的投保單位。',
          'The local farmers’ association that took the application, usually the unit of the farmers’ insurance.',
        ),
        code(
          ['fmKind', 'applicant_kind'],
          '申請人身分別',
          'kind of applicant',
          { 1: '老年農民', 2: '老年漁民' },
          '老年農民',
        ),
        bureauMonth(['firstYM', 'first_paid_month'], '首次發放年月', 'first month paid for', '2025-01'),
        about(
          code(
            ['status', 'status'],
            '發放狀態',
            'state of the allowance',
            { 1: '發放中', 2: '停發', 3: '審核中', 4: '不符合資格' },
            '發放中',
          ),
          '目前是發放中、停發、審核中或不符合資格。',
          'Whether it is being paid, stopped, in review, or refused.',
        ),
        about(
          text(['stopReason', 'stop_reason'], '停發原因', 'reason of stopping', '無'),
          '停發時才有，例如改領其他津貼、戶籍遷出國外。',
          'Only when stopped, for instance another allowance is drawn, or the person has moved abroad.',
        ),
        ...paymentAccount,
        rows(['payData', 'payments'], { 'zh-Hant': '發放紀錄', en: 'payments' }, [
          bureauMonth(['payYM', 'paid_month'], '發放年月', 'month paid for', '2025-10'),
          money(['issueAmt', 'paid_amount'], '發放金額', 'amount paid', '8110'),
          paidDate('2025-11-20'),
          text(['payStatus', 'payment_status'], '入帳情形', 'outcome of the transfer', '已入帳', 'plain'),
        ]),
      ],
    },
  ],
};

export const oldAgeFarmersAllowance = defineDataset(
  {
    no: 54,
    id: 'API.kj8TQCy6AL',
    idIs: 'assumed',
    name: { 'zh-Hant': '老年農民福利津貼發放資料', en: 'Old-age farmers’ welfare allowance payments' },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
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
