import type { VerifiedPerson } from '../person.ts';

/** Sealed with the ticket until the data is fetched: the payload's key, and whom to tell. */
export interface TicketSecret {
  readonly secretKey: string;
  readonly recipient: Pick<VerifiedPerson, 'name' | 'email' | 'mobile'>;
}
