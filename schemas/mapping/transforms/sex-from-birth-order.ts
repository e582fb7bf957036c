/** 出生別 (長男, 次女, 參男 …) → `M` or `F`: the register has no field for sex. */
import { textTransform } from './transform.ts';

export const sexFromBirthOrder = textTransform('sex-from-birth-order', ['text'], 'text', (text) => {
  if (text.endsWith('男')) return 'M';
  return text.endsWith('女') ? 'F' : undefined;
});
