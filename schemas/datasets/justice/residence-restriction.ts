/** 公法上金錢給付義務執行未履行遭限制住居 (dataset 96): one row per enforcement case in which residence is restricted. Field names assumed. */
import { about, formatted, written } from '../../normalise/column-marks.ts';
import { code, date, money, nationalId, rows, text, yesNo } from '../../normalise/columns.ts';
import type { Shape, ValueColumn } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const hyphenDate = (...column: Parameters<typeof date>): ValueColumn => written(date(...column), 'roc-hyphens');

const cases = rows(['caseList', 'cases'], { 'zh-Hant': '限制住居案件', en: 'cases with a restriction' }, [
  about(
    text(['caseNo', 'case_no'], '執行案號', 'case number', '113年度綜所稅執專字第00000001號'),
    '行政執行分署的案號，聯絡機關時會用到。',
    'Number at the enforcement branch; needed to ask about the case',
  ),
  text(['branchName', 'enforcement_branch'], '執行分署', 'enforcement branch', '法務部行政執行署嘉義分署'),
  about(
    text(['caseType', 'case_kind'], '案件類別', 'kind of case', '財稅案件'),
    '例如財稅案件、健保案件、罰鍰案件、費用案件。',
    'Such as tax, health insurance, fines, fees',
  ),
  text(['caseReason', 'case_reason'], '移送案由', 'ground of the case', '綜合所得稅'),
  text(['transferOrg', 'claimant_office'], '移送機關', 'office that claims', '財政部南區國稅局'),
  money(['oweAmt', 'claimed_amount'], '移送執行金額', 'amount claimed', '3200000'),
  money(['unpaidAmt', 'outstanding_amount'], '尚未繳納金額', 'amount still unpaid', '3000000'),
  text(['obligorName', 'obligor_name'], '義務人姓名（名稱）', 'who owes', '陳筱玲'),
  about(
    code(
      ['capacity', 'capacity'],
      '受限制人身分',
      'capacity of the person',
      { 1: '義務人本人', 2: '法定代理人', 3: '法人負責人', 4: '商號經理人', 5: '繼承人或遺產管理人' },
      '義務人本人',
    ),
    '當事人自己是義務人，或因為是公司負責人等身分而受限制。',
    'Whether the person owes, or is restricted as head of a company and the like',
  ),
  about(
    text(
      ['limitReason', 'restriction_reason'],
      '限制事由',
      'ground of the restriction',
      '顯有履行義務之可能，故不履行',
    ),
    '行政執行法第 17 條第 1 項列的事由。',
    'One of the grounds of article 17 of the Administrative Enforcement Act',
  ),
  about(
    code(
      ['limitType', 'restriction_kind'],
      '限制種類',
      'kind of restriction',
      { 1: '限制住居', 2: '限制住居（限制出境、出海）' },
      '限制住居（限制出境、出海）',
    ),
    '只限制住居，或同時限制出境、出海。',
    'Residence only, or leaving the country as well',
  ),
  hyphenDate(['limitDate', 'restricted_date'], '限制住居日期', 'date of the restriction', '2024-06-03'),
  text(
    ['limitNo', 'restriction_no'],
    '限制住居文號',
    'number of the restriction',
    '嘉執仁113年綜所稅執專字第00000001號',
  ),
  about(
    hyphenDate(['removeDate', 'lifted_date'], '解除日期', 'date lifted', '2026-12-31'),
    '限制還沒有解除的案件沒有這個日期。',
    'Absent while the restriction stands',
  ),
  code(['status', 'status'], '限制狀態', 'state of the restriction', { 1: '限制中', 2: '已解除' }, '限制中'),
  text(['unitName', 'section'], '承辦股別', 'section in charge', '仁股', 'plain'),
  formatted(text(['unitTel', 'section_phone'], '承辦電話', 'phone of the section', '05-3620456', 'plain'), 'phone'),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['idNo', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['cname', 'person_name'], '姓名', 'name', '陳筱玲'),
        hyphenDate(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        about(
          yesNo(['isLimited', 'is_restricted'], '是否遭限制住居', 'whether residence is restricted', '是'),
          '現在有沒有任何一案仍在限制住居。',
          'Whether any case restricts residence now',
        ),
        hyphenDate(['queryDate', 'queried_date'], '資料日期', 'date of the data', '2025-11-03', 'plain'),
        cases,
      ],
    },
  ],
};

export const residenceRestriction = defineDataset(
  {
    no: 96,
    id: 'API.KdM7BD7Z2e',
    idIs: 'assumed',
    name: {
      'zh-Hant': '公法上金錢給付義務執行未履行遭限制住居',
      en: 'Residence restrictions for unpaid obligations under public law',
    },
    ministry: '法務部',
    unit: '',
    ...offices.enforcement,
    category: 'justice',
    identity: ['citizen-certificate', 'tw-fido'],
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
