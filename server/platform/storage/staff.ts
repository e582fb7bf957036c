/** Operators of the platform: accounts, sessions, their actions, and what they keep of datasets and providers. */
export type StaffStep = never;

export type StaffReason = never;

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by its first slice
export interface StaffReads {}
