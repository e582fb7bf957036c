/** Moments in columns: all that the ports know of is `Date`. Which of the two a table has was settled when it was made. */
import { customType, integer } from 'drizzle-orm/sqlite-core';

/** Milliseconds. */
export const time = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** ISO 8601 in UTC, as `Date.toISOString` writes it: as texts they sort like moments. */
export const timeText = customType<{ data: Date; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.toISOString(),
  fromDriver: (value) => new Date(value),
});
