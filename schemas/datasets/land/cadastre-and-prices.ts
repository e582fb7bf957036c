/**
 * 地籍及實價資料 (dataset 5): one row per land parcel or building of the person, as CSV with Chinese headers. The first five
 * headers are observed; the others are what a land register transcript and a price registration say.
 */
import { assumed, written } from '../../normalise/column-marks.ts';
import { address, date, money, nationalId, number, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const shape: Shape = {
  media: 'csv',
  list: { to: 'properties', label: { 'zh-Hant': '土地及建物', en: 'land and buildings' } },
  parts: [
    {
      columns: [
        text(['縣市', 'county'], '縣市', 'county', '嘉義縣', 'plain'),
        text(['鄉鎮市區', 'town'], '鄉鎮市區', 'town', '太保市', 'plain'),
        text(['段小段', 'section'], '段小段', 'section and subsection', '祥和段', 'plain'),
        text(['地建號', 'parcel_no'], '地號或建號', 'number of parcel or building', '0123-0000'),
        address(
          ['建物門牌', 'building_address'],
          '建物門牌',
          'address of the building',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        assumed(text(['種類', 'property_kind'], '種類', 'kind of property', '土地', 'plain')),
        assumed(nationalId(['統一編號', 'owner_id'], '所有權人統一編號', 'id of owner', 'A123456789')),
        assumed(text(['所有權人', 'owner_name'], '所有權人姓名', 'name of owner', '陳筱玲')),
        assumed(text(['權利範圍', 'share'], '權利範圍', 'share of the right', '全部')),
        assumed(
          written(number(['面積(平方公尺)', 'area'], '面積（平方公尺）', 'area in square metres', '125.5'), 'text'),
        ),
        assumed(text(['使用分區', 'zone'], '使用分區', 'zone of use', '住宅區', 'plain')),
        assumed(text(['使用地類別', 'land_class'], '使用地類別', 'class of land', '甲種建築用地', 'plain')),
        assumed(text(['主要用途', 'building_use'], '建物主要用途', 'main use of the building', '住家用', 'plain')),
        assumed(date(['建築完成日期', 'completed_date'], '建築完成日期', 'date of completion', '2003-09-15', 'plain')),
        assumed(text(['登記原因', 'registration_reason'], '登記原因', 'reason of registration', '買賣')),
        assumed(date(['登記日期', 'registered_date'], '登記日期', 'date of registration', '2013-06-01')),
        assumed(
          money(
            ['公告土地現值', 'announced_value'],
            '公告土地現值（每平方公尺）',
            'announced value per square metre',
            '9200',
            'plain',
          ),
        ),
        assumed(date(['交易日期', 'traded_date'], '交易日期', 'date of transaction', '2013-05-02')),
        assumed(money(['交易總價', 'traded_price'], '交易總價', 'price of transaction', '4200000')),
      ],
    },
  ],
};

export const cadastreAndPrices = defineDataset(
  {
    no: 5,
    id: 'API.KvvyRZSc5K',
    idIs: 'observed',
    name: { 'zh-Hant': '地籍及實價資料', en: 'Land registration and actual transaction prices' },
    ministry: '內政部',
    unit: '地政司',
    ...offices.land,
    category: 'land',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
    formats: ['csv', 'pdf'],
    minutes: 5,
    parameters: [parameters.county],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'observed',
  shape,
);
