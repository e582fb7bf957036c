/** What kinds of data a county keeps, how much of each, and which of them new work needs. */
import type { CountyKind } from './kinds.ts';
import { spaceFull, type Sizes } from '../space/space.ts';
import type { CommitResult } from '../storage/plan.ts';
import type { County } from './county.ts';
import type { CountyReason, CountyStep } from './storage.ts';

export const countyKindNames: { readonly [kind in CountyKind | 'disk']: string } = {
  drafts: '填寫中的申請',
  files: '還沒送出的檔案',
  applications: '申辦案件與附件',
  forms: '表單與設計內容',
  records: '傳輸與人員紀錄',
  outbox: '待送的回覆',
  disk: '磁碟',
};

const gigabyte = 1e9;

/** Where the settings say nothing. */
export const countySpaceDefaults: Sizes<CountyKind> = {
  drafts: gigabyte,
  files: 10 * gigabyte,
  applications: 100 * gigabyte,
  forms: 5 * gigabyte,
  records: 20 * gigabyte,
  outbox: gigabyte,
};

/** What new work will need before it is done, and how many bytes of it now. */
export interface Room {
  readonly kind: CountyKind;
  readonly bytes: number;
}

/** A plan of new work: all of it, or nothing where a kind is full. @throws 503 `space-full` */
export async function commitNew(
  { storage, space }: Pick<County, 'storage' | 'space'>,
  rooms: readonly Room[],
  plan: readonly CountyStep[],
): Promise<CommitResult<CountyReason>> {
  if (!rooms.length) return storage.commit(plan);
  await space.requireDisk();
  const result = await storage.commit([
    ...rooms.map(({ kind, bytes }): CountyStep => ({ step: 'need-space', kind, bytes, most: space.most(kind) })),
    ...plan,
  ]);
  if (!result.ok && result.reason === 'space-full') throw spaceFull();
  return result;
}
