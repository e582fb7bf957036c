/** What the builder edits: a service and its form, together. Ids of questions, sections and steps are its handles. */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import type { Json } from './json.ts';
import { inOrder } from './key-order.ts';

export interface BuilderDocument {
  readonly service: Service;
  readonly form: FormDefinition;
}

/** As the builder keeps it: keys in one order, so that the same content is the same text. */
export const openDocument = (document: BuilderDocument): BuilderDocument =>
  inOrder(document as unknown as Json) as unknown as BuilderDocument;

/** Two spaces, one line feed at the end. */
export const writeDocument = (document: BuilderDocument): string => `${JSON.stringify(document, null, 2)}\n`;

export const asJson = (document: BuilderDocument): Json => document as unknown as Json;

/** A new service with one step, one section, no question. */
export function emptyDocument(id: string, county: string, agency: Service['agency']): BuilderDocument {
  const none = { 'zh-Hant': '', en: '' };
  return openDocument({
    service: {
      id,
      county,
      agency,
      name: none,
      summary: none,
      modes: ['online'],
      audience: none,
      prepare: [],
      processingDays: 7,
      fee: { 'zh-Hant': '免費', en: 'Free' },
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
      id,
      title: none,
      roles: [{ id: 'applicant', title: { 'zh-Hant': '申請人', en: 'Applicant' } }],
      steps: [
        {
          id: 'step1',
          title: { 'zh-Hant': '申請資料', en: 'Your application' },
          sections: [{ id: 'section1', title: { 'zh-Hant': '基本資料', en: 'About you' }, fields: [] }],
        },
      ],
    },
  });
}
