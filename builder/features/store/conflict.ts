/** Two works on one form that did not know of each other, and what they come to. Pure. */
import type { DraftConflict, DraftOfForm } from '#schemas/wire/builder-api.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Text } from '#schemas/text.ts';
import { openDocument, writeDocument } from '../../model/document.ts';
import { storeText as say } from './store-words.ts';
import { mergeDocuments, type Choices, type Conflict, type Merge } from '../../model/merge.ts';

export interface OpenConflict {
  /** What both began from. */
  readonly base: FormDocument;
  /** What the county refused, and so has among the kept; the editor may have gone on since. */
  readonly sent?: FormDocument;
  readonly theirs: DraftOfForm;
  readonly how: DraftConflict['conflict']['how'];
  /** Who was faster; empty: nobody knows. */
  readonly by: string;
  readonly at: string;
}

/** The same, in whichever order the keys stand. */
export const alike = (a: FormDocument, b: FormDocument): boolean =>
  a === b || writeDocument(openDocument(a)) === writeDocument(openDocument(b));

export const mergeOf = ({ base, theirs }: OpenConflict, mine: FormDocument, choices: Choices = {}): Merge =>
  mergeDocuments(openDocument(base), openDocument(mine), openDocument(theirs.document), choices);

/** Something of theirs, of mine is in the merged document no more. */
export const losesTheirs = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some(({ chosen }) => chosen === 'mine');
export const losesMine = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some(({ chosen }) => chosen === 'theirs');

const few = 6;

const listed = (list: readonly string[], separator: string, more: (n: number) => string): string =>
  list.slice(0, few).join(separator) + (list.length > few ? more(list.length - few) : '');

/** What a merge did, for the history that both share: named for the persons, not for whose turn it was. */
export function wordsOfMerge({ applied, conflicts, dropped }: Merge, me: string, other: Text): Text {
  const zh = (texts: readonly Text[]): string =>
    listed(
      texts.map((text) => text['zh-Hant']),
      '、',
      (n) => `，另外 ${n} 項`,
    );
  const en = (texts: readonly Text[]): string =>
    listed(
      texts.map((text) => text.en),
      '; ',
      (n) => `; ${n} more`,
    );
  const choices = conflicts.map(({ words, chosen }): Text => {
    const who = { both: say('chose both'), mine: { 'zh-Hant': me, en: me }, theirs: other }[chosen];
    const zhWho = chosen === 'both' ? who['zh-Hant'] : `用${who['zh-Hant']}的`;
    return { 'zh-Hant': `${words['zh-Hant']}${zhWho}`, en: `${words.en}: ${who.en}` };
  });
  const parts: readonly (readonly [string, string])[] = [
    ...(applied.mine.length ? [[`加上${me}的：${zh(applied.mine)}`, `${me}'s: ${en(applied.mine)}`] as const] : []),
    ...(choices.length ? [[`選擇：${zh(choices)}`, `chosen: ${en(choices)}`] as const] : []),
    ...(dropped.length ? [[`一起拿掉：${zh(dropped)}`, `gone with it: ${en(dropped)}`] as const] : []),
  ];
  return {
    'zh-Hant': [`合併${me}和${other['zh-Hant']}的修改`, ...parts.map(([text]) => text)].join('；'),
    en: [`Merged the work of ${me} and ${other.en}`, ...parts.map(([, text]) => text)].join('; '),
  };
}

/** The other, by name; two windows of one person are two designers to the form. */
export function otherOf({ by }: OpenConflict, me: string): Text {
  if (by === me) return say('otherWindow');
  return by ? { 'zh-Hant': by, en: by } : say('someone');
}
