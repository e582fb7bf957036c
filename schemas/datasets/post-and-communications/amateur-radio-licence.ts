/** 業餘無線電人員執照資料 (dataset 102): the operator’s licence. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { address, code, date, image, nationalId, text } from '../../normalise/columns.ts';
import { sampleJpeg } from '../../normalise/sample-image.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['IdNumber', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['ChineseName', 'person_name'], '姓名', 'name', '陳筱玲'),
        about(
          text(['EnglishName', 'person_name_en'], '英文姓名', 'name in English', 'CHEN, HSIAO-LING'),
          '與護照相同的英文姓名。',
          'As in the passport.',
        ),
        code(['Gender', 'gender'], '性別', 'sex', { M: '男', F: '女' }, '女'),
        written(date(['Birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-words'),
        address(
          ['Address', 'contact_address'],
          '通訊地址',
          'contact address',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        text(['LicenseNo', 'licence_no'], '執照號碼', 'licence number', 'A3-000123'),
        about(
          code(
            ['LicenseClass', 'licence_kind'],
            '執照等級',
            'class of the licence',
            { 1: '一等', 2: '二等', 3: '三等' },
            '三等',
          ),
          '業餘無線電人員的等級；等級決定可以設置的電臺與使用的頻率。',
          'The class decides which stations and frequencies the operator may use.',
        ),
        text(['TestCertNo', 'examination_certificate_no'], '資格測試合格證明號碼', 'test certificate', '112-3-000123'),
        written(
          date(['TestPassDate', 'examination_date'], '測試合格日期', 'date of passing', '2023-05-20'),
          'roc-words',
        ),
        about(
          code(['IssueType', 'issue_kind'], '核發別', 'kind of issue', { 1: '初發', 2: '換發', 3: '補發' }, '初發'),
          '這張執照是初發、換發（到期或資料變更）或補發（遺失）。',
          'Whether the licence is the first one, a renewal (換發), or replaces a lost one (補發).',
        ),
        written(date(['IssueDate', 'issued_date'], '發照日期', 'date of issue', '2023-06-15'), 'roc-words'),
        about(
          written(date(['ExpiryDate', 'valid_until_date'], '有效日期', 'valid until', '2033-06-14'), 'roc-words'),
          '執照有效到這一天；期滿前要申請換發。',
          'Last day of the licence; it must be renewed before.',
        ),
        text(['IssueOffice', 'issuing_office'], '發照機關', 'issuing authority', '國家通訊傳播委員會', 'plain'),
        about(
          text(['LicenseStatus', 'status'], '執照狀態', 'state of the licence', '有效'),
          '有效、逾期、註銷或廢止。',
          'Valid (有效), expired (逾期), cancelled (註銷) or revoked (廢止).',
        ),
        image(['Photo', 'photo'], '相片', 'photograph', sampleJpeg),
      ],
    },
  ],
};

export const amateurRadioLicence = defineDataset(
  {
    no: 102,
    id: 'API.Av0P1hiGNo',
    idIs: 'assumed',
    name: { 'zh-Hant': '業餘無線電人員執照資料', en: 'Amateur radio operators’ licences' },
    ministry: '通傳會',
    unit: '',
    ...offices.communications,
    category: 'post-and-communications',
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
