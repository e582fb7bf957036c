/** 車籍資料 (dataset 38): the root is an array, one record per vehicle. Field names as observed. */
import { written } from '../../normalise/column-marks.ts';
import { address, date, nationalId, number, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const shape: Shape = {
  list: { to: 'vehicles', label: { 'zh-Hant': '車輛', en: 'vehicles' } },
  parts: [
    {
      columns: [
        text(['plateNo', 'plate_no'], '車牌號碼', 'plate number', 'ABC-1234'),
        text(['carType', 'vehicle_type'], '車種', 'kind of vehicle', '自用小客車', 'plain'),
        nationalId(['ownerId', 'owner_id'], '車主統一編號', 'id of owner', 'A123456789'),
        text(['ownerName', 'owner_name'], '車主姓名', 'name of owner', '陳筱玲'),
        written(
          date(['birthday', 'owner_birth_date'], '車主出生日期', 'date of birth of owner', '1980-01-01'),
          'roc-hyphens',
        ),
        text(['telNo', 'phone'], '電話', 'phone', '053620123'),
        text(['permZipNo', 'postcode'], '車籍地郵遞區號', 'postcode', '612'),
        text(['permZipName', 'area'], '車籍地行政區', 'area', '嘉義縣太保市'),
        address(['permAddr', 'address'], '車籍地址', 'address', '嘉義縣太保市祥和一路東段1號', 'one-text'),
        text(['brandNo', 'brand_code'], '廠牌代碼', 'code of make', '01', 'plain'),
        text(['brandName', 'brand'], '廠牌', 'make', '國產', 'plain'),
        text(['modelNo', 'model_code'], '車型代碼', 'code of model', '0001', 'plain'),
        text(['modelName', 'model'], '車型', 'model', '1.8', 'plain'),
        text(['colorNo', 'colour_code'], '顏色代碼', 'code of colour', '01', 'plain'),
        text(['colorName', 'colour'], '顏色', 'colour', '白', 'plain'),
        number(['cc', 'displacement'], '排氣量（立方公分）', 'displacement in cubic centimetres', '1798'),
        text(['bodyNo', 'body_no'], '車身號碼', 'body number', 'ABC0000001'),
        written(
          date(['licEffectDt', 'licence_valid_date'], '行照有效日期', 'licence valid until', '2027-06-01'),
          'iso-offset',
        ),
        written(
          date(['lastPrintLicDt', 'licence_printed_date'], '最近印發行照日期', 'licence last printed', '2022-06-01'),
          'iso-offset',
        ),
        written(
          date(['nextExamDt', 'next_inspection_date'], '下次檢驗日期', 'next inspection', '2027-06-01'),
          'iso-offset',
        ),
        text(['txnNo', 'status_code'], '狀態代碼', 'code of state', '0', 'plain'),
        text(['txnName', 'status'], '狀態', 'state', '正常', 'plain'),
      ],
    },
  ],
};

export const vehicle = defineDataset(
  {
    no: 38,
    id: 'API.60GGfgGX1A',
    idIs: 'observed',
    name: { 'zh-Hant': '車籍資料', en: 'Vehicle registration' },
    ministry: '交通部',
    unit: '公路總局',
    ...offices.road,
    category: 'transport',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.plateNumber],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'observed',
  shape,
);
