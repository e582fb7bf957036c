/**
 * Desks 櫃檯: enrolled by an administrator, with office, number and place; opened by a clerk's sign-in, which has it until it
 * ends, opens another, or an administrator frees it. Which one a sign-in has stands in its session (`staff/storage.ts`).
 */

export interface Desk {
  readonly id: string;
  readonly office: string;
  /** 1 to 999; never changes. */
  readonly number: number;
  /** Where it stands, for people to find it: 一樓服務臺. */
  readonly place: string;
  readonly enrolledAt: Date;
  readonly closedAt?: Date;
}

/** A sign-in that opened a desk; over or not is for the reader to say. */
interface DeskHolder {
  readonly desk: string;
  readonly staffId: string;
  readonly startedAt: Date;
  readonly activeAt: Date;
}

export type DeskStep =
  /** In an open office, where no open desk has this number. */
  | { readonly step: 'enrol-desk'; readonly desk: Omit<Desk, 'closedAt'> }
  | { readonly step: 'place-desk'; readonly id: string; readonly place: string }
  /** Whoever has it open loses it. */
  | { readonly step: 'close-desk'; readonly id: string; readonly at: Date }
  /** Only where somebody has it open. */
  | { readonly step: 'free-desk'; readonly id: string }
  /**
   * Not while another person's sign-in that is not over has it: one that was active after `idleBefore` and began after
   * `startedBefore`. The person's own other sign-in loses it.
   */
  | {
      readonly step: 'open-desk';
      readonly hash: string;
      readonly desk: string;
      readonly idleBefore: Date;
      readonly startedBefore: Date;
    }
  /** What the platform said of this sign-in's entries, for its screen. */
  | { readonly step: 'note-desk-out'; readonly hash: string; readonly until: Date };

export type DeskReason = 'desk-taken' | 'desk-unknown' | 'desk-held' | 'desk-free' | 'office-unknown' | 'session-over';

export interface DeskReads {
  desk(id: string): Promise<Desk | undefined>;
  /** By office and number, closed ones too. */
  desks(): Promise<readonly Desk[]>;
  deskHolders(): Promise<readonly DeskHolder[]>;
}
