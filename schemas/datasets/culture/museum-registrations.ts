/** 個人報名歷程 (dataset 105): the person, and one row for each registration. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { code, date, dateTime, money, nationalId, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const registrations = rows(['registrations', 'registrations'], { 'zh-Hant': '報名紀錄', en: 'registrations' }, [
  text(['registrationNo', 'registration_no'], '報名編號', 'registration number', 'R20250900123'),
  text(['activityName', 'activity_name'], '活動名稱', 'name of the activity', '文物修護體驗工作坊'),
  code(
    ['activityType', 'activity_kind'],
    '活動類別',
    'kind of activity',
    { LECTURE: '演講', WORKSHOP: '研習', TOUR: '導覽', CAMP: '營隊', VOLUNTEER: '志工招募', OTHER: '其他' },
    '研習',
    'plain',
  ),
  text(['session', 'session'], '場次', 'session', '第1場', 'plain'),
  code(['branch', 'branch'], '院區', 'branch', { N: '北部院區', S: '南部院區' }, '南部院區', 'plain'),
  text(['place', 'place'], '地點', 'place', '南部院區S304教室', 'plain'),
  written(dateTime(['startAt', 'starts_at'], '活動開始時間', 'starts at', '2025-09-20T09:00:00+08:00'), 'iso-offset'),
  written(dateTime(['endAt', 'ends_at'], '活動結束時間', 'ends at', '2025-09-20T12:00:00+08:00'), 'iso-offset'),
  written(
    dateTime(['registeredAt', 'registered_at'], '報名時間', 'registered at', '2025-09-01T10:15:00+08:00'),
    'iso-offset',
  ),
  about(
    number(['attendees', 'attendee_count'], '報名人數', 'number of people registered', '1', 'personal'),
    '這筆報名的人數，含本人。',
    'How many people this registration is for, the person included.',
  ),
  money(['fee', 'fee_amount'], '報名費', 'fee', '300'),
  about(
    text(['paymentStatus', 'payment_status'], '繳費狀態', 'state of payment', '已繳費'),
    '免費、待繳費、已繳費或已退費。',
    'Free (免費), to be paid (待繳費), paid (已繳費) or refunded (已退費).',
  ),
  about(
    text(['registrationStatus', 'status'], '報名狀態', 'state of the registration', '錄取'),
    '審核中、錄取、候補、未錄取或取消。',
    'Under review (審核中), accepted (錄取), waiting list (候補), not accepted (未錄取) or cancelled (取消).',
  ),
  about(
    yesNo(['attended', 'attended'], '已出席', 'attended', '是'),
    '本人是否出席；活動還沒舉行時不會有值。',
    'Whether the person came; absent before the activity.',
  ),
  about(
    number(['studyHours', 'study_hours'], '研習時數', 'hours of study', '3', 'personal'),
    '核發的研習時數，沒有就是 0。',
    'Hours certified; 0 for none.',
  ),
]);

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['idNumber', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['fullName', 'person_name'], '姓名', 'name', '陳筱玲'),
        written(date(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'iso'),
        formatted(text(['mobile', 'mobile'], '行動電話', 'mobile phone', '0912345678'), 'mobile'),
        formatted(text(['email', 'email'], '電子郵件', 'e-mail', 'hsiaoling@example.com'), 'email'),
        about(
          text(['organisation', 'organisation_name'], '服務單位或學校', 'employer or school', '太保好食股份有限公司'),
          '報名時填寫的服務單位或學校。',
          'Employer or school as given on registering.',
        ),
        registrations,
      ],
    },
  ],
};

export const museumRegistrations = defineDataset(
  {
    no: 105,
    id: 'API.5ibf7axRuF',
    idIs: 'assumed',
    name: { 'zh-Hant': '個人報名歷程', en: 'Personal registrations for museum activities' },
    ministry: '故宮',
    unit: '',
    ...offices.museum,
    category: 'culture',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
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
