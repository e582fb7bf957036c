/** 入出國日期證明書 (dataset 8): the certificate with one row per crossing of the border; dates are Gregorian digits. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const crossings = rows(['entry_exit_data', 'crossings'], { 'zh-Hant': '入出國紀錄', en: 'entries and exits' }, [
  about(
    code(['entry_exit_mark', 'direction'], '入出國別', 'entry or exit', { 1: '入國', 2: '出國' }, '入國'),
    '入國：進入臺灣；出國：離開臺灣。',
    'Entry into or exit from Taiwan',
  ),
  written(date(['entry_exit_ymd', 'crossing_date'], '入出國日期', 'date of the crossing', '2025-02-03'), 'digits'),
  about(
    text(['flight_no', 'flight_no'], '航班（船舶）', 'flight or ship', 'XX123'),
    '附件「入出境紀錄」才有；證明書本身只有日期。',
    'From the annex on crossings; the certificate itself gives dates only',
  ),
  about(
    text(['port_name', 'port'], '入出國地點', 'place of the crossing', '臺灣桃園國際機場'),
    '機場或港口；附件「入出境紀錄」才有。',
    'Airport or harbour; from the annex on crossings',
  ),
  about(
    text(['from_to_place', 'origin_or_destination'], '起訖地點', 'origin or destination', '東京'),
    '入國時是從哪裡來，出國時是到哪裡去；附件「入出境紀錄」才有。',
    'Where the journey came from on entry, where it went on exit; from the annex on crossings',
  ),
  text(['doc_kind', 'document_kind'], '使用證件種類', 'kind of document used', '中華民國護照'),
  text(['doc_no', 'document_no'], '使用證件號碼', 'number of the document used', '399900001'),
]);

const shape: Shape = {
  envelope: 'responseData',
  wrappers: ['entryExitCertificate'],
  parts: [
    {
      columns: [
        text(['certificate_no', 'certificate_no'], '證明書編號', 'number of the certificate', '11411030000001'),
        nationalId(['person_id', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['person_name', 'person_name'], '中文姓名', 'name in Chinese', '陳筱玲'),
        about(
          text(['person_ename', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
          '護照上的外文姓名，姓在前。',
          'As in the passport, surname first',
        ),
        written(date(['birth_ymd', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'digits'),
        code(['sex', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        text(['passport_no', 'passport_no'], '護照號碼', 'passport number', '399900001'),
        written(
          date(['query_start_ymd', 'period_begin_date'], '查詢起日', 'first day covered', '2025-01-01', 'plain'),
          'digits',
        ),
        written(
          date(['query_end_ymd', 'period_end_date'], '查詢迄日', 'last day covered', '2025-10-31', 'plain'),
          'digits',
        ),
        about(
          yesNo(['has_record', 'has_crossings'], '查詢期間有無入出國紀錄', 'whether there are crossings', '是'),
          '否：查詢期間沒有入出國，下面就沒有紀錄。',
          'No: no crossing in the period, so no rows below',
        ),
        crossings,
        written(date(['issue_ymd', 'issued_date'], '核發日期', 'date of issue', '2025-11-03'), 'digits'),
        text(['issue_unit', 'issuing_office'], '核發機關', 'issued by', '內政部移民署', 'plain'),
      ],
    },
  ],
};

export const entryAndExitDates = defineDataset(
  {
    no: 8,
    id: 'API.CqVflx9cTd',
    idIs: 'assumed',
    name: { 'zh-Hant': '入出國日期證明書', en: 'Certificate of entry and exit dates' },
    ministry: '內政部',
    unit: '移民署',
    ...offices.immigration,
    category: 'police-and-immigration',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [parameters.startDate, parameters.endDate],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
