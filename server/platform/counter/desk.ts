/** A desk 櫃檯 of a service provider, and the time it is out of use after too many wrong entries (手冊 貳-一-(二)-2). */
import { lifetimes } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';
import { deskMistakes } from './limits.ts';

/** As the service provider names it; shown to the resident, and kept with what it presented. */
export interface Desk {
  readonly id: string;
  readonly agency: string;
  readonly counter: string;
  readonly clerk: string;
}

export interface Locked {
  readonly kind: 'locked';
  readonly retryAfterSeconds: number;
}

/** → undefined while it is in use */
export async function lockOf({ storage, clock }: Platform, desk: string): Promise<Locked | undefined> {
  const until = (await storage.counterDesk(desk))?.lockedUntil;
  const left = until ? until.getTime() - clock.now().getTime() : 0;
  return left > 0 ? { kind: 'locked', retryAfterSeconds: Math.ceil(left / 1000) } : undefined;
}

export const countMistake = (desk: string, at: Date): Step => ({
  step: 'count-mistake',
  desk,
  at,
  limit: deskMistakes,
  windowMs: lifetimes.counterMistakes.ms,
  lockMs: lifetimes.counterLockout.ms,
});

/** Name of the place, as the resident reads it. */
export const placeOf = ({ agency, counter }: Pick<Desk, 'agency' | 'counter'>): string => `${agency} ${counter}`;
