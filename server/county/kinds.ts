import type { Space } from '../space/space.ts';

/**
 * `drafts` with what came from MyData · `files` of drafts · `applications` with their files · `forms`: versions, designers'
 * works and what is kept of them · `records` of transfers and of the staff · `outbox`: receipts to be sent.
 */
export const countyKinds = ['drafts', 'files', 'applications', 'forms', 'records', 'outbox'] as const;

export type CountyKind = (typeof countyKinds)[number];

export type CountySpace = Space<CountyKind>;
