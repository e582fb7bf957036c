import type { Client } from '../registry/read-register.ts';
import type { Journey } from '../storage.ts';

/** As it asked when the journey began: each screen, the agencies' answers and the record speak of the same. */
export const asBegun = (client: Client, { fields }: Pick<Journey, 'fields'>): Client =>
  fields ? { ...client, fields } : client;
