import { readAmount } from '#schemas/taiwan/amount.ts';
import { isRead } from '#schemas/taiwan/reading.ts';

/** What is no number stays text, so that nothing typed is lost. @param unit as the question shows it */
export const parseNumber = (text: string, unit?: string): number | string | undefined => {
  const reading = readAmount(text, unit);
  return isRead(reading) ? reading.value : text.trim() || undefined;
};
