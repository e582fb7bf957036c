/** 原住民族語言能力認證測驗通過資料 (dataset 99): the person, and one row for each test passed. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const certificates = rows(['CertList', 'certificates'], { 'zh-Hant': '合格證書', en: 'certificates' }, [
  text(['ExamYear', 'examination_year'], '測驗年度', 'year of the test (ROC)', '112'),
  text(['ExamSession', 'examination_session'], '測驗梯次', 'session of the year', '第1次'),
  about(
    text(['EthnicName', 'language'], '族語別', 'language', '鄒語'),
    '16 族的族語，例如鄒語、阿美語、泰雅語、布農語。',
    'One of the languages of the sixteen peoples, such as Tsou, Amis, Atayal or Bunun.',
  ),
  about(
    text(['DialectName', 'dialect'], '語言別', 'dialect', '鄒語'),
    '族語之下的 42 種語言別，例如南勢阿美語；只有一種時與族語別相同。',
    'One of the 42 dialects, such as Nanshi Amis; the same as the language where there is only one.',
  ),
  code(['Level', 'level'], '級別', 'level', { 1: '初級', 2: '中級', 3: '中高級', 4: '高級', 5: '優級' }, '中級'),
  written(date(['ExamDate', 'examination_date'], '測驗日期', 'date of the test', '2023-05-06'), 'roc-slashes'),
  written(number(['ListenScore', 'listening_score'], '聽力測驗成績', 'score in listening', '36', 'personal'), 'text'),
  written(number(['SpeakScore', 'speaking_score'], '口說測驗成績', 'score in speaking', '35', 'personal'), 'text'),
  written(number(['ReadScore', 'reading_score'], '閱讀測驗成績', 'score in reading', '8', 'personal'), 'text'),
  written(number(['WriteScore', 'writing_score'], '寫作測驗成績', 'score in writing', '7', 'personal'), 'text'),
  about(
    written(number(['TotalScore', 'total_score'], '總成績', 'total score', '86', 'personal'), 'text'),
    '各項測驗成績的合計。聽、說、讀、寫考哪幾項，依級別不同。',
    'Sum of the scores; which skills are tested depends on the level.',
  ),
  text(['CertNo', 'certificate_no'], '合格證書字號', 'certificate number', '原民教字第1120000123號'),
  written(date(['IssueDate', 'issued_date'], '發證日期', 'date of issue', '2023-07-20'), 'roc-slashes'),
  text(['IssueOrg', 'issuing_office'], '發證機關', 'issuing authority', '原住民族委員會', 'plain'),
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['IdNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['Name', 'person_name'], '姓名', 'name', '陳筱玲'),
        about(
          text(['TribalName', 'indigenous_name'], '原住民族傳統名字羅馬拼音', 'indigenous name', 'Paicu‧Taibao'),
          '以羅馬字書寫的傳統名字，可能很長，字之間有間隔號。',
          'The traditional name in Roman letters; it may be long, with dots between its words.',
        ),
        code(['Sex', 'gender'], '性別', 'sex', { 1: '男', 2: '女' }, '女'),
        written(date(['Birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-slashes'),
        about(
          text(['Tribe', 'indigenous_group'], '族別', 'indigenous group', '鄒族'),
          '報名時填寫的族別；不具原住民身分的人也可以參加測驗。',
          'As given on registering; people who are not indigenous may take the test as well.',
        ),
        certificates,
      ],
    },
  ],
};

export const indigenousLanguageCertification = defineDataset(
  {
    no: 99,
    id: 'API.SHPedM2Y7y',
    idIs: 'assumed',
    name: {
      'zh-Hant': '原住民族語言能力認證測驗通過資料',
      en: 'Passed certifications of proficiency in indigenous languages',
    },
    ministry: '原民會',
    unit: '',
    ...offices.indigenous,
    category: 'culture',
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
