/** 自來水管承裝商營業許可證書暨有效期限 (dataset 25): the permit of the firm whose responsible person one is, and the technicians it employs. Field names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { address, businessNumber, code, date, money, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const technicians = rows(
  ['technicians', 'technicians'],
  { 'zh-Hant': '聘僱技術員及技工', en: 'technicians employed' },
  [
    text(['techName', 'technician_name'], '技術員或技工姓名', 'name of the technician', '林志明'),
    code(['techType', 'technician_kind'], '人員別', 'kind of technician', { 1: '技術員', 2: '技工' }, '技工'),
    text(['techCertNo', 'technician_certificate_no'], '合格證書字號', 'certificate number', '經水合字第000456號'),
    written(date(['hireDate', 'hired_date'], '受聘日期', 'date of employment', '2021-08-01'), 'roc-slashes'),
  ],
);

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '負責人身分證統一編號', 'id of the responsible person', 'A123456789'),
        text(['name', 'person_name'], '負責人姓名', 'name of the responsible person', '陳筱玲'),
        text(['firmName', 'business_name'], '承裝商名稱', 'name of the contractor', '太保祥和水管工程行', 'plain'),
        businessNumber(['uniformNo', 'business_no'], '統一編號', 'business number', '12345675'),
        text(['orgType', 'organisation_type'], '組織型態', 'kind of organisation', '獨資', 'plain'),
        about(
          code(
            ['grade', 'grade'],
            '承裝商等級',
            'class of contractor',
            { A: '甲級', B: '乙級', C: '丙級' },
            '乙級',
            'plain',
          ),
          '等級決定可以承裝的管徑與工程範圍。',
          'The class decides which pipe diameters and works the contractor may take on.',
        ),
        money(['capital', 'capital_amount'], '資本額', 'capital', '1000000'),
        address(
          ['firmAddr', 'business_address'],
          '營業所地址',
          'business address',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        formatted(text(['firmTel', 'phone'], '營業所電話', 'business phone', '053620123'), 'phone'),
        text(['permitNo', 'licence_no'], '營業許可證書字號', 'permit number', '嘉縣水承字第000123號'),
        written(date(['issueDate', 'issued_date'], '發證日期', 'date of issue', '2021-07-01'), 'roc-slashes'),
        written(date(['validFrom', 'valid_from_date'], '有效期限起日', 'valid from', '2021-07-01'), 'roc-slashes'),
        about(
          written(date(['validTo', 'valid_until_date'], '有效期限迄日', 'valid until', '2026-06-30'), 'roc-slashes'),
          '許可證書有效到這一天；期滿前要申請換發。',
          'Last day of the permit; it must be renewed before.',
        ),
        text(['issueOrg', 'issuing_office'], '核發機關', 'issuing authority', '嘉義縣政府', 'plain'),
        text(['guildName', 'guild_name'], '所屬公會', 'guild', '嘉義縣自來水管承裝商業同業公會', 'plain'),
        technicians,
        about(
          text(['permitStatus', 'status'], '許可狀態', 'state of the permit', '有效'),
          '有效、停業、歇業、廢止或註銷。',
          'Valid (有效), suspended (停業), closed (歇業), revoked (廢止) or cancelled (註銷).',
        ),
      ],
    },
  ],
};

export const waterPipeContractorPermit = defineDataset(
  {
    no: 25,
    id: 'API.kYJfJAkygk',
    idIs: 'assumed',
    name: {
      'zh-Hant': '自來水管承裝商營業許可證書暨有效期限',
      en: 'Permit of water pipe contractors and its validity',
    },
    ministry: '經濟部',
    unit: '水利署',
    ...offices.water,
    category: 'water-and-energy',
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
