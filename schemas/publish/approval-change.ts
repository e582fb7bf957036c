import type { Text } from '../text.ts';

export interface ApprovalChange {
  readonly what: 'added' | 'removed' | 'moved' | 'changed';
  /** Where, in plain words, e.g. 題目「電話」的說明. */
  readonly place: Text;
  /** The part of the form that it is about, as the builder names it. */
  readonly part?: string;
  /** JSON Pointer into the newer document; where it is gone, into the older one. */
  readonly path: string;
  /** In plain words, whole, in lines; absent: there was, or is, nothing. */
  readonly old?: Text;
  readonly new?: Text;
  /** May be published without a second person. */
  readonly harmless: boolean;
  readonly why: Text;
}
