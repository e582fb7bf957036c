/** Data providers 資料提供者 with a server of their own, one entry per dataset. What has none is had of the reference provider. */

export interface ProviderEntry {
  readonly resourceId: string;
  /** The whole address of the dataset's DP-API. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** `bare`: without `Bearer ` before it. */
  readonly token: 'bearer' | 'bare';
  readonly dates: 'yyyy/MM/dd' | 'yyyy-MM-dd';
  /** Absent: the address with `heartbeat=true`. */
  readonly heartbeatUrl?: string;
  /** PEM; whom this agency's packages must lead to. Absent: as the platform trusts. */
  readonly ca?: string;
  /** PEM, of these authorities. */
  readonly crl?: string;
  /** Attributes of the certificate that may sign. */
  readonly agency?: Readonly<Record<string, string>>;
  /** `ProviderSecrets`, sealed under a key that is not in the storage. */
  readonly sealed: Uint8Array;
  /** Whoever wrote it may change it: the file of the start, or people at the console. */
  readonly source: 'file' | 'console';
  readonly changedAt: Date;
  readonly changedBy: string;
}

export type ProviderStep =
  /** In place of what there was. Not by the other source: `provider-of-file`, `provider-of-console`. */
  | { readonly step: 'set-provider'; readonly entry: ProviderEntry }
  | { readonly step: 'remove-provider'; readonly resourceId: string; readonly source: ProviderEntry['source'] };

export type ProviderReason = 'provider-of-file' | 'provider-of-console' | 'provider-unknown';

export interface ProviderReads {
  /** By dataset. */
  providerEntries(): Promise<readonly ProviderEntry[]>;
  providerEntry(resourceId: string): Promise<ProviderEntry | undefined>;
}
