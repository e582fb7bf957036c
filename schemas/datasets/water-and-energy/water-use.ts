/** 用水及繳費資料 (dataset 35): one account, and one row for each bill. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import {
  address,
  businessNumber,
  code,
  date,
  money,
  month,
  nationalId,
  number,
  rows,
  text,
} from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';
import { waterAccountColumns } from './water-account-columns.ts';

const bills = rows(['bill_data', 'bills'], { 'zh-Hant': '水費帳單', en: 'bills' }, [
  about(
    month(['bill_yyymm', 'bill_month'], '水費月份', 'month of the bill', '2025-10'),
    '水費單上的月份；通常兩個月一期。',
    'The month on the bill; usually one bill for two months.',
  ),
  date(['period_from_yyymmdd', 'period_from_date'], '用水期間起日', 'first day billed', '2025-08-05'),
  date(['period_to_yyymmdd', 'period_until_date'], '用水期間迄日', 'last day billed', '2025-10-04'),
  written(number(['last_reading', 'previous_reading'], '上期指針（度）', 'previous reading', '1246'), 'text'),
  written(number(['this_reading', 'meter_reading'], '本期指針（度）', 'reading', '1286'), 'text'),
  about(
    written(number(['use_degree', 'use_cubic_metres'], '用水度數', 'use in cubic metres', '40'), 'text'),
    '一度水是一立方公尺。',
    'One 度 is one cubic metre.',
  ),
  written(money(['base_fee', 'base_fee_amount'], '基本費', 'base fee', '68'), 'text'),
  written(money(['water_fee', 'water_charge_amount'], '用水費', 'charge for water', '341'), 'text'),
  written(money(['sewage_fee', 'sewer_fee_amount'], '代徵污水下水道使用費', 'sewer fee', '0'), 'text'),
  written(money(['clean_fee', 'waste_fee_amount'], '代徵一般廢棄物清除處理費', 'waste collection fee', '148'), 'text'),
  about(
    written(money(['total_amt', 'billed_amount'], '總金額', 'amount to pay', '557'), 'text'),
    '這一期要繳的總金額，含代徵的費用。',
    'What is to be paid for the period, with the fees collected for others.',
  ),
  date(['due_yyymmdd', 'due_date'], '繳費期限', 'to be paid by', '2025-10-31'),
  about(
    code(['pay_code', 'payment_status'], '繳費狀態', 'state of payment', { Y: '已繳', N: '未繳' }, '已繳'),
    '已繳或未繳。',
    'Paid (已繳) or unpaid (未繳).',
  ),
  date(['pay_yyymmdd', 'paid_date'], '繳費日期', 'date of payment', '2025-10-20'),
  text(['pay_channel', 'payment_channel'], '繳費方式', 'way of payment', '便利商店代收'),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        about(
          nationalId(['user_id', 'person_id'], '用戶身分證統一編號', 'id of the customer', 'A123456789'),
          '向台水登記的用戶，不一定是實際住的人。',
          'The customer whom Taiwan Water has on record; not always who lives there.',
        ),
        text(['user_name', 'person_name'], '用戶姓名', 'name of the customer', '陳筱玲'),
        businessNumber(['user_ban', 'business_no'], '用戶統一編號', 'business number of the customer', '12345675'),
        address(
          ['bill_addr', 'contact_address'],
          '帳單寄送地址',
          'address for bills',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        ...waterAccountColumns,
        text(['user_status', 'status'], '用水狀態', 'state of the account', '使用中'),
        bills,
      ],
    },
  ],
};

export const waterUse = defineDataset(
  {
    no: 35,
    id: 'API.tz4TWJLEUc',
    idIs: 'assumed',
    name: { 'zh-Hant': '用水及繳費資料', en: 'Water use and payments' },
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
