/** 高級中等以下學校及幼兒園教師證 (dataset 93): one row per certificate; a teacher may hold several. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const certificates = rows(['certificates', 'certificates'], { 'zh-Hant': '教師證書', en: 'teacher certificates' }, [
  text(['certNo', 'certificate_no'], '教師證書字號', 'number of the certificate', '中字第1040000001號'),
  about(
    text(['teachLevel', 'teacher_category'], '師資類科', 'category of teacher', '中等學校'),
    '幼兒園、國民小學、中等學校或特殊教育學校（班）。',
    'Kindergarten, elementary, secondary or special education',
  ),
  about(
    text(['subject', 'teaching_subject'], '任教學科、領域專長', 'subject', '語文領域國語文專長'),
    '中等學校的任教科別或領域專長；其他類科可能沒有。',
    'Subject or specialty at secondary schools; may be absent for other categories',
  ),
  about(
    text(['subSpecialty', 'secondary_specialty'], '次專長', 'secondary specialty', '雙語教學'),
    '證書上註記的次專長；沒有註記就不提供。',
    'Secondary specialty noted on the certificate; absent where there is none',
  ),
  about(
    code(
      ['certKind', 'certificate_kind'],
      '證書別',
      'kind of certificate',
      { 1: '初檢', 2: '加科（加註專長）', 3: '另一類科' },
      '初檢',
    ),
    '第一張教師證、加科登記或加註專長，或另一類科的教師證。',
    'First certificate, an added subject, or another category',
  ),
  written(date(['issueDate', 'issued_date'], '發證日期', 'date of issue', '2015-09-01'), 'roc-words'),
  text(['issueOrg', 'issuing_office'], '發證機關', 'issued by', '教育部', 'plain'),
  about(
    text(['trainOrg', 'training_university'], '師資培育之大學', 'university of the training', '國立嘉義大學'),
    '修習師資職前教育課程的大學。',
    'University at which the training was taken',
  ),
  written(
    number(
      ['examYear', 'examination_year'],
      '教師資格考試（檢定）通過年度',
      'year of passing the examination',
      '104',
      'personal',
    ),
    'text',
  ),
  code(
    ['certStatus', 'status'],
    '證書狀態',
    'state of the certificate',
    { 1: '有效', 2: '撤銷', 3: '廢止', 4: '註銷' },
    '有效',
  ),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['name', 'person_name'], '姓名', 'name', '陳筱玲'),
        written(date(['birthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-words'),
        code(['gender', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        certificates,
      ],
    },
  ],
};

export const teacherCertificate = defineDataset(
  {
    no: 93,
    id: 'API.2cGBhhC8cx',
    idIs: 'assumed',
    name: {
      'zh-Hant': '高級中等以下學校及幼兒園教師證',
      en: 'Certificate of teachers of senior high schools and below, and of kindergartens',
    },
    ministry: '教育部',
    unit: '',
    ...offices.teacher,
    category: 'education',
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
