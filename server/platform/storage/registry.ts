/** Organisations, their services, reviews and decisions. */
export type RegistryStep = never;

export type RegistryReason = never;

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by its first slice
export interface RegistryReads {}
