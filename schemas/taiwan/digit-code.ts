/** Codes that were sent or shown to somebody who types them: of an authenticator, of a counter. */
import { withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

export const readDigitCode = (typed: string, length: number): Reading<string, 'length' | 'digits'> => {
  const code = withoutSpaces(typed).replaceAll('-', '');
  const example = '0123456789'.slice(1, length + 1);
  if (!/^\d*$/.test(code)) return refuse('digits', `應為 ${length} 位數字`, `has ${length} digits only`, example);
  return code.length === length
    ? read(typed, code, code)
    : refuse(
        'length',
        `應為 ${length} 位數字，現在是 ${code.length} 位`,
        `has ${length} digits, not ${code.length}`,
        example,
      );
};
