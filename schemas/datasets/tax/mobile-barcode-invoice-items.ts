/** 手機條碼單一發票消費明細 (dataset 16): one invoice with one row per item; dates are Gregorian digits, as in the e-invoice platform’s own interface. Field names assumed. */
import { about, formatted, written } from '../../normalise/column-marks.ts';
import { businessNumber, date, money, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const items = rows(['details', 'items'], { 'zh-Hant': '消費明細', en: 'items' }, [
  written(number(['rowNum', 'row_no'], '序號', 'row number', '1'), 'text'),
  text(['description', 'item_name'], '品名', 'item', '鮮乳'),
  written(number(['quantity', 'quantity'], '數量', 'quantity', '2', 'personal'), 'text'),
  about(
    written(money(['unitPrice', 'unit_price'], '單價', 'price of one', '94'), 'text'),
    '每單位的價格；折扣的品項可能是負數。',
    'Price of one unit; negative for a discount',
  ),
  written(money(['amount', 'amount'], '小計', 'price of the row', '188'), 'text'),
]);

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        formatted(text(['cardNo', 'mobile_barcode'], '手機條碼', 'mobile barcode', '/ABC1234'), 'mobile-barcode'),
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
        businessNumber(
          ['sellerBan', 'seller_business_no'],
          '賣方統一編號',
          'business number of the seller',
          '12345675',
        ),
        about(
          text(
            ['sellerAddress', 'seller_address'],
            '賣方營業地址',
            'address of the seller',
            '嘉義縣太保市祥和一路東段1號',
          ),
          '賣方登記的營業地址，照原文提供。',
          'Business address of the seller, as registered',
        ),
        about(
          text(['invStatus', 'status'], '發票狀態', 'state of the invoice', '已確認', 'plain'),
          '例如已確認、已開立、作廢。',
          'Such as confirmed, issued, void',
        ),
        written(money(['amount', 'total_amount'], '發票總金額', 'total of the invoice', '188'), 'text'),
        text(['currency', 'currency'], '幣別', 'currency', 'TWD', 'plain'),
        items,
      ],
    },
  ],
};

export const mobileBarcodeInvoiceItems = defineDataset(
  {
    no: 16,
    id: 'API.doTGcMgTS4',
    idIs: 'assumed',
    name: { 'zh-Hant': '手機條碼單一發票消費明細', en: 'Items of one invoice stored in a mobile barcode carrier' },
    ministry: '財政部',
    unit: '財政資訊中心電子發票組',
    ...offices.einvoice,
    category: 'tax',
    identity: ['citizen-certificate', 'tw-fido'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.mobileBarcode, parameters.invoiceNumber, parameters.invoiceDate],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
