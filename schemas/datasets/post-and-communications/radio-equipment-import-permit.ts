/** 電信管制射頻器材進口許可證資料 (dataset 104): the applicant, and one row for each permit with its goods. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { applicantColumns } from './applicant-columns.ts';

const goods = rows(['Items', 'items'], { 'zh-Hant': '貨品', en: 'goods' }, [
  number(['ItemNo', 'item_no'], '項次', 'item', '1'),
  text(['GoodsName', 'goods_name'], '貨品名稱', 'name of the goods', '無線電對講機'),
  text(['Brand', 'brand'], '廠牌', 'make', '外國製', 'plain'),
  text(['Model', 'model'], '型號', 'model', 'HT-5', 'plain'),
  about(
    text(['CCCCode', 'tariff_code'], '貨品分類號列', 'commodity code', '85256010002', 'plain'),
    '中華民國輸出入貨品分類號列（C.C.C. Code），11 碼。',
    'Standard Classification of Commodities (C.C.C. Code), eleven digits.',
  ),
  text(['Frequency', 'frequency'], '頻率範圍', 'frequency range', '144-146 MHz', 'plain'),
  written(number(['PowerWatt', 'power'], '發射功率（瓦特）', 'power in watts', '5'), 'text'),
  number(['Quantity', 'quantity'], '數量', 'quantity', '2', 'personal'),
  text(['Unit', 'unit'], '單位', 'unit', '臺', 'plain'),
  about(
    text(['ApprovalNo', 'type_approval_no'], '審驗證明號碼', 'type approval', 'CCAH00LP0000T0'),
    '器材已有審驗證明時的號碼；沒有時不會有值。',
    'Number of the type approval; absent where there is none.',
  ),
]);

const permits = rows(['Permits', 'permits'], { 'zh-Hant': '進口許可證', en: 'permits' }, [
  text(['PermitNo', 'licence_no'], '許可證號碼', 'permit number', 'I-114-000123'),
  written(date(['ApplyDate', 'applied_date'], '申請日期', 'date of application', '2025-05-02'), 'roc-words'),
  written(date(['IssueDate', 'issued_date'], '發證日期', 'date of issue', '2025-05-12'), 'roc-words'),
  about(
    written(date(['ExpiryDate', 'valid_until_date'], '有效期限', 'valid until', '2025-11-11'), 'roc-words'),
    '要在這一天以前進口；逾期要重新申請。',
    'The goods must be imported by this day.',
  ),
  code(
    ['Purpose', 'purpose'],
    '進口用途',
    'purpose',
    { 1: '自用', 2: '販賣', 3: '研發測試', 4: '展示', 5: '申請審驗', 9: '其他' },
    '自用',
  ),
  code(
    ['ImportMethod', 'import_kind'],
    '進口方式',
    'way of import',
    { 1: '海運', 2: '空運', 3: '郵寄或快遞', 4: '自行攜帶' },
    '郵寄或快遞',
  ),
  text(['ExportCountry', 'export_country'], '起運國家或地區', 'shipped from', '日本'),
  text(['ImportPort', 'import_port'], '進口口岸', 'port of import', '臺北郵局'),
  text(['SellerName', 'seller_name'], '賣方名稱', 'name of the seller', 'Example Radio Co.'),
  goods,
  text(['IssueOffice', 'issuing_office'], '發證機關', 'issuing authority', '國家通訊傳播委員會', 'plain'),
  about(
    text(['PermitStatus', 'status'], '許可狀態', 'state of the permit', '有效'),
    '有效、已使用、逾期、註銷或廢止。',
    'Valid (有效), used (已使用), expired (逾期), cancelled (註銷) or revoked (廢止).',
  ),
]);

const shape: Shape = { parts: [{ columns: [...applicantColumns, permits] }] };

export const radioEquipmentImportPermit = defineDataset(
  {
    no: 104,
    id: 'API.jKgfjVB0TH',
    idIs: 'assumed',
    name: {
      'zh-Hant': '電信管制射頻器材進口許可證資料',
      en: 'Import permits of controlled telecommunications radio-frequency devices',
    },
    ministry: '通傳會',
    unit: '',
    ...offices.communications,
    category: 'post-and-communications',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document', 'business-certificate'],
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
