/** 榮民輔具申請紀錄 (dataset 90): one row per device that a veteran asked for. Field names assumed. */
import { about, special } from '../../normalise/column-marks.ts';
import { code, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { application, holder, outcome, serviceOffice, slashDate } from './veteran-columns.ts';

const applications = special(
  rows(['records', 'applications'], { 'zh-Hant': '輔具申請紀錄', en: 'applications for assistive devices' }, [
    ...application,
    about(
      text(['deviceType', 'device_category'], '輔具類別', 'category of device', '個人行動輔具'),
      '例如個人行動輔具、溝通及資訊輔具、助聽器、義齒、矯具及義具。',
      'Such as mobility, communication, hearing aids, dentures, orthoses and prostheses',
    ),
    text(['deviceName', 'device_name'], '輔具名稱', 'device', '輪椅-B款（附加功能）'),
    number(['quantity', 'quantity'], '數量', 'quantity', '1'),
    about(
      code(
        ['applyType', 'application_kind'],
        '申請別',
        'kind of application',
        { 1: '新製', 2: '換發', 3: '維修' },
        '新製',
      ),
      '新製、使用年限到期換發，或維修。',
      'New, replaced at the end of its life, or repaired',
    ),
    text(
      ['assessUnit', 'assessing_institution'],
      '評估（鑑定）醫療機構',
      'assessing institution',
      '臺中榮民總醫院嘉義分院',
    ),
    slashDate(['assessDate', 'assessed_date'], '評估日期', 'date of the assessment', '2024-09-05'),
    text(['assessResult', 'assessment_result'], '評估結果', 'result of the assessment', '建議配置'),
    ...outcome('12000'),
    slashDate(['deliverDate', 'delivered_date'], '交付日期', 'date of delivery', '2024-11-05'),
    number(['usefulYears', 'useful_life_years'], '最低使用年限（年）', 'least years of use', '3'),
    about(
      slashDate(
        ['nextApplyDate', 'next_application_date'],
        '下次可申請日期',
        'earliest day of a next application',
        '2027-11-05',
      ),
      '同一項輔具要到這一天以後才能再申請。',
      'The same device may be asked for again from this day',
    ),
  ]),
);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        ...holder,
        text(['cardNo', 'veteran_certificate_no'], '榮民證字號', 'number of the veteran’s card', '榮字第0990001號'),
        serviceOffice,
        applications,
      ],
    },
  ],
};

export const veteranAssistiveDevices = defineDataset(
  {
    no: 90,
    id: 'API.3pufz97nta',
    idIs: 'assumed',
    name: { 'zh-Hant': '榮民輔具申請紀錄', en: 'Applications of veterans for assistive devices' },
    ministry: '退輔會',
    unit: '',
    ...offices.veterans,
    category: 'military',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: true,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
