/** What is still owed beside an official value. Pure; the form asks it before it lets a resident go on. */
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import type { Claim } from './claim.ts';
import { sameAnswer } from './same-answer.ts';

/** `confirm` not yet said whether it is correct · `claim` said wrong, not what · `reason` changed, not why. */
export type Owed = 'confirm' | 'claim' | 'reason';

export const isChanged = (official: OfficialValue | undefined, value: AnswerValue | undefined): boolean =>
  official?.policy === 'editable' && official.value !== undefined && !sameAnswer(official.value, value);

export const owedBeside = (
  official: OfficialValue | undefined,
  value: AnswerValue | undefined,
  claim: Claim | undefined,
): Owed | undefined => {
  if (official?.policy === 'confirm' && official.value !== undefined && value === undefined) return 'confirm';
  if (claim?.kind === 'wrong' && !claim.text.trim()) return 'claim';
  return isChanged(official, value) && !claim?.text.trim() ? 'reason' : undefined;
};
