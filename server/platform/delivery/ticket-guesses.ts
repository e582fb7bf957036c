/** Wrong tickets cost the address that tries them: whoever guesses is told to wait, and nobody else is. */
import type { Context } from 'hono';
import { callerAddress } from '../../http/caller-address.ts';
import type { Spending } from '../../limits/limiter.ts';
import { networksOf } from '../../limits/network.ts';
import type { Platform } from '../platform.ts';

export interface TicketGuesses {
  /** From where the call came. */
  readonly address: string | undefined;
  /** The answer for an address that has guessed too often. */
  readonly refused: Response | undefined;
  /** This one was wrong. */
  readonly count: () => Promise<void>;
}

/** Looks whether this caller's address may still try, counting nothing; the caller counts what turns out wrong. */
export async function ticketGuesses({ limiter, config }: Platform, c: Context): Promise<TicketGuesses> {
  const address = callerAddress(c, config.proxies);
  const failure: Spending = { budget: 'ticket-failures', who: networksOf(address).address };
  const waitSeconds = await limiter.waitSeconds(failure);
  return {
    address,
    refused: waitSeconds ? c.body(null, 429, { 'retry-after': String(waitSeconds) }) : undefined,
    count: async () => void (await limiter.count([failure])),
  };
}
