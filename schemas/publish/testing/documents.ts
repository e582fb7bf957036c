/** Documents for tests of publishing. */
import type { FormDocument } from '../form-document.ts';

const none = { 'zh-Hant': '', en: '' };
const text = (zh: string, en: string) => ({ 'zh-Hant': zh, en });

/** A form without a question, as a designer begins. */
export const noDocument: FormDocument = {
  service: {
    id: 'new-service',
    county: '嘉義縣',
    agency: text('嘉義縣社會局', 'Social Affairs Bureau'),
    name: none,
    summary: none,
    modes: ['online'],
    audience: none,
    prepare: [],
    processingDays: 7,
    fee: text('免費', 'Free'),
    contact: { unit: none, phone: '', hours: none },
    legalBasis: none,
    purposes: [],
    purpose: none,
    datasets: [],
    replaces: [],
    notice: {
      dataClasses: none,
      period: none,
      area: none,
      recipients: none,
      manner: none,
      rights: none,
      ifRefused: none,
      source: none,
    },
    retentionDays: 365,
    manual: none,
  },
  form: {
    $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
    id: 'new-service',
    title: none,
    roles: [{ id: 'applicant', title: text('申請人', 'Applicant') }],
    steps: [
      {
        id: 'step1',
        title: text('申請資料', 'Your application'),
        sections: [{ id: 'section1', title: text('基本資料', 'About you'), fields: [] }],
      },
    ],
  },
};
