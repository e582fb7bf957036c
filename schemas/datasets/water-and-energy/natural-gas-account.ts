/** 天然氣家庭用戶資料(限竹苗地區) (dataset 36): one household’s account, and one row for each bill. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { address, code, date, money, month, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const bills = rows(['BILLS', 'bills'], { 'zh-Hant': '氣費帳單', en: 'bills' }, [
  written(month(['BILL_YM', 'bill_month'], '帳單月份', 'month of the bill', '2025-10'), 'digits'),
  written(date(['READ_FROM', 'period_from_date'], '計費期間起日', 'first day billed', '2025-08-16'), 'digits'),
  written(date(['READ_TO', 'period_until_date'], '計費期間迄日', 'last day billed', '2025-10-15'), 'digits'),
  about(
    number(['USE_QTY', 'use_cubic_metres'], '使用度數', 'use in cubic metres', '38'),
    '一度天然氣是一立方公尺。',
    'One 度 is one cubic metre.',
  ),
  money(['BASE_FEE', 'base_fee_amount'], '基本費', 'base fee', '120'),
  money(['GAS_FEE', 'gas_charge_amount'], '氣費', 'charge for gas', '437'),
  money(['TOTAL_AMT', 'billed_amount'], '應繳金額', 'amount to pay', '557'),
  written(date(['DUE_DATE', 'due_date'], '繳費期限', 'to be paid by', '2025-11-10'), 'digits'),
  about(
    code(['PAID_FLAG', 'payment_status'], '繳費狀態', 'state of payment', { Y: '已繳', N: '未繳' }, '已繳'),
    '已繳或未繳。',
    'Paid (已繳) or unpaid (未繳).',
  ),
  written(date(['PAID_DATE', 'paid_date'], '繳費日期', 'date of payment', '2025-10-30'), 'digits'),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['CUST_ID', 'person_id'], '用戶身分證統一編號', 'id of the customer', 'A123456789'),
        text(['CUST_NAME', 'person_name'], '用戶姓名', 'name of the customer', '陳筱玲'),
        about(
          text(['GAS_NO', 'gas_no'], '用戶號碼', 'account number', '0612345678'),
          '天然氣帳單上的用戶號碼。',
          'The account number on the gas bill.',
        ),
        about(
          address(['USE_ADDR', 'use_address'], '裝置地址', 'address of use', '苗栗縣苗栗市縣府路100號', 'one-text'),
          '天然氣表裝設的地址；中油的家庭用戶只在新竹、苗栗一帶。',
          'Where the meter is; CPC supplies households in Hsinchu and Miaoli only.',
        ),
        address(
          ['MAIL_ADDR', 'contact_address'],
          '通訊地址',
          'contact address',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        formatted(text(['TEL', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
        formatted(text(['MOBILE', 'mobile'], '行動電話', 'mobile phone', '0912345678'), 'mobile'),
        code(['USE_TYPE', 'use_kind'], '用戶類別', 'kind of customer', { 1: '家庭用', 2: '非家庭用' }, '家庭用'),
        text(['METER_NO', 'meter_no'], '氣表號碼', 'meter number', 'G1234567'),
        text(['METER_TYPE', 'meter_kind'], '氣表型式', 'kind of meter', '微電腦瓦斯表', 'plain'),
        about(
          money(['DEPOSIT', 'deposit_amount'], '保證金', 'deposit', '2000'),
          '裝置時繳的保證金，停用時退還。',
          'Paid when the gas was connected, given back when it is given up.',
        ),
        written(date(['START_DATE', 'supply_begin_date'], '供氣日期', 'first day of supply', '2016-03-01'), 'digits'),
        written(
          date(['SAFETY_CHECK_DATE', 'safety_check_date'], '最近安全檢查日期', 'last safety check', '2025-03-12'),
          'digits',
        ),
        text(['OFFICE_NAME', 'issuing_office'], '服務單位', 'service office', '台灣中油公司天然氣事業部', 'plain'),
        text(['CUST_STATUS', 'status'], '用戶狀態', 'state of the account', '使用中'),
        bills,
      ],
    },
  ],
};

export const naturalGasAccount = defineDataset(
  {
    no: 36,
    id: 'API.ts3eypRHKD',
    idIs: 'assumed',
    name: {
      'zh-Hant': '天然氣家庭用戶資料(限竹苗地區)',
      en: 'Household natural gas customers (Hsinchu and Miaoli only)',
    },
    ministry: '經濟部',
    unit: '中油公司',
    ...offices.naturalGas,
    category: 'water-and-energy',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.gasNumber],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
