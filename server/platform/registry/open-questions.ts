/** Questions that the rules ask about a version and nobody has answered: noted in test, they stand against the trial. */
import type { RegistryDecision, ServiceVersion } from '../storage.ts';
import { questionId, questions } from './rules/index.ts';
import type { Finding } from './rules/rule.ts';

/**
 * An answer holds for as long as the question is the same, word for word: a version that asks less has not to be looked at
 * again.
 * @param findings of the version in question
 */
export function openQuestions(
  findings: readonly Finding[],
  no: number,
  versions: readonly ServiceVersion[],
  decisions: readonly RegistryDecision[],
): readonly Finding[] {
  const answered = decisions.filter(({ what }) => what === 'answer');
  return questions(findings).filter(
    (one) =>
      !answered.some(
        ({ version, question }) =>
          question === questionId(one) &&
          (version === no ||
            versions
              .find((older) => older.no === version)
              ?.findings.some(
                ({ rule, field, text }) => questionId({ rule, field }) === question && text === one.text,
              )),
      ),
  );
}
