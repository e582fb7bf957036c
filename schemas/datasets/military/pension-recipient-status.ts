/** 領俸人身分資料查詢 (dataset 89): who receives a military pension, of which kind and since when. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { contact, holder, serviceOffice, slashDate } from './veteran-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        about(
          yesNo(['isRecipient', 'receives_pension'], '是否為領俸人', 'whether the person receives a pension', '是'),
          '現在是否按期領取退除給與或遺族給與。',
          'Whether a regular military or survivor’s pension is being paid now',
        ),
        about(
          code(
            ['recipientType', 'recipient_kind'],
            '領俸人類別',
            'kind of recipient',
            { 1: '本人', 2: '遺族' },
            '本人',
          ),
          '本人：退伍軍人自己；遺族：領取半俸或遺屬年金的家屬。',
          'The former soldier, or a survivor with half pension or survivor’s annuity',
        ),
        about(
          text(['pensionType', 'pension_kind'], '俸金種類', 'kind of pension', '退休俸', 'special'),
          '例如退休俸、生活補助費、贍養金、半俸、遺屬年金。贍養金是因傷病退伍的給與，因此屬特種個資。',
          'Such as retirement pension, living allowance, disability pension (a special category), half pension, survivor’s annuity',
        ),
        text(['recipientNo', 'recipient_no'], '俸籍號碼', 'pension file number', '0990001'),
        text(['branch', 'service_branch'], '軍種', 'branch of service', '陸軍'),
        text(['rank', 'rank'], '官階俸級', 'rank and pay grade', '陸軍中士6級'),
        slashDate(['dischargeDate', 'discharged_date'], '退伍日期', 'date of discharge', '2018-06-30'),
        slashDate(['startDate', 'valid_from_date'], '支領起日', 'first day of the pension', '2018-07-01'),
        about(
          slashDate(['stopDate', 'valid_until_date'], '停俸日期', 'day the pension stopped', '2026-12-31'),
          '目前仍在領俸的人沒有這個日期。',
          'Absent while the pension goes on',
        ),
        money(['monthlyAmt', 'monthly_amount'], '每月支領金額', 'monthly amount', '38990'),
        text(['approveUnit', 'approving_office'], '核定機關', 'approved by', '國防部陸軍司令部', 'plain'),
        text(['approveNo', 'approval_no'], '核定文號', 'number of the approval', '國陸人勤字第1070000001號'),
        code(
          ['status', 'status'],
          '領俸狀態',
          'state of the pension',
          { 1: '領俸中', 2: '停俸', 3: '暫停發放' },
          '領俸中',
        ),
        ...contact,
        serviceOffice,
      ],
    },
  ],
};

export const pensionRecipientStatus = defineDataset(
  {
    no: 89,
    id: 'API.LoWdYI52G3',
    idIs: 'assumed',
    name: { 'zh-Hant': '領俸人身分資料查詢', en: 'Status of recipients of military pensions' },
    ministry: '退輔會',
    unit: '',
    ...offices.veterans,
    category: 'military',
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
