/** 健保卡: card number and its registered password. */
import { sameSecret } from '#server/http/constant-time.ts';
import type { ProveMethod } from './prove-method.ts';

/** Form fields: `nhiNumber`, `nhiPassword`. Nothing is used up by it: no steps where it holds. */
export const proveNhiCard: ProveMethod = async (_platform, { form, resident }) => {
  const number = sameSecret(form['nhiNumber'] ?? '', resident?.nhi.number ?? 'nobody');
  const password = sameSecret(form['nhiPassword'] ?? '', resident?.nhi.password ?? 'nobody');
  return number && password && resident ? [] : undefined;
};
