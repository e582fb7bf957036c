/** A moment → its day in Taiwan; a month → its first day. */
import { isIsoDate } from '../../taiwan/calendar.ts';
import { textTransform } from './transform.ts';

export const dayOf = textTransform('day-of', ['moment', 'month'], 'date', (iso) => {
  const day = iso.length === 7 ? `${iso}-01` : iso.slice(0, 10);
  return isIsoDate(day) ? day : undefined;
});
