/** 健保卡: card number and its registered password. */
import { sameSecret } from '#server/http/constant-time.ts';
import type { ProveMethod } from './prove-method.ts';

export const proveNhiCard: ProveMethod = async (_platform, { form, resident }) => {
  const number = sameSecret(form['nhiNumber'] ?? '', resident?.nhi.number ?? 'nobody');
  const password = sameSecret(form['nhiPassword'] ?? '', resident?.nhi.password ?? 'nobody');
  return number && password && resident ? [] : undefined;
};
