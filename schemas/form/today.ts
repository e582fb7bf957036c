/**
 * The format `not-after-today` of `latest: "today"`: a schema is static and today is not, so a clock that the caller
 * owns decides. Both sides use this file: the compiled validator exports its clock (`compile-validator.ts`).
 *
 * Today is Taiwan's: UTC+8 the year round, whatever zone the device or server is set to.
 */
import { dateInTaiwan } from '../taiwan/calendar.ts';

export interface TodayClock {
  /** Milliseconds since the epoch. */
  now: () => number;
}

export const notAfterToday =
  (clock: TodayClock) =>
  (text: string): boolean =>
    text <= dateInTaiwan(new Date(clock.now()));
