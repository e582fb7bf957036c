/** 本國律師資格證明 (dataset 94): the attorney’s certificate, the bars joined and any discipline. Field names assumed. */
import { about, formatted, written } from '../../normalise/column-marks.ts';
import { address, code, date, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Shape, ValueColumn } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const hyphenDate = (...column: Parameters<typeof date>): ValueColumn => written(date(...column), 'roc-hyphens');

const bars = rows(['barList', 'bar_associations'], { 'zh-Hant': '入會公會', en: 'bar associations' }, [
  text(['barName', 'bar_name'], '律師公會名稱', 'bar association', '嘉義律師公會'),
  about(
    code(['memberType', 'member_kind'], '會員別', 'kind of membership', { 1: '一般會員', 2: '特別會員' }, '一般會員'),
    '一般會員或特別會員。',
    'Ordinary or special member',
  ),
  hyphenDate(['joinDate', 'joined_date'], '入會日期', 'date of joining', '2009-01-15'),
  hyphenDate(['quitDate', 'left_date'], '退會日期', 'date of leaving', '2026-12-31'),
]);

const discipline = rows(
  ['punishList', 'disciplinary_measures'],
  { 'zh-Hant': '懲戒紀錄', en: 'disciplinary measures' },
  [
    text(['caseNo', 'case_no'], '懲戒案號', 'case number', '112年度律懲字第0號'),
    about(
      text(['punishType', 'measure'], '懲戒處分', 'measure', '警告'),
      '例如命研習、警告、申誡、停止執行職務、除名。',
      'Such as training, warning, reprimand, suspension, disbarment',
    ),
    hyphenDate(['punishBegin', 'begin_date'], '處分起日', 'first day of the measure', '2023-05-01'),
    hyphenDate(['punishEnd', 'end_date'], '處分迄日', 'last day of the measure', '2023-05-31'),
  ],
);

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['cname', 'person_name'], '姓名', 'name', '陳筱玲'),
        text(['ename', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
        hyphenDate(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        code(['sex', 'gender'], '性別', 'gender', { M: '男', F: '女' }, '女'),
        text(
          ['licNo', 'certificate_no'],
          '律師證書字號',
          'number of the attorney’s certificate',
          '97臺檢證字第99001號',
        ),
        hyphenDate(['licDate', 'issued_date'], '律師證書核發日期', 'date of the certificate', '2008-11-20'),
        text(['issueOrg', 'issuing_office'], '核發機關', 'issued by', '法務部', 'plain'),
        about(
          text(
            ['qualType', 'qualification_kind'],
            '資格取得方式',
            'way of qualifying',
            '專門職業及技術人員高等考試律師考試及格',
          ),
          '考試及格、檢覈及格等。',
          'By examination, by review of credentials and so on',
        ),
        text(
          ['examNo', 'examination_certificate_no'],
          '考試及格證書字號',
          'number of the examination certificate',
          '(96)專高律字第990001號',
        ),
        hyphenDate(
          ['trainDate', 'training_completed_date'],
          '職前訓練合格日期',
          'date of completing the training',
          '2008-10-31',
        ),
        about(
          code(
            ['status', 'status'],
            '執業狀態',
            'state of practice',
            { 1: '執業中', 2: '未執業', 3: '停止執行職務', 4: '除名', 5: '撤銷或廢止證書' },
            '執業中',
          ),
          '目前是否可以執行律師職務。',
          'Whether the person may practise now',
        ),
        text(['officeName', 'office_name'], '主事務所名稱', 'main office', '祥和法律事務所'),
        address(
          ['officeAddr', 'office_address'],
          '主事務所地址',
          'address of the main office',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        formatted(text(['officeTel', 'phone'], '主事務所電話', 'phone of the main office', '05-3620123'), 'phone'),
        formatted(
          text(['officeEmail', 'email'], '主事務所電子郵件', 'email of the main office', 'hsiaoling@example.com'),
          'email',
        ),
        bars,
        discipline,
      ],
    },
  ],
};

export const lawyerQualification = defineDataset(
  {
    no: 94,
    id: 'API.VNt51CzaeI',
    idIs: 'assumed',
    name: { 'zh-Hant': '本國律師資格證明', en: 'Qualification of attorneys admitted in the Republic of China' },
    ministry: '法務部',
    unit: '',
    ...offices.lawyer,
    category: 'justice',
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
