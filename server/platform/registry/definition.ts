/**
 * What a service states when it is applied for: the application form 申請表 as data. What it asks is `Asked`, computed from the
 * county's form or typed in by hand; beside it where the platform finds the service. A change is a new version of it, never
 * an edit.
 */
import type { Asked, DatasetAsked } from '#schemas/services/asked.ts';
import type { JweMode } from '../../protocol/mydata-1/jwe-modes.ts';

export type { AtLeast, CounterOffer, DatasetAsked, ServiceMode } from '#schemas/services/asked.ts';

export interface ServiceDefinition extends Asked {
  readonly returnUrl: string;
  readonly spApiUrl: string;
  /** Network addresses that may fetch packages; empty = any. */
  readonly addresses: readonly string[];
  /** How packages are sealed for it, where it has chosen another than the usual pair of algorithms. */
  readonly jwe?: JweMode;
}

export const emptyDataset: DatasetAsked = {
  id: '',
  fields: [],
  document: '',
  rule: '',
  demanded: '',
  lookUp: '',
  lookUpNote: '',
};

export const emptyDefinition: ServiceDefinition = {
  name: '',
  kind: '',
  modes: [],
  purpose: '',
  purposeCodes: [],
  dataClasses: [],
  legalBasis: '',
  datasets: [],
  extraDatasetsBasis: '',
  centralService: '',
  applicant: '',
  agentBasis: '',
  specialBasis: '',
  specialConsent: false,
  terms: '',
  retentionDays: undefined,
  contact: { unit: '', phone: '', email: '' },
  returnUrl: '',
  spApiUrl: '',
  addresses: [],
};
