/** A form of three steps as a county app answers it: empty, or with what MyData brought. */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { OfficialValue, Policy } from '#schemas/mapping/types.ts';
import type { DraftView } from '#schemas/wire/county-api.ts';
import { say } from '../scenes/scene.ts';

const form: FormDefinition = {
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'emergency-relief',
  title: say('急難救助', 'Emergency relief'),
  roles: [{ id: 'applicant', title: say('申請人', 'Applicant') }],
  steps: [
    {
      id: 'person',
      title: say('申請人', 'Applicant'),
      sections: [
        {
          id: 'who',
          title: say('基本資料', 'About you'),
          fields: [
            { id: 'name', type: 'text', label: say('姓名', 'Name'), required: true, autocomplete: 'name' },
            { id: 'born', type: 'roc-date', label: say('出生日期', 'Date of birth'), required: true },
            { id: 'home', type: 'address', label: say('戶籍地址', 'Registered address'), required: true },
            { id: 'phone', type: 'phone', label: say('聯絡電話', 'Phone'), required: true },
            {
              id: 'for',
              type: 'choice',
              as: 'radio',
              label: say('為誰申請', 'For whom'),
              required: true,
              options: [
                { value: 'self', label: say('自己', 'Myself') },
                { value: 'other', label: say('家人', 'Somebody in my family') },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'household',
      title: say('家庭狀況', 'Household'),
      sections: [
        {
          id: 'members',
          title: say('同住的人', 'Who lives with you'),
          fields: [
            {
              id: 'people',
              type: 'group',
              label: say('同住的人', 'Household'),
              rowTitle: say('成員', 'Member'),
              maxRows: 5,
              fields: [
                { id: 'memberName', type: 'text', label: say('姓名', 'Name'), required: true },
                {
                  id: 'memberIncome',
                  type: 'number',
                  label: say('每月收入', 'Monthly income'),
                  unit: say('元', 'NT$'),
                },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'reason',
      title: say('急難事由', 'What happened'),
      sections: [
        {
          id: 'why',
          title: say('急難事由', 'What happened'),
          fields: [
            { id: 'reason', type: 'long-text', label: say('發生什麼事', 'What happened'), required: true },
            {
              id: 'true',
              type: 'declaration',
              label: say('切結', 'Declaration'),
              statement: say('我所填的都是真實的。', 'What I have stated is true.'),
              required: true,
            },
          ],
        },
      ],
    },
  ],
};

const official = (policy: Policy, value: OfficialValue['value']): OfficialValue => ({
  policy,
  value,
  provenance: {
    dataset: 'API.7QovE2Gev6',
    datasetName: '個人戶籍資料',
    agency: '內政部戶政司',
    issuedAt: '2026-11-23T09:30:00+08:00',
    packageDigest: 'a'.repeat(64),
  },
});

export const empty: DraftView = {
  service: 'emergency-relief',
  form,
  formVersion: 1,
  validatorUrl: new URL('validator.js', document.baseURI).pathname,
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
  consentUrl: '#consent',
  revision: 0,
  draftUntil: '2099-12-23T00:00:00Z',
};

export const filled: DraftView = {
  ...empty,
  id: 'draft',
  official: {
    name: official('locked', '王小明'),
    born: official('locked', '1984-03-15'),
    home: official('confirm', { county: '嘉義縣', town: '太保市', detail: '祥和二路東段 1 號', postcode: '612' }),
  },
  transfer: { status: 'filled', noRecord: [], receivedAt: '2026-11-23T01:30:00Z' },
  officialUntil: '2099-11-23T09:30:00Z',
};

export const complete: DraftView = {
  ...filled,
  answers: { phone: '0912345678', for: 'self', reason: '住院，暫時沒有收入。', true: true },
};

/** A package that an agency still prepares. */
export const preparing: DraftView = {
  ...empty,
  id: 'draft',
  pending: ['name', 'born', 'home'],
  transfer: {
    status: 'preparing',
    readyAbout: '2099-11-23T09:40:00Z',
    until: '2099-11-23T17:30:00Z',
    waitsFor: [{ id: 'API.7QovE2Gev6', name: say('個人戶籍資料', 'Household registration') }],
    noRecord: [],
  },
};

export const towns = { 嘉義縣: ['太保市', '朴子市', '民雄鄉'], 雲林縣: ['斗六市', '虎尾鎮'] };
