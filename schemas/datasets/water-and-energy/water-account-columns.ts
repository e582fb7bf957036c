/** Columns that Taiwan Water’s datasets share: the account and its place. Names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { address, code, number, text } from '../../normalise/columns.ts';
import type { Column } from '../../normalise/shape.ts';

/** Who the account is for is said by the dataset: the customer of today, or the one who took it over. */
export const waterAccountColumns: readonly Column[] = [
  about(
    text(['water_no', 'water_no'], '水號', 'account number', '5K123456781'),
    '水費單上的水號，11 碼。',
    'Eleven characters, as on the bill.',
  ),
  address(['water_addr', 'use_address'], '用水地址', 'address of use', '嘉義縣太保市祥和一路東段1號', 'one-text'),
  code(
    ['use_type', 'use_kind'],
    '用水種別',
    'kind of use',
    { 1: '普通用水', 2: '機關用水', 3: '營業用水', 4: '工業用水', 5: '其他用水' },
    '普通用水',
  ),
  number(['pipe_mm', 'pipe_diameter'], '用水口徑（公釐）', 'pipe diameter in millimetres', '20'),
  text(['meter_no', 'meter_no'], '水表號碼', 'meter number', 'W1234567'),
  text(
    ['station_name', 'issuing_office'],
    '服務所',
    'service station',
    '台灣自來水公司第五區管理處太保服務所',
    'plain',
  ),
];
