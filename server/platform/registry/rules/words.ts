/**
 * What words say of themselves: a machine finds them, whatever stands between their characters, and leaves those that are
 * denied (「不會用於行銷」, 「非永久同意」). Whether it means what it seems to, a person tells.
 */
import { plain } from '#schemas/taiwan/plain-text.ts';

/** As it is read: width, invisible characters and breaks between Han characters say nothing. */
const readable = (text: string): string => plain(text).replace(/(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/gu, '');

/** 不限期, 未來, 無須 and their like deny nothing; nor does 未撤回前, which is only an end. */
const denial =
  /不(?!限|定期|論|用再|需|必|須|斷)|(?<![無除])非(?!常)|未(?!來|撤|終|取消|經撤|經終|表示反|另)|無(?!限|期|須|需|庸|論|條件)|沒有|禁止|勿|\b(?:not|never|nor|neither|doesn't|isn't|won't)\b|\bno\b(?! (?:further|additional|new|renewed|more|need))/u;

/** The words of its own clause that stand before it. */
const clauseBefore = (text: string, index: number): string =>
  /[^，,。；;：:！!？?\n]*$/u.exec(text.slice(0, index))?.[0] ?? '';

export interface Phrase {
  readonly pattern: RegExp;
  /** A denial inside of what was found is part of it (無須再次同意). */
  readonly denies?: true;
}

/** → the first words found that are not denied; undefined where there are none */
export function saysPhrase(text: string, phrases: readonly Phrase[]): string | undefined {
  const words = readable(text);
  for (const { pattern, denies } of phrases) {
    for (const { 0: found, index } of words.matchAll(
      new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`),
    )) {
      if (denial.test(clauseBefore(words, index)) || (!denies && denial.test(found))) continue;
      return found;
    }
  }
  return undefined;
}
