/** The tamper-evident log of transfer events. */
export type LogStep = never;

export type LogReason = never;

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by its first slice
export interface LogReads {}
