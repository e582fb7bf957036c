/** 交通事故資料申請紀錄資料 (dataset 7): one row per application for the papers of an accident. Field names assumed. */
import { about, formatted } from '../../normalise/column-marks.ts';
import { code, date, dateTime, money, nationalId, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { parameters } from '../parameters.ts';

const applications = rows(
  ['ACCIDENT_APPLY', 'applications'],
  { 'zh-Hant': '交通事故資料申請紀錄', en: 'applications for accident records' },
  [
    text(['APPLY_NO', 'application_no'], '申請編號', 'application number', 'T1140600001'),
    dateTime(['APPLY_TIME', 'applied_time'], '申請時間', 'time of application', '2025-06-18T09:20:00+08:00'),
    code(
      ['APPLY_KIND', 'application_kind'],
      '申請方式',
      'way of application',
      { 1: '線上申請', 2: '臨櫃申請', 3: '郵寄申請' },
      '線上申請',
      'plain',
    ),
    about(
      texts(['DOC_KIND', 'documents'], '申請資料種類', 'papers asked for', '道路交通事故初步分析研判表'),
      '例如道路交通事故現場圖、現場照片、道路交通事故初步分析研判表；可能不只一種。',
      'Such as the sketch and the photographs of the scene or the preliminary analysis; may be several',
    ),
    text(['CASE_NO', 'accident_no'], '事故案件編號', 'number of the accident', '11406A00001'),
    dateTime(['ACCIDENT_TIME', 'accident_time'], '事故發生時間', 'time of the accident', '2025-06-10T17:45:00+08:00'),
    about(
      text(
        ['ACCIDENT_PLACE', 'accident_place'],
        '事故發生地點',
        'place of the accident',
        '嘉義縣太保市祥和一路與祥和二路口',
      ),
      '路口、路段或里程，不一定是門牌地址。',
      'A crossing, a stretch of road or a kilometre mark; not always an address',
    ),
    about(
      code(
        ['ACCIDENT_CLASS', 'accident_class'],
        '事故類別',
        'class of the accident',
        { 1: 'A1', 2: 'A2', 3: 'A3' },
        'A3',
      ),
      'A1：當場或 24 小時內有人死亡；A2：有人受傷，或超過 24 小時死亡；A3：只有財物損失。',
      'A1: a death within 24 hours; A2: injuries, or a later death; A3: damage only',
    ),
    code(
      ['PARTY_ROLE', 'party_role'],
      '申請人身分',
      'role of the applicant',
      { 1: '當事人', 2: '利害關係人', 3: '受託人' },
      '當事人',
    ),
    formatted(text(['PLATE_NO', 'plate_no'], '車牌號碼', 'plate number', 'ABC-1234'), 'plate-number'),
    text(
      ['HANDLE_UNIT', 'handling_office'],
      '事故處理單位',
      'police office that handled it',
      '嘉義縣警察局水上分局',
      'plain',
    ),
    code(
      ['STATUS', 'status'],
      '處理情形',
      'state of the application',
      { 1: '受理中', 2: '已核發', 3: '不予提供', 4: '未屆可申請期間' },
      '已核發',
    ),
    date(['ISSUE_DATE', 'issued_date'], '核發日期', 'date of issue', '2025-07-12'),
    money(['FEE', 'fee'], '規費', 'fee', '200'),
  ],
);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['PID', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['NAME', 'person_name'], '姓名', 'name', '陳筱玲'),
        date(['BIRTHDAY', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        formatted(text(['TEL', 'phone'], '聯絡電話', 'phone', '0912345678'), 'phone'),
        formatted(text(['EMAIL', 'email'], '電子郵件', 'email', 'hsiaoling@example.com'), 'email'),
        applications,
      ],
    },
  ],
};

export const trafficAccidentApplications = defineDataset(
  {
    no: 7,
    id: 'API.lTmgSxSLRf',
    idIs: 'assumed',
    name: { 'zh-Hant': '交通事故資料申請紀錄資料', en: 'Applications for traffic accident records' },
    ministry: '內政部',
    unit: '警政署',
    ...offices.police,
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
