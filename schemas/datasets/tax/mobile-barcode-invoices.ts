/** 手機條碼載具發票清單 (dataset 15). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const mobileBarcodeInvoices = defineDataset({
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
});
