/** 雙證件: NHI card number and household number. */
import { sameSecret } from '#server/http/constant-time.ts';
import type { ProveMethod } from './prove-method.ts';

/** Form fields: `nhiNumber`, `householdNumber`. Nothing is used up by it: no steps where it holds. */
export const proveTwoDocument: ProveMethod = async (_platform, { form, resident }) => {
  const nhi = sameSecret(form['nhiNumber'] ?? '', resident?.nhi.number ?? 'nobody');
  const household = sameSecret(form['householdNumber'] ?? '', resident?.householdNumber ?? 'nobody');
  return nhi && household && resident ? [] : undefined;
};
