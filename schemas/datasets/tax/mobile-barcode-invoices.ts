/** 手機條碼載具發票清單 (dataset 15): one row per invoice in the carrier; dates are Gregorian digits, as in the e-invoice platform’s own interface. Field names assumed. */
import { about, formatted, written } from '../../normalise/column-marks.ts';
import { businessNumber, date, money, nationalId, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const invoices = rows(['details', 'invoices'], { 'zh-Hant': '發票清單', en: 'invoices' }, [
  number(['rowNum', 'row_no'], '序號', 'row number', '1'),
  formatted(text(['invNum', 'invoice_no'], '發票號碼', 'invoice number', 'AB12345678'), 'invoice-number'),
  written(date(['invDate', 'invoice_date'], '發票日期', 'date of the invoice', '2025-10-12'), 'digits'),
  about(
    text(['invoiceTime', 'invoice_time'], '開立時間', 'time of the invoice', '18:05:32'),
    '24 小時制的時、分、秒。',
    'Hours, minutes and seconds of 24 hours',
  ),
  about(
    text(['invPeriod', 'invoice_period'], '發票期別', 'period of the invoice', '11410', 'plain'),
    '民國年加雙數月份，例如 11410 是 114 年 9、10 月期。',
    'Year counted from 1912 and the even month: 11410 is September and October of 2025',
  ),
  text(['sellerName', 'seller_name'], '賣方名稱', 'seller', '太保好食股份有限公司'),
  businessNumber(['sellerBan', 'seller_business_no'], '賣方統一編號', 'business number of the seller', '12345675'),
  about(
    text(['sellerAddress', 'seller_address'], '賣方營業地址', 'address of the seller', '嘉義縣太保市祥和一路東段1號'),
    '賣方登記的營業地址，照原文提供。',
    'Business address of the seller, as registered',
  ),
  businessNumber(['buyerBan', 'buyer_business_no'], '買方統一編號', 'business number of the buyer', '12345675'),
  written(money(['amount', 'amount'], '發票金額', 'amount of the invoice', '188'), 'text'),
  text(['currency', 'currency'], '幣別', 'currency', 'TWD', 'plain'),
  about(
    text(['invStatus', 'status'], '發票狀態', 'state of the invoice', '已確認', 'plain'),
    '例如已確認、已開立、作廢。',
    'Such as confirmed, issued, void',
  ),
  yesNo(['invDonatable', 'donatable'], '是否可捐贈', 'whether it can be donated', '否', 'plain'),
  yesNo(['donateMark', 'donated'], '是否已捐贈', 'whether it has been donated', '否'),
]);

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        about(
          text(['cardType', 'carrier_kind'], '載具類別編號', 'kind of carrier', '3J0002', 'plain'),
          '3J0002 是手機條碼。',
          '3J0002 is the mobile barcode',
        ),
        formatted(text(['cardNo', 'mobile_barcode'], '手機條碼', 'mobile barcode', '/ABC1234'), 'mobile-barcode'),
        written(
          date(['startDate', 'period_begin_date'], '查詢起日', 'first day covered', '2025-10-01', 'plain'),
          'digits',
        ),
        written(date(['endDate', 'period_end_date'], '查詢迄日', 'last day covered', '2025-10-31', 'plain'), 'digits'),
        number(['invoiceCount', 'invoice_count'], '發票張數', 'number of invoices', '1', 'personal'),
        written(money(['totalAmount', 'total_amount'], '合計金額', 'total amount', '188'), 'text'),
        invoices,
      ],
    },
  ],
};

export const mobileBarcodeInvoices = defineDataset(
  {
    no: 15,
    id: 'API.5nW2LlQr0w',
    idIs: 'assumed',
    name: { 'zh-Hant': '手機條碼載具發票清單', en: 'Invoices stored in a mobile barcode carrier' },
    ministry: '財政部',
    unit: '財政資訊中心電子發票組',
    ...offices.einvoice,
    category: 'tax',
    identity: ['citizen-certificate', 'tw-fido'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.mobileBarcode, parameters.startDate, parameters.endDate],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
