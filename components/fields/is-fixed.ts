import type { AnswerValue } from '#schemas/form/answers.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';

/** An official value that stands as it is: the resident may say that it is wrong, not type another. */
export const isFixed = (
  official: OfficialValue | undefined,
): official is OfficialValue & { readonly value: AnswerValue } =>
  official?.value !== undefined && (official.policy === 'locked' || official.policy === 'confirm');
