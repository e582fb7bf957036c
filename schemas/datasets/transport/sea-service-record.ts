/** 海勤經歷資料 (dataset 46): the seafarer, and one row for each service on a ship. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { seafarerColumns } from './seafarer-columns.ts';

const services = rows(['seaServices', 'services'], { 'zh-Hant': '海勤經歷', en: 'services at sea' }, [
  text(['shipName', 'ship_name'], '船名', 'name of the ship', '太保輪'),
  text(['shipNameEn', 'ship_name_en'], '英文船名', 'name of the ship in English', 'TAIBAO'),
  about(
    text(['shipNo', 'ship_no'], '船舶號數或IMO編號', 'number of the ship', 'IMO0000000', 'plain'),
    '國內登記的船舶號數；外國籍船舶為 IMO 編號。',
    'Number in Taiwan’s register, or the IMO number of a foreign ship.',
  ),
  text(['flag', 'flag'], '船籍', 'flag', '中華民國', 'plain'),
  text(['shipType', 'ship_kind'], '船舶種類', 'kind of ship', '貨櫃船', 'plain'),
  number(['grossTonnage', 'gross_tonnage'], '總噸位', 'gross tonnage', '17887'),
  number(['propulsionKw', 'propulsion_power'], '主機推進動力（瓩）', 'propulsion power in kilowatts', '15785'),
  code(
    ['navigationArea', 'sea_area'],
    '航行區域',
    'sea area',
    { 1: '國際航線', 2: '國內航線', 3: '沿海', 4: '內水' },
    '國際航線',
    'plain',
  ),
  text(['position', 'position'], '職務', 'position', '船副'),
  written(date(['signOnDate', 'sign_on_date'], '任職日期', 'signed on', '2023-01-10'), 'iso'),
  text(['signOnPort', 'sign_on_port'], '任職港', 'port of signing on', '高雄'),
  about(
    written(date(['signOffDate', 'sign_off_date'], '卸職日期', 'signed off', '2023-07-09'), 'iso'),
    '還在船上時不會有值。',
    'Absent while the seafarer is still on board.',
  ),
  text(['signOffPort', 'sign_off_port'], '卸職港', 'port of signing off', '高雄'),
  number(['serviceDays', 'service_days'], '海勤日數', 'days of service', '181'),
  text(['employer', 'employer_name'], '雇用人', 'employer', '太保航運股份有限公司'),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...seafarerColumns,
        services,
        about(
          number(['totalDays', 'service_total_days'], '海勤日數合計', 'total days of service', '181'),
          '各筆海勤日數的合計。',
          'Sum of the days of all services.',
        ),
        written(date(['certifyDate', 'issued_date'], '證明日期', 'date of the certificate', '2025-11-03'), 'iso'),
        text(['certifyOffice', 'issuing_office'], '證明機關', 'certifying authority', '交通部航港局', 'plain'),
      ],
    },
  ],
};

export const seaServiceRecord = defineDataset(
  {
    no: 46,
    id: 'API.0Bl1c2qe8e',
    idIs: 'assumed',
    name: { 'zh-Hant': '海勤經歷資料', en: 'Sea service record' },
    ministry: '交通部',
    unit: '航港局',
    ...offices.maritime,
    category: 'transport',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
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
