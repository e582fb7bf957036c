/** What the parties have written down, as their doors for trying things out show it. */
import type { Kit } from './kit.ts';

interface ValueOrigin {
  readonly source: 'typed' | 'mydata';
  readonly policy?: string;
  readonly state?: string;
  readonly provenance?: { readonly dataset: string; readonly agency: unknown; readonly packageDigest?: string };
}

export interface Application {
  readonly applicationNo: string;
  readonly service: string;
  readonly status: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly origins: Readonly<Record<string, ValueOrigin>>;
  readonly noRecord: readonly string[];
  readonly txId?: string;
  readonly files: readonly { readonly name: string }[];
}

export interface Notice {
  readonly to: string;
  readonly service: string;
  readonly text: string;
  readonly datasets: readonly { readonly id: string }[];
}

/** The platform's record of one transaction. */
export interface PlatformRecord {
  readonly txId: string;
  readonly code?: number;
  readonly method?: string;
  readonly resources: readonly string[];
  readonly consent?: { readonly given: boolean; readonly words: string };
  readonly events: readonly { readonly number: number; readonly ok: boolean }[];
}

/** One line of the county's records. */
export interface CountyRecord {
  readonly txId: string;
  readonly event: number;
  readonly ok: boolean;
  readonly person: string;
}

export const application = (kit: Kit, number: string): Promise<Application> =>
  kit.read('county', `/sandbox/applications/${number}`);

export const applications = async (kit: Kit): Promise<readonly { applicationNo: string }[]> =>
  (await kit.read<{ applications: { applicationNo: string }[] }>('county', '/sandbox/applications')).applications;

export const notices = (kit: Kit): Promise<readonly Notice[]> => kit.read('platform', '/sandbox/outbox');

export const platformRecords = (kit: Kit): Promise<readonly PlatformRecord[]> =>
  kit.read('platform', '/sandbox/records');

export const countyRecords = async (kit: Kit): Promise<readonly CountyRecord[]> =>
  (await kit.read<{ transfers: CountyRecord[] }>('county', '/sandbox/transfers')).transfers;
