/** 手機條碼單一發票消費明細 (dataset 16). */
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

export const mobileBarcodeInvoiceItems = defineDataset({
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
});
