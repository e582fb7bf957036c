import type { Text } from '../text.ts';

/** One difference between two versions. */
export interface Difference {
  readonly what: 'added' | 'removed' | 'moved' | 'changed';
  /** In plain words, e.g. 題目「電話」改為必填. */
  readonly words: Text;
  /** The part in the newer version, or where it is gone, in the older one (`step/…`, `section/…`, `field/…`). */
  readonly part?: string;
  /** JSON Pointer into the document (`/service/…`, `/form/…`): of the older one where it is gone. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface VersionDiff {
  readonly from: number | 'draft';
  readonly to: number | 'draft';
  readonly differences: readonly Difference[];
}
