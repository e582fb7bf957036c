/** 全國高級中等學校學生學籍狀態或畢業紀錄-105學年度迄今 (dataset 92): one row per term on the roll, with the diploma where there is one. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, month, nationalId, number, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const terms = rows(['std_records', 'school_records'], { 'zh-Hant': '學籍紀錄', en: 'school records' }, [
  written(number(['sch_year', 'school_year'], '學年度', 'school year', '113', 'personal'), 'text'),
  code(['sch_sem', 'semester'], '學期', 'semester', { 1: '第1學期', 2: '第2學期' }, '第2學期'),
  about(
    text(['sch_code', 'school_code'], '學校代碼', 'code of the school', '109999', 'plain'),
    '教育部的 6 碼學校代碼。',
    'Six digits given by the Ministry of Education',
  ),
  text(['sch_name', 'school_name'], '學校名稱', 'school', '嘉義縣立太保高級中等學校'),
  code(
    ['sch_division', 'school_division'],
    '部別',
    'division',
    { 1: '日間部', 2: '進修部', 3: '實用技能學程（日間）', 4: '實用技能學程（夜間）' },
    '進修部',
  ),
  about(
    text(['group_name', 'school_type'], '群科類型', 'type of programme', '專業群科'),
    '例如普通科、專業群科、綜合高中學程、實用技能學程。',
    'Such as general, vocational, comprehensive or practical skills programme',
  ),
  text(['dept_name', 'department'], '科（學程）別', 'department', '商業經營科'),
  code(['grade', 'grade'], '年級', 'grade', { 1: '一年級', 2: '二年級', 3: '三年級', 4: '延修' }, '三年級'),
  text(['class_name', 'class_name'], '班級', 'class', '商三甲'),
  text(['std_no', 'student_no'], '學號', 'student number', '1110001'),
  about(
    code(
      ['std_status_code', 'student_status'],
      '學籍狀態',
      'state on the roll',
      { 0: '在學', 1: '休學', 2: '轉學', 3: '畢業', 4: '修業', 5: '放棄學籍', 6: '廢止學籍' },
      '畢業',
    ),
    '這個學期的學籍狀態：在學、休學、轉學、畢業、修業（只有修業證明書）、放棄或廢止學籍。',
    'State in this term: enrolled, on leave, transferred, graduated, completed without diploma, given up or struck off',
  ),
  date(['status_yyymmdd', 'status_date'], '學籍異動日期', 'date of the change', '2025-06-30'),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['idno', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['std_name', 'person_name'], '學生姓名', 'name of the student', '陳筱玲'),
        date(['birth_yyymmdd', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        code(['sex', 'gender'], '性別', 'gender', { 1: '男', 2: '女' }, '女'),
        month(['entry_ym', 'admitted_month'], '入學年月', 'month of admission', '2022-08'),
        about(
          yesNo(['graduated', 'graduated'], '是否畢業', 'whether graduated', '是'),
          '是：已取得畢業證書；只有修業證明書的是否。',
          'Yes only with a diploma, not with a certificate of completion',
        ),
        month(['grad_ym', 'graduated_month'], '畢業（修業）年月', 'month of graduation', '2025-06'),
        text(['cert_no', 'certificate_no'], '畢業（修業）證書字號', 'number of the diploma', '嘉太進商證字第1130001號'),
        terms,
      ],
    },
  ],
};

export const seniorHighSchoolStatus = defineDataset(
  {
    no: 92,
    id: 'API.UbwT0ojLZ1',
    idIs: 'observed',
    name: {
      'zh-Hant': '全國高級中等學校學生學籍狀態或畢業紀錄-105學年度迄今',
      en: 'Student status or graduation record at senior high schools nationwide, since the 2016 school year',
    },
    ministry: '教育部',
    unit: '國教署',
    ...offices.school,
    category: 'education',
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
