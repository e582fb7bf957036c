/** 近一年入山申請資料 (dataset 6): one row per application to enter a restricted mountain area. Field names assumed. */
import { about, formatted, written } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const applications = rows(
  ['MOUNTAIN_APPLY', 'applications'],
  { 'zh-Hant': '入山申請紀錄', en: 'mountain entry applications' },
  [
    text(['APPLY_NO', 'application_no'], '申請編號', 'application number', 'M1140800001'),
    text(['PERMIT_NO', 'permit_no'], '入山許可證編號', 'number of the permit', '嘉竹警入字第1140000001號'),
    date(['APPLY_DATE', 'applied_date'], '申請日期', 'date of application', '2025-08-01'),
    code(
      ['APPLY_KIND', 'application_kind'],
      '申請方式',
      'way of application',
      { 1: '線上申請', 2: '臨櫃申請', 3: '郵寄或傳真' },
      '線上申請',
      'plain',
    ),
    about(
      text(['AREA_KIND', 'area_kind'], '管制區類別', 'kind of restricted area', '山地經常管制區', 'plain'),
      '山地經常管制區或山地特定管制區。',
      'Restricted at all times, or a special restricted area',
    ),
    text(['AREA_NAME', 'area_name'], '管制地區', 'restricted area', '嘉義縣阿里山鄉'),
    text(['ROUTE_NAME', 'route_name'], '路線名稱', 'route', '玉山主峰線'),
    about(
      text(['PURPOSE', 'purpose'], '入山事由', 'reason for entering', '登山健行'),
      '例如登山健行、探親訪友、工作、學術研究。',
      'Such as hiking, visiting, work, research',
    ),
    date(['ENTER_DATE', 'entry_date'], '入山日期', 'date of entry', '2025-09-06'),
    date(['LEAVE_DATE', 'exit_date'], '出山日期', 'date of leaving', '2025-09-07'),
    written(number(['MEMBER_CNT', 'member_count'], '入山人數', 'number of people', '4'), 'text'),
    about(
      code(['ROLE', 'role'], '本人身分', 'role of the person', { L: '領隊', M: '隊員', A: '申請人' }, '領隊'),
      '當事人在這次申請中是領隊、隊員，或只是代辦的申請人。',
      'Whether the person leads, takes part, or only applied for the others',
    ),
    text(['TEAM_NAME', 'team_name'], '隊伍名稱', 'name of the party', '太保健行隊'),
    text(['CONTACT_NAME', 'emergency_contact_name'], '緊急聯絡人姓名', 'name of the emergency contact', '林志明'),
    formatted(
      text(
        ['CONTACT_TEL', 'emergency_contact_phone'],
        '緊急聯絡人電話',
        'phone of the emergency contact',
        '0987654321',
      ),
      'phone',
    ),
    text(
      ['ACCEPT_UNIT', 'issuing_office'],
      '受理警察機關',
      'police office of the application',
      '嘉義縣警察局竹崎分局',
      'plain',
    ),
    code(
      ['STATUS', 'status'],
      '審核結果',
      'result of the review',
      { 1: '核准', 2: '不予核准', 3: '審核中', 4: '取消入山' },
      '核准',
    ),
    date(['APPROVE_DATE', 'approved_date'], '核准日期', 'date of approval', '2025-08-03'),
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
        date(['QUERY_BEGIN', 'period_begin_date'], '資料起日', 'first day covered', '2024-11-03', 'plain'),
        date(['QUERY_END', 'period_end_date'], '資料迄日', 'last day covered', '2025-11-02', 'plain'),
        address(['ADDRESS', 'contact_address'], '住址', 'address', '嘉義縣太保市祥和里1鄰祥和一路東段1號', 'one-text'),
        formatted(text(['MOBILE', 'mobile'], '行動電話', 'mobile phone', '0912345678'), 'mobile'),
        applications,
      ],
    },
  ],
};

export const mountainEntryApplications = defineDataset(
  {
    no: 6,
    id: 'API.vA2bT9EG16',
    idIs: 'assumed',
    name: { 'zh-Hant': '近一年入山申請資料', en: 'Mountain entry applications of the past year' },
    ministry: '內政部',
    unit: '警政署',
    ...offices.police,
    category: 'police-and-immigration',
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
