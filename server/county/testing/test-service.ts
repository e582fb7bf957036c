/** A small service with every policy, two kinds of asking and a file: enough to try each path of the county app. */
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import type { Policy } from '#schemas/mapping/types.ts';
import type { Service } from '#schemas/services/types.ts';
import type { Text } from '#schemas/text.ts';
import type { LoadedService } from '../services/load-services.ts';

export const personal = 'API.7QovE2Gev6';
export const household = 'API.UDauDOLyZg';
export const lowIncome = 'API.AbAYGIjoYw';

const say = (text: string): Text => ({ 'zh-Hant': text, en: text });
const from = (policy: Policy, path: string, dataset = personal) => ({ policy, from: [{ dataset, path }] });

const applicant: readonly Field[] = [
  { id: 'applicantName', type: 'text', label: say('姓名'), required: true, fill: from('locked', '$.person_name') },
  {
    id: 'applicantId',
    type: 'national-id',
    label: say('身分證統一編號'),
    required: true,
    fill: from('locked', '$.person_id'),
  },
  { id: 'birthDate', type: 'roc-date', label: say('出生日期'), required: true, fill: from('compare', '$.birth_date') },
  { id: 'marriage', type: 'text', label: say('婚姻狀況'), required: true, fill: from('confirm', '$.marriage_status') },
  {
    id: 'registeredAddress',
    type: 'text',
    label: say('戶籍地址'),
    required: true,
    fill: from('editable', '$.household_address.whole'),
  },
  { id: 'relationship', type: 'text', label: say('稱謂'), fill: from('editable', '$.self.relationship', household) },
  {
    id: 'members',
    type: 'group',
    label: say('同住家人'),
    rowTitle: say('家人'),
    maxRows: 10,
    rows: { policy: 'locked', from: [{ dataset: household, path: '$.members' }] },
    fields: [
      {
        id: 'name',
        type: 'text',
        label: say('家人姓名'),
        required: true,
        fill: from('locked', '$.person_name', household),
      },
      { id: 'income', type: 'number', label: say('家人收入'), minimum: 0 },
    ],
  },
  { id: 'category', type: 'text', label: say('列冊款別'), fill: from('locked', '$.category', lowIncome) },
];

const rest: readonly Field[] = [
  { id: 'phone', type: 'phone', label: say('聯絡電話'), required: true },
  {
    id: 'reason',
    type: 'choice',
    as: 'radio',
    label: say('原因'),
    required: true,
    options: [
      { value: 'illness', label: say('生病') },
      { value: 'death', label: say('死亡') },
    ],
  },
  {
    id: 'hospital',
    type: 'text',
    label: say('就診醫院'),
    required: true,
    show: { '==': [{ var: 'reason' }, 'illness'] },
  },
  {
    id: 'proof',
    type: 'file',
    label: say('證明文件'),
    accept: ['application/pdf', 'image/jpeg'],
    maxBytes: 2000,
    maxFiles: 2,
  },
  { id: 'agreed', type: 'declaration', label: say('切結'), statement: say('以上屬實'), required: true },
];

export const testForm: FormDefinition = {
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'test-relief',
  title: say('測試救助'),
  roles: [{ id: 'applicant', title: say('申請人') }],
  steps: [
    {
      id: 'one',
      title: say('申請人'),
      sections: [{ id: 'person', title: say('申請人'), role: 'applicant', fields: applicant }],
    },
    { id: 'two', title: say('申請內容'), sections: [{ id: 'rest', title: say('申請內容'), fields: rest }] },
  ],
};

export const testService: Service = {
  id: 'test-relief',
  county: '嘉義縣',
  agency: say('嘉義縣社會局'),
  name: say('測試救助'),
  summary: say('測試'),
  modes: ['online', 'counter'],
  audience: say('縣民'),
  prepare: [],
  processingDays: 7,
  fee: say('免費'),
  contact: { unit: say('社會救助科'), phone: '05-3620900', hours: say('上班時間') },
  legalBasis: say('社會救助法'),
  purposes: [{ code: '058', name: say('社會行政') }],
  purpose: say('審核救助'),
  datasets: [personal, { anyOf: [household, lowIncome] }],
  replaces: [{ dataset: personal, document: say('戶籍謄本'), rule: say('作業要點') }],
  notice: {
    dataClasses: say('識別類'),
    period: say('五年'),
    area: say('嘉義縣'),
    recipients: say('本府'),
    manner: say('審核'),
    rights: say('查詢、更正'),
    ifRefused: say('改用書面'),
    source: say('內政部'),
  },
  retentionDays: 1825,
  manual: say('直接填寫'),
};

export const testLoaded: LoadedService = { service: testService, form: testForm };
