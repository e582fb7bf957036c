import type { FormDefinition } from '#schemas/form/definition.ts';
import type { OfficialValue, Policy } from '#schemas/mapping/types.ts';
import type { Text } from '#schemas/text.ts';
import type { DraftView } from '#schemas/wire/county-api.ts';
import type { Validate } from '../answer-problems.ts';

const both = (zh: string, en = zh): Text => ({ 'zh-Hant': zh, en });

/** Two steps and a third that is asked only of those who answer for someone else. */
export const definition: FormDefinition = {
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'emergency-relief',
  title: both('急難救助', 'Emergency relief'),
  roles: [{ id: 'applicant', title: both('申請人') }],
  steps: [
    {
      id: 'person',
      title: both('申請人', 'Applicant'),
      sections: [
        {
          id: 'who',
          title: both('基本資料', 'About you'),
          fields: [
            { id: 'name', type: 'text', label: both('姓名', 'Name'), required: true },
            { id: 'marriage', type: 'text', label: both('婚姻狀況', 'Marriage') },
            { id: 'phone', type: 'phone', label: both('電話', 'Phone'), required: true },
            {
              id: 'for',
              type: 'choice',
              as: 'radio',
              label: both('為誰申請', 'For whom'),
              required: true,
              options: [
                { value: 'self', label: both('自己', 'Me') },
                { value: 'other', label: both('別人', 'Someone else') },
              ],
            },
            {
              id: 'relation',
              type: 'text',
              label: both('和他的關係', 'Relation'),
              required: true,
              show: { '==': [{ var: 'for' }, 'other'] },
            },
          ],
        },
      ],
    },
    {
      id: 'other',
      title: both('被救助的人', 'The other person'),
      show: { '==': [{ var: 'for' }, 'other'] },
      sections: [
        {
          id: 'them',
          title: both('他的資料', 'About them'),
          fields: [{ id: 'otherName', type: 'text', label: both('他的姓名', 'Their name'), required: true }],
        },
      ],
    },
    {
      id: 'reason',
      title: both('急難事由', 'What happened'),
      sections: [
        {
          id: 'why',
          title: both('急難事由', 'What happened'),
          fields: [
            { id: 'reason', type: 'long-text', label: both('發生什麼事', 'What happened'), required: true },
            {
              id: 'members',
              type: 'group',
              label: both('同住的人', 'Household'),
              rowTitle: both('成員', 'Member'),
              maxRows: 5,
              fields: [
                {
                  id: 'memberName',
                  type: 'text',
                  label: both('成員姓名', 'Name of member'),
                  required: true,
                  fill: { policy: 'locked', from: [] },
                },
                { id: 'memberWork', type: 'text', label: both('工作', 'Work') },
              ],
            },
          ],
        },
      ],
    },
  ],
};

export const officialValue = (policy: Policy, value?: OfficialValue['value']): OfficialValue => ({
  policy,
  ...(value === undefined ? {} : { value }),
  provenance: {
    dataset: 'API.7QovE2Gev6',
    datasetName: '個人戶籍資料',
    agency: '內政部戶政司',
    issuedAt: '2026-11-23T09:30:00+08:00',
    packageDigest: 'a'.repeat(64),
  },
});

/** Stands for the compiled validator: required questions of the definition above, and phones of digits. */
export const validator: Validate = (input) => {
  const answers = input as Record<string, unknown>;
  const required = ['name', 'phone', 'for', 'reason', ...(answers['for'] === 'other' ? ['relation', 'otherName'] : [])];
  const members = (answers['members'] ?? []) as readonly Record<string, unknown>[];
  validator.errors = [
    ...required
      .filter((id) => answers[id] === undefined)
      .map((missingProperty) => ({ keyword: 'required', instancePath: '', params: { missingProperty } })),
    ...(answers['phone'] !== undefined && !/^\d+$/.test(String(answers['phone']))
      ? [{ keyword: 'format', instancePath: '/phone', params: { format: 'tw-phone' } }]
      : []),
    ...members.flatMap((member, index) =>
      member['memberName'] === undefined
        ? [{ keyword: 'required', instancePath: `/members/${index}`, params: { missingProperty: 'memberName' } }]
        : [],
    ),
  ];
  return !validator.errors.length;
};

export const draft = (more: Partial<DraftView> = {}): DraftView => ({
  service: 'emergency-relief',
  form: definition,
  formVersion: 1,
  validatorUrl: '/api/forms/emergency-relief/1/validator.js',
  answers: {},
  official: {},
  missing: {},
  officialRows: {},
  claims: {},
  pending: [],
  typedBefore: {},
  confirmed: [],
  evidence: [],
  transfer: { status: 'none', noRecord: [] },
  consentUrl: '/services/emergency-relief/consent',
  revision: 0,
  draftUntil: '2026-12-23T00:00:00Z',
  ...more,
});
