/** 社會工作師資格 (dataset 61): certificate, specialities and licence to practise of a social worker. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const specialities = rows(['speclist', 'specialities'], { 'zh-Hant': '專科社會工作師', en: 'specialities' }, [
  about(
    text(['spec_type', 'speciality'], '專科別', 'speciality', '老人'),
    '醫務、心理衛生、兒童少年婦女及家庭、老人或身心障礙。',
    'Medical, mental health, children, women and families, elderly, or disability.',
  ),
  text(
    ['spec_no', 'speciality_certificate_no'],
    '專科證書字號',
    'number of the speciality certificate',
    '專社工字第000001號',
  ),
  date(['spec_date', 'issued_date'], '專科證書發證日期', 'date of issue', '2016-03-01'),
  date(['spec_until', 'valid_until_date'], '專科證書有效期限', 'valid until', '2028-02-29'),
]);

const practices = rows(['practicelist', 'practices'], { 'zh-Hant': '執業登記', en: 'registrations to practise' }, [
  text(
    ['prac_no', 'practice_licence_no'],
    '執業執照字號',
    'number of the licence to practise',
    '嘉縣社工執字第000001號',
  ),
  date(['prac_date', 'issued_date'], '執業執照發照日期', 'date of issue', '2022-07-01'),
  about(
    date(['prac_until', 'valid_until_date'], '執業執照更新期限', 'to be renewed by', '2028-06-30'),
    '每 6 年更新一次，須有繼續教育證明。',
    'Renewed every six years, with proof of continuing education.',
  ),
  text(['org_name', 'workplace'], '執業處所', 'place of practice', '財團法人太保社會福利基金會'),
  address(
    ['org_addr', 'workplace_address'],
    '執業處所地址',
    'address of the place of practice',
    '嘉義縣太保市祥和一路東段1號',
    'one-text',
  ),
  text(['city_name', 'registered_county'], '執業登記縣市', 'county of registration', '嘉義縣', 'plain'),
  code(
    ['prac_status', 'status'],
    '執業狀態',
    'state of the practice',
    { 1: '執業中', 2: '停業', 3: '歇業', 4: '註銷' },
    '執業中',
  ),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['id_no', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['cname', 'person_name'], '姓名', 'name', '陳筱玲'),
        date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        code(['sex', 'gender'], '性別', 'gender', { 1: '男', 2: '女' }, '女'),
        text(['lic_title', 'certificate_title'], '證書名稱', 'title of the certificate', '社會工作師證書', 'plain'),
        text(['lic_no', 'certificate_no'], '社會工作師證書字號', 'certificate number', '社工字第000001號'),
        date(['lic_date', 'issued_date'], '發證日期', 'date of issue', '2010-05-20'),
        text(['lic_unit', 'issuing_office'], '發證機關', 'office of issue', '衛生福利部', 'plain'),
        text(
          ['exam_name', 'exam_name'],
          '考試名稱',
          'examination',
          '專門職業及技術人員高等考試社會工作師考試',
          'plain',
        ),
        text(
          ['exam_no', 'exam_certificate_no'],
          '考試及格證書字號',
          'number of the examination certificate',
          '(99)專高字第000001號',
        ),
        code(
          ['lic_status', 'status'],
          '證書狀態',
          'state of the certificate',
          { 1: '有效', 2: '廢止', 3: '撤銷' },
          '有效',
        ),
        specialities,
        practices,
      ],
    },
  ],
};

export const socialWorkerQualification = defineDataset(
  {
    no: 61,
    id: 'API.3QaRElWzZ0',
    idIs: 'observed',
    name: { 'zh-Hant': '社會工作師資格', en: 'Qualification of social workers' },
    ministry: '衛福部',
    unit: '社工司',
    ...offices.socialWorker,
    category: 'social-welfare',
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
