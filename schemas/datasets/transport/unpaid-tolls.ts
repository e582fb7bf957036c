/** ETC欠費資料 (dataset 40): the owner, and one row for each notice not paid. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { code, date, money, nationalId, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const tolls = rows(['tollList', 'tolls'], { 'zh-Hant': '欠費紀錄', en: 'unpaid tolls' }, [
  about(
    text(['noticeNo', 'notice_no'], '通知單號', 'notice number', 'E1140900000001'),
    '補繳或追繳通知單上的單號，繳費時要用。',
    'The number on the notice, needed for paying.',
  ),
  code(['noticeType', 'notice_kind'], '通知別', 'kind of notice', { 1: '補繳通知', 2: '追繳通知' }, '補繳通知'),
  formatted(text(['plateNo', 'plate_no'], '車牌號碼', 'plate number', 'ABC-1234'), 'plate-number'),
  text(['vehicleType', 'vehicle_type'], '車種', 'kind of vehicle', '小型車', 'plain'),
  written(date(['passDate', 'passed_date'], '通行日期', 'date of passage', '2025-09-03'), 'digits'),
  text(['passSection', 'passed_section'], '通行路段', 'section passed', '國道1號 嘉義系統－水上'),
  written(money(['tollAmt', 'toll_amount'], '通行費', 'toll', '24'), 'text'),
  about(
    written(money(['feeAmt', 'handling_fee_amount'], '作業處理費', 'handling fee', '50'), 'text'),
    '補繳或追繳時加收的費用，已含寄送費。',
    'Added by the notice, with its postage.',
  ),
  written(money(['totalAmt', 'unpaid_amount'], '應繳金額', 'amount to pay', '74'), 'text'),
  written(date(['noticeDate', 'issued_date'], '通知日期', 'date of the notice', '2025-10-01'), 'digits'),
  about(
    written(date(['dueDate', 'due_date'], '繳費期限', 'to be paid by', '2025-10-31'), 'digits'),
    '逾期未繳會依公路法處罰鍰。',
    'Unpaid after this day, a fine follows under the Highway Act.',
  ),
  about(
    text(['caseStatus', 'status'], '欠費狀態', 'state', '未繳'),
    '未繳、追繳中、已移送處罰或已移送執行。',
    'Unpaid (未繳), reclaimed (追繳中), reported for a fine (已移送處罰) or enforced (已移送執行).',
  ),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['ownerId', 'person_id'], '車主身分證統一編號', 'id of the owner', 'A123456789'),
        text(['ownerName', 'person_name'], '車主姓名', 'name of the owner', '陳筱玲'),
        about(
          yesNo(['hasEtag', 'has_etag'], '已申辦 eTag', 'has an eTag', '是'),
          '車輛是否已申辦 eTag；沒有的，寄帳單或自行繳費。',
          'Whether a vehicle has an eTag; without one the toll is billed or paid by oneself.',
        ),
        written(date(['queryDate', 'as_of_date'], '資料截止日期', 'as of', '2025-11-01'), 'digits'),
        written(number(['unpaidCount', 'unpaid_count'], '欠費筆數', 'number unpaid', '1'), 'text'),
        about(
          written(money(['unpaidTotal', 'unpaid_total_amount'], '欠費總額', 'total unpaid', '74'), 'text'),
          '全部欠費的合計，含作業處理費；沒有欠費就是 0。',
          'Sum of all unpaid tolls with their fees; 0 where nothing is unpaid.',
        ),
        tolls,
      ],
    },
  ],
};

export const unpaidTolls = defineDataset(
  {
    no: 40,
    id: 'API.hAechdGCiP',
    idIs: 'observed',
    name: { 'zh-Hant': 'ETC欠費資料', en: 'Unpaid electronic tolls' },
    ministry: '交通部',
    unit: '高速公路局',
    ...offices.freeway,
    category: 'transport',
    identity: ['citizen-certificate', 'tw-fido'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.plateNumber],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
