/** What kinds of data the platform keeps, and how much of each. */
import type { Sizes, Space } from '../space/space.ts';

/**
 * `journeys` with transactions, barcodes and sessions · `packages` waiting to be fetched · `log` with events and consents ·
 * `outbox`: notices, and calls of service providers · `registry` · `staff`: records and reports of audits.
 */
export const platformKinds = ['journeys', 'packages', 'log', 'outbox', 'registry', 'staff'] as const;
export type PlatformKind = (typeof platformKinds)[number];
export type PlatformSpace = Space<PlatformKind>;

const gigabyte = 1e9;

/** Where the settings say nothing. */
export const platformSpaceDefaults: Sizes<PlatformKind> = {
  journeys: 10 * gigabyte,
  packages: 20 * gigabyte,
  log: 200 * gigabyte,
  outbox: 5 * gigabyte,
  registry: 5 * gigabyte,
  staff: 20 * gigabyte,
};

/** Of these a journey will need room before it is over. */
export const ofJourneys = ['journeys', 'packages', 'log', 'outbox'] as const satisfies readonly PlatformKind[];

export const platformKindNames: { readonly [kind in PlatformKind | 'disk']: string } = {
  journeys: '進行中的作業',
  packages: '等候領取的資料',
  log: '紀錄與稽核日誌',
  outbox: '待寄的通知',
  registry: '服務登錄',
  staff: '人員紀錄與稽核報告',
  disk: '磁碟',
};
