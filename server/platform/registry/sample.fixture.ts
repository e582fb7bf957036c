/** A service that every rule lets pass at the first application, to be changed by tests. */
import { datasets } from '#schemas/datasets/catalogue.ts';
import { catalogue } from '#schemas/datasets/catalogue.ts';
import type { DatasetAsked, ServiceDefinition } from './definition.ts';
import { judge } from './rules/index.ts';
import type { Finding, RuleContext } from './rules/rule.ts';

export const asked = (id: string, more: Partial<DatasetAsked> = {}): DatasetAsked => ({
  id,
  fields: (datasets.get(id)?.fields ?? []).slice(0, 2).map(({ path }) => path),
  document: '戶籍謄本',
  rule: '嘉義縣急難救助金發給辦法第 5 條',
  demanded: 'demanded',
  lookUp: 'no',
  lookUpNote: '',
  ...more,
});

export const sample: ServiceDefinition = {
  name: '急難救助申請',
  kind: 'application',
  modes: ['online'],
  purpose: '審核急難救助申請，確認設籍與戶內人口。',
  purposeCodes: ['057', '175'],
  dataClasses: ['C001', 'C011'],
  legalBasis: '社會救助法第 21 條',
  datasets: [asked('API.7QovE2Gev6')],
  extraDatasetsBasis: '',
  centralService: 'none',
  applicant: 'self',
  agentBasis: '',
  specialBasis: '',
  specialConsent: false,
  terms: '本府依您的同意取得資料，只用在審核這次的申請。有問題請洽社會局。',
  retentionDays: 1825,
  contact: { unit: '社會局社會救助科', phone: '05-3620123', email: 'social@example.gov.tw' },
  returnUrl: 'https://service.example.gov.tw/mydata/return',
  spApiUrl: 'https://service.example.gov.tw/mydata/sp-api',
  addresses: ['203.0.113.5'],
};

export const context: RuleContext = {
  stage: 'test',
  organisation: 'local-government',
  catalogue,
  fieldsOf: (id) => datasets.get(id)?.fields,
};

/** What is not a pass, as `rule field verdict`. */
export const said = (change: Partial<ServiceDefinition>, more: Partial<RuleContext> = {}): readonly string[] =>
  judge({ ...sample, ...change }, { ...context, ...more })
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ rule, field, verdict }: Finding) => `${rule} ${field} ${verdict}`);
