/** 過戶證明資料庫 (dataset 34): the account, who takes it over and who had it. Field names assumed. */
import { about, formatted } from '../../normalise/column-marks.ts';
import { address, businessNumber, date, nationalId, number, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';
import { waterAccountColumns } from './water-account-columns.ts';

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        about(
          nationalId(['new_user_id', 'person_id'], '新用戶身分證統一編號', 'id of the new customer', 'A123456789'),
          '過戶後的用戶，也就是申請過戶的人。',
          'The customer after the transfer, who asked for it.',
        ),
        text(['new_user_name', 'person_name'], '新用戶姓名', 'name of the new customer', '陳筱玲'),
        businessNumber(
          ['new_user_ban', 'business_no'],
          '新用戶統一編號',
          'business number of the new customer',
          '12345675',
        ),
        formatted(text(['new_user_tel', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
        address(
          ['bill_addr', 'contact_address'],
          '帳單寄送地址',
          'address for bills',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        about(
          text(['old_user_name', 'previous_customer_name'], '原用戶姓名', 'name of the previous customer', '林○明'),
          '過戶前的用戶；機關已遮蔽部分姓名。',
          'The customer before the transfer; part of the name is masked by the company.',
        ),
        ...waterAccountColumns,
        about(
          text(['cert_no', 'certificate_no'], '過戶證明編號', 'number of the certificate', 'T1140500123'),
          '過戶證明上的編號，可用來查驗。',
          'The number on the certificate, by which it can be checked.',
        ),
        date(['apply_yyymmdd', 'applied_date'], '申請日期', 'date of application', '2025-05-02'),
        date(['transfer_yyymmdd', 'transferred_date'], '過戶生效日期', 'day of the transfer', '2025-05-05'),
        text(['transfer_reason', 'transfer_reason'], '過戶原因', 'reason of the transfer', '買賣'),
        number(['transfer_reading', 'meter_reading'], '過戶時水表指針（度）', 'meter reading at the transfer', '1286'),
        about(
          yesNo(['debt_cleared', 'debts_cleared'], '水費已結清', 'bills settled', '是'),
          '過戶前的水費是否已全部繳清。',
          'Whether all bills up to the transfer are paid.',
        ),
        date(['issue_yyymmdd', 'issued_date'], '證明核發日期', 'date of issue', '2025-05-06'),
        text(['case_status', 'status'], '辦理狀態', 'state of the case', '已完成'),
      ],
    },
  ],
};

export const waterAccountTransfer = defineDataset(
  {
    no: 34,
    id: 'API.dlESiPOkH2',
    idIs: 'assumed',
    name: { 'zh-Hant': '過戶證明資料庫', en: 'Certificate of transfer of a water account' },
    ministry: '經濟部',
    unit: '台水公司',
    ...offices.waterSupply,
    category: 'water-and-energy',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate', 'two-document'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.waterNumber],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
