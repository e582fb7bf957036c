/** The outbox: e-mail and SMS to residents, until they are sent. */
export type MessageStep = never;

export type MessageReason = never;

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by its first slice
export interface MessageReads {}
