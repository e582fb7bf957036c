/**
 * What a service states when it is applied for: the application form 申請表 as data. A change is a new version of it, never
 * an edit. No secrets, no people: contact is an office.
 */
import type { ResourceId } from '../../../schemas/mapping/types.ts';
import type { CounterOffer } from './counter-offer.ts';

export type ServiceMode = 'online' | 'counter';

export interface AskedDataset {
  readonly id: ResourceId;
  /** Paths in the normalised payload, as forms write them (`$.person_name`); none for a dataset that is evidence only. */
  readonly fields: readonly string[];
  /** The paper proof 證明文件 that it replaces. */
  readonly document: string;
  /** The rule that demands that proof. */
  readonly rule: string;
  /** What the organisation says: does the rule demand it of every applicant? */
  readonly demanded: 'demanded' | 'not-demanded' | '';
  /** Can the office look it up by itself, in its own or a central system? `in-part`: with `lookUpNote` why not enough. */
  readonly lookUp: 'no' | 'in-part' | 'yes' | '';
  readonly lookUpNote: string;
}

export interface ServiceDefinition {
  readonly name: string;
  /** What the resident gets by it. */
  readonly kind: 'application' | 'look-up' | '';
  readonly modes: readonly ServiceMode[];
  /** For its page for the counter; versions from before it was asked lack it. */
  readonly counter?: CounterOffer;
  readonly purpose: string;
  /** Official codes, `057`. */
  readonly purposeCodes: readonly string[];
  /** Official codes, `C001`. */
  readonly dataClasses: readonly string[];
  readonly legalBasis: string;
  readonly datasets: readonly AskedDataset[];
  /** Why more than five datasets are asked for; empty when none is stated. */
  readonly extraDatasetsBasis: string;
  /** Does a central agency already offer this service online? */
  readonly centralService: 'none' | 'exists' | '';
  readonly applicant: 'self' | 'agent' | '';
  /** The law that lets another act. */
  readonly agentBasis: string;
  /** For special categories (個資法第 6 條): the law, and that written consent is asked for. */
  readonly specialBasis: string;
  readonly specialConsent: boolean;
  /** Terms of service that the resident reads before agreeing. */
  readonly terms: string;
  readonly retentionDays: number | undefined;
  readonly contact: { readonly unit: string; readonly phone: string; readonly email: string };
  readonly returnUrl: string;
  readonly spApiUrl: string;
  /** Network addresses that may fetch packages; empty = any. */
  readonly addresses: readonly string[];
}

export const emptyDataset: AskedDataset = {
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
