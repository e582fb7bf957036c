/** Residents signed in to their own area: sessions, self-downloads. */
export type ResidentStep = never;

export type ResidentReason = never;

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by its first slice
export interface ResidentReads {}
