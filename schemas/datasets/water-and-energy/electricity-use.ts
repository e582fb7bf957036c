/** 用電及繳費資料 (dataset 33): one account, and one row for each bill. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { address, code, date, money, month, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const bills = rows(['billList', 'bills'], { 'zh-Hant': '電費帳單', en: 'bills' }, [
  about(
    written(month(['billYm', 'bill_month'], '電費月份', 'month of the bill', '2025-10'), 'roc-slashes'),
    '電費單上的「電費月份」；通常兩個月一期。',
    'The month on the bill; usually one bill for two months.',
  ),
  written(date(['periodFrom', 'period_from_date'], '計費期間起日', 'first day billed', '2025-08-12'), 'roc-slashes'),
  written(date(['periodTo', 'period_until_date'], '計費期間迄日', 'last day billed', '2025-10-13'), 'roc-slashes'),
  number(['days', 'billed_days'], '計費日數', 'days billed', '63'),
  written(number(['usageKwh', 'use_kwh'], '用電度數', 'use in kilowatt-hours', '612'), 'thousands'),
  number(['avgDailyKwh', 'daily_use_kwh'], '日平均度數', 'average use a day', '9.71'),
  written(
    number(['lastYearKwh', 'last_year_use_kwh'], '去年同期用電度數', 'use in the same months of last year', '655'),
    'thousands',
  ),
  written(money(['energyCharge', 'energy_charge_amount'], '流動電費', 'charge for energy', '1352'), 'thousands'),
  written(money(['discount', 'discount_amount'], '扣減及優惠金額', 'discounts', '52'), 'thousands'),
  about(
    written(money(['totalAmt', 'billed_amount'], '應繳總金額', 'amount to pay', '1300'), 'thousands'),
    '這一期要繳的總金額，含稅，已扣優惠。',
    'What is to be paid for the period, with tax, after discounts.',
  ),
  written(date(['dueDate', 'due_date'], '繳費期限', 'to be paid by', '2025-11-03'), 'roc-slashes'),
  about(
    code(
      ['payStatus', 'payment_status'],
      '繳費狀態',
      'state of payment',
      { 1: '已繳', 0: '未繳', 2: '扣繳中' },
      '已繳',
    ),
    '已繳、未繳，或銀行扣繳中。',
    'Paid (已繳), unpaid (未繳), or being debited (扣繳中).',
  ),
  written(date(['payDate', 'paid_date'], '繳費日期', 'date of payment', '2025-10-28'), 'roc-slashes'),
  text(['payChannel', 'payment_channel'], '繳費方式', 'way of payment', '金融機構代繳'),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        about(
          nationalId(['custId', 'person_id'], '用戶身分證統一編號', 'id of the customer', 'A123456789'),
          '向台電登記的用電名義人，不一定是實際住的人。',
          'The customer whom Taipower has on record; not always who lives there.',
        ),
        text(['custName', 'person_name'], '用電名義人', 'name of the customer', '陳筱玲'),
        about(
          text(['electricityNo', 'electricity_no'], '電號', 'account number', '07123456789'),
          '電費單上的電號，11 碼。',
          'Eleven digits, as on the bill.',
        ),
        address(['useAddr', 'use_address'], '用電地址', 'address of use', '嘉義縣太保市祥和一路東段1號', 'one-text'),
        address(
          ['mailAddr', 'contact_address'],
          '通訊地址',
          'contact address',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        text(['tariffName', 'tariff_kind'], '用電種類', 'kind of tariff', '表燈非時間電價'),
        code(['useType', 'use_kind'], '用電用途', 'use', { 1: '住家用', 2: '營業用', 3: '其他' }, '住家用'),
        text(['meterNo', 'meter_no'], '電表號碼', 'meter number', 'AB12345678'),
        number(['contractKw', 'contract_capacity'], '契約容量（瓩）', 'contracted capacity in kilowatts', '10'),
        text(['feederGroup', 'outage_group'], '輪流停電組別', 'group of rotating outages', 'A', 'plain'),
        text(['branchName', 'issuing_office'], '服務單位', 'service office', '台灣電力公司嘉義區營業處', 'plain'),
        text(['custStatus', 'status'], '用電狀態', 'state of the account', '用電中'),
        bills,
      ],
    },
  ],
};

export const electricityUse = defineDataset(
  {
    no: 33,
    id: 'API.aDO48gPXp7',
    idIs: 'assumed',
    name: { 'zh-Hant': '用電及繳費資料', en: 'Electricity use and payments' },
    ministry: '經濟部',
    unit: '台電公司',
    ...offices.electricity,
    category: 'water-and-energy',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.electricityNumber],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
