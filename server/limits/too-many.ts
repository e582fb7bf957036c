/** The answer where a budget is used up: 429, or 503 where it is the installation's own, with the time to wait. */
import { HttpError } from '../http/errors.ts';
import type { Text } from '#schemas/text.ts';
import type { BudgetName } from './budgets.ts';

/** Rounded up: who comes back then is let in. */
export const waitWords = (seconds: number): Text => {
  if (seconds < 60) return { 'zh-Hant': `${seconds} 秒`, en: `${seconds} seconds` };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return { 'zh-Hant': `${minutes} 分鐘`, en: `${minutes} minutes` };
  const hours = Math.ceil(minutes / 60);
  return { 'zh-Hant': `${hours} 小時`, en: `${hours} hours` };
};

/** A route with words of its own catches it; all others say these. */
export class TooMany extends HttpError {
  constructor(
    readonly budget: BudgetName,
    /** At least one. */
    readonly waitSeconds: number,
  ) {
    const wait = waitWords(waitSeconds);
    super(
      429,
      'too-many-tries',
      {
        'zh-Hant': `嘗試的次數太多，請 ${wait['zh-Hant']}後再試，或洽服務窗口。`,
        en: `Too many tries. Please try again in ${wait.en}, or contact the office.`,
      },
      { 'retry-after': String(waitSeconds) },
    );
    this.name = 'TooMany';
  }
}
