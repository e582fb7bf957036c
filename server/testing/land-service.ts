/** A service that takes a table and a document: land parcels as rows of the form, the property statement as evidence. */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import type { Text } from '#schemas/text.ts';

export const land = 'API.KvvyRZSc5K';
/** 財產資料: comes as a signed PDF alone. */
export const propertyStatement = 'API.Mo23SDWhsn';

const say = (text: string): Text => ({ 'zh-Hant': text, en: text });
const fill = (path: string) => ({ policy: 'locked' as const, from: [{ dataset: land, path }] });

export const landForm: FormDefinition = {
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'land-relief',
  title: say('土地'),
  roles: [{ id: 'applicant', title: say('申請人') }],
  steps: [
    {
      id: 'one',
      title: say('土地'),
      sections: [
        {
          id: 'plots',
          title: say('土地'),
          role: 'applicant',
          fields: [
            {
              id: 'plots',
              type: 'group',
              label: say('土地及建物'),
              rowTitle: say('土地或建物'),
              maxRows: 20,
              rows: { policy: 'locked', from: [{ dataset: land, path: '$.properties' }] },
              fields: [
                { id: 'town', type: 'text', label: say('鄉鎮市區'), required: true, fill: fill('$.town') },
                { id: 'number', type: 'text', label: say('地號或建號'), required: true, fill: fill('$.parcel_no') },
                { id: 'area', type: 'number', label: say('面積'), fill: fill('$.area') },
                { id: 'registered', type: 'roc-date', label: say('登記日期'), fill: fill('$.registered_date') },
              ],
            },
            { id: 'statement', type: 'evidence', label: say('財產資料'), dataset: propertyStatement },
          ],
        },
      ],
    },
  ],
};

export const landService: Service = {
  id: 'land-relief',
  county: '嘉義縣',
  agency: say('嘉義縣地政處'),
  name: say('土地'),
  summary: say('測試'),
  modes: ['online'],
  audience: say('縣民'),
  prepare: [],
  processingDays: 7,
  fee: say('免費'),
  contact: { unit: say('地籍科'), phone: '05-3620900', hours: say('上班時間') },
  legalBasis: say('社會救助法第 21 條'),
  purposes: [{ code: '057', name: say('社會行政') }],
  purpose: say('審核土地受災的救助申請：確認申請人名下的土地與財產，並發給救助金。'),
  datasets: [land, propertyStatement],
  replaces: [
    { dataset: land, document: say('土地登記謄本'), rule: say('作業要點') },
    { dataset: propertyStatement, document: say('財產歸屬清單'), rule: say('作業要點') },
  ],
  notice: {
    dataClasses: say('財產（C032）'),
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
