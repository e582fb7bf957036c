/** A scene per field type: every type that is registered has one, its question made as a designer's new one is. */
import { fieldTags } from '#components/index.ts';
import { fieldKind } from '#schemas/form/fields/index.ts';
import type { Field, FieldType } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { Text } from '#schemas/text.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import { towns } from '../samples/form.ts';
import { say, type Scene, type State } from './scene.ts';

interface Sample {
  readonly label: Text;
  readonly settings?: object;
  readonly value?: AnswerValue;
}

const options = [
  { value: 'rent', label: say('租屋', 'Rented') },
  { value: 'own', label: say('自有', 'Own') },
  { value: 'other', label: say('其他', 'Other') },
];

const samples: { readonly [type: string]: Sample | undefined } = {
  text: { label: say('姓名', 'Name'), value: '王小明' },
  'long-text': { label: say('發生什麼事', 'What happened'), value: '住院，暫時沒有收入。' },
  number: { label: say('每月收入', 'Monthly income'), settings: { unit: say('元', 'NT$') }, value: 28_000 },
  'roc-date': { label: say('出生日期', 'Date of birth'), value: '1984-03-15' },
  'national-id': { label: say('身分證統一編號', 'National id'), value: 'A123456789' },
  phone: { label: say('聯絡電話', 'Phone'), value: '0912345678' },
  email: { label: say('電子郵件', 'E-mail'), value: 'wang@example.tw' },
  address: {
    label: say('戶籍地址', 'Registered address'),
    value: { county: '嘉義縣', town: '太保市', detail: '祥和二路東段 1 號', postcode: '612' },
  },
  choice: { label: say('住的房子', 'Housing'), settings: { as: 'radio', options }, value: 'rent' },
  file: {
    label: say('證明文件', 'Proof'),
    settings: { accept: ['application/pdf', 'image/jpeg'], maxBytes: 5_000_000, maxFiles: 2 },
    value: [{ id: 'f1', name: '診斷證明.pdf', size: 120_000, type: 'application/pdf' }],
  },
  'bank-account': {
    label: say('撥款帳戶', 'Account'),
    value: { institution: '700', account: '00012345678901', holder: '王小明' },
  },
  declaration: {
    label: say('切結', 'Declaration'),
    settings: { statement: say('我所填的都是真實的。', 'What I have stated is true.') },
    value: true,
  },
  evidence: { label: say('戶籍資料', 'Household record'), settings: { dataset: 'API.7QovE2Gev6' } },
  group: {
    label: say('同住的人', 'Household'),
    settings: {
      rowTitle: say('成員', 'Member'),
      maxRows: 5,
      fields: [{ id: 'memberName', type: 'text', label: say('姓名', 'Name') }],
    },
    value: [{ memberName: '王小華' }],
  },
};

const provenance: OfficialValue['provenance'] = {
  dataset: 'API.7QovE2Gev6',
  datasetName: '個人戶籍資料',
  agency: '內政部戶政司',
  issuedAt: '2026-11-23T09:30:00+08:00',
  packageDigest: 'a'.repeat(64),
};

function statesOf(type: FieldType): Scene['states'] {
  const kind = fieldKind(type);
  const { label = kind.name, settings = kind.fresh, value } = samples[type] ?? {};
  const field = {
    id: 'question',
    type,
    label,
    hint: say('說明文字。', 'A hint.'),
    required: true,
    ...settings,
  } as unknown as Field;
  const give =
    (more: object) =>
    (element: HTMLElement): void =>
      void Object.assign(element, { field, ...(type === 'address' && { towns }), ...more });
  const state = (zh: string, en: string, more: object): State => ({ name: say(zh, en), give: give(more) });
  return {
    empty: state('空白', 'Empty', {}),
    error: state('有錯誤', 'With an error', { error: say('請回答這一題。', 'Answer this question.')['zh-Hant'] }),
    ...(value !== undefined && { answered: state('已填', 'Answered', { value }) }),
    ...(value !== undefined &&
      kind.takes.length > 0 && {
        locked: state('官方資料', 'Official', { official: { policy: 'locked', value, provenance } }),
        confirm: state('官方資料，可更正', 'Official, may be corrected', {
          official: { policy: 'confirm', value, provenance },
        }),
      }),
    disabled: state('停用', 'Disabled', { disabled: true }),
  };
}

export const fields: readonly Scene[] = (Object.keys(fieldTags) as FieldType[]).map((type) => ({
  tag: fieldTags[type],
  load: () => import('#components/define/fields.ts'),
  states: statesOf(type),
}));

/** For the summary, whose errors lead to fields. */
export const errorSummary: Scene = {
  tag: 'mydata-error-summary',
  load: () => import('#components/define/mydata-error-summary.ts'),
  states: {
    two: {
      name: say('兩個錯誤', 'Two errors'),
      give: (element) =>
        void Object.assign(element, {
          errors: [
            { fieldId: 'name', message: '請填姓名。' },
            { fieldId: 'phone', message: '請填聯絡電話。' },
          ],
        }),
    },
    none: { name: say('沒有錯誤', 'No errors'), give: (element) => void Object.assign(element, { errors: [] }) },
  },
};
