/**
 * Maintenance notices 維護公告: announced 30 days before where a dataset pauses, 15 days before where the platform does
 * (手冊 附件一 四-(二), 五-(三), 九), save emergencies, which say why. Residents read them before they begin.
 */
import { recordAction } from '../../accounts/session.ts';
import { lifetimes } from '../../lifetimes.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import { providedDatasets } from '../providers/provider-of.ts';
import type { Maintenance, Step } from '../storage.ts';
import type { Staff } from './session.ts';

export interface MaintenancePlan {
  /** Empty: the platform itself. */
  readonly resources: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
  readonly words: string;
  /** Why it comes at once; empty: it does not. */
  readonly emergency?: string;
}

export interface MaintenanceMistake {
  readonly field: 'resources' | 'from' | 'until' | 'words' | 'emergency';
  readonly text: string;
}

const noticeDays = (resources: readonly string[]): number =>
  lifetimes[resources.length ? 'announcedBefore' : 'platformNotice'].ms / (24 * 60 * 60 * 1000);

/** What is wrong with it at this time, in the order of the form. Exactly 30 (15) days before is in time. */
export function maintenanceMistakes(
  { resources, from, until, words, emergency }: MaintenancePlan,
  now: Date,
  known: (resourceId: string) => boolean,
): readonly MaintenanceMistake[] {
  const mistakes: MaintenanceMistake[] = [];
  if (resources.some((id) => !known(id)))
    mistakes.push({ field: 'resources', text: '有的資料集不在目錄裡，請重新選擇。' });
  if (!from) mistakes.push({ field: 'from', text: '請填寫開始的日期與時間。' });
  if (!until) mistakes.push({ field: 'until', text: '請填寫結束的日期與時間。' });
  if (from && until && until <= from) mistakes.push({ field: 'until', text: '結束時間要晚於開始時間。' });
  if (until && until <= now) mistakes.push({ field: 'until', text: '結束時間已經過了。' });
  if (!words.trim()) mistakes.push({ field: 'words', text: '請寫下民眾會看到的說明。' });
  const days = noticeDays(resources);
  const early = from && from.getTime() - now.getTime() >= days * 24 * 60 * 60 * 1000;
  if (from && !early && !emergency?.trim())
    mistakes.push({
      field: 'from',
      text: `${resources.length ? '資料集' : '平臺本身'}的暫停要在 ${days} 天前公告（手冊附件一${resources.length ? '四-(二)、五-(三)' : '九'}）。緊急狀況請填寫原因。`,
    });
  return mistakes;
}

export type Announced =
  | { readonly kind: 'announced'; readonly id: string }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly MaintenanceMistake[] };

/**
 * Publishes the notice with the record of who did it, in one plan; what is wrong comes back as `maintenanceMistakes`
 * has it, and then nothing is written.
 */
export async function announceMaintenance(platform: Platform, staff: Staff, plan: MaintenancePlan): Promise<Announced> {
  const { storage, clock, datasets } = platform;
  const now = clock.now();
  const { resources, from, until } = plan;
  const mistakes = maintenanceMistakes(plan, now, (id) => (datasets as ReadonlyMap<string, unknown>).has(id));
  if (mistakes.length || !from || !until) return { kind: 'mistakes', mistakes };
  const id = newId();
  const emergency = plan.emergency?.trim() || undefined;
  const object = resources.join(' ') || 'platform';
  const steps: readonly Step[] = [
    {
      step: 'announce-maintenance',
      maintenance: {
        id,
        resources,
        from,
        until,
        words: plan.words.trim(),
        announcedAt: now,
        announcedBy: staff.name,
        emergency,
      },
    },
    recordAction(staff, { verb: 'announce-maintenance', object, reason: emergency }, now),
  ];
  await storage.commit(steps);
  return { kind: 'announced', id };
}

/** → false when there is no such notice any more */
export async function withdrawMaintenance(
  { storage, clock }: Platform,
  staff: Staff,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<boolean> {
  const at = clock.now();
  const result = await storage.commit([
    { step: 'withdraw-maintenance', id, at },
    recordAction(staff, { verb: 'withdraw-maintenance', object: id, reason }, at),
  ]);
  return result.ok;
}

export interface MaintenanceNotice extends Pick<Maintenance, 'id' | 'resources' | 'from' | 'until' | 'words'> {
  /** Now, and not only announced. */
  readonly running: boolean;
}

/** What residents should read: what runs and what is announced, the earliest first. */
export async function maintenanceNow({
  storage,
  clock,
}: Pick<Platform, 'storage' | 'clock'>): Promise<readonly MaintenanceNotice[]> {
  const now = clock.now();
  return (await storage.maintenances(now)).map(({ id, resources, from, until, words }) => ({
    id,
    resources,
    from,
    until,
    words,
    running: from <= now,
  }));
}

/** Those of the platform and of these datasets. */
export const maintenanceOf = (
  notices: readonly MaintenanceNotice[],
  resources: readonly string[],
): readonly MaintenanceNotice[] =>
  notices.filter((notice) => !notice.resources.length || notice.resources.some((id) => resources.includes(id)));

/** Datasets that cannot be had now: `00` in `find_all_resources`. No provider, no heartbeat, or maintenance. */
export async function datasetsDown(platform: Platform): Promise<ReadonlySet<string>> {
  const { storage, datasets } = platform;
  const [notices, heartbeats, provided] = await Promise.all([
    maintenanceNow(platform),
    storage.heartbeats(),
    providedDatasets(platform),
  ]);
  const running = notices.filter(({ running }) => running);
  if (running.some(({ resources }) => !resources.length)) return new Set(datasets.keys());
  return new Set([
    ...[...datasets.keys()].filter((id) => !provided.has(id)),
    ...heartbeats.filter(({ ok }) => !ok).map(({ resourceId }) => resourceId),
    ...running.flatMap(({ resources }) => resources),
  ]);
}
