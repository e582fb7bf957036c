/** Two works on one form that did not know of each other, and what they come to. Pure. */
import type { DraftConflict, DraftOfForm, FormDocument } from '../../../schemas/wire/builder-api.ts';
import type { Text } from '../../../schemas/text.ts';
import { openDocument, writeDocument } from '../../model/document.ts';
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
export function wordsOfMerge({ applied, conflicts, dropped }: Merge, me: string, other: string): Text {
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
    const who =
      chosen === 'both' ? ['兩者都留', 'both'] : chosen === 'mine' ? [`用${me}的`, me] : [`用${other}的`, other];
    return { 'zh-Hant': `${words['zh-Hant']}${who[0]}`, en: `${words.en}: ${who[1]}` };
  });
  const parts: readonly (readonly [string, string])[] = [
    ...(applied.mine.length ? [[`加上${me}的：${zh(applied.mine)}`, `${me}'s: ${en(applied.mine)}`] as const] : []),
    ...(choices.length ? [[`選擇：${zh(choices)}`, `chosen: ${en(choices)}`] as const] : []),
    ...(dropped.length ? [[`一起拿掉：${zh(dropped)}`, `gone with it: ${en(dropped)}`] as const] : []),
  ];
  return {
    'zh-Hant': [`合併${me}和${other}的修改`, ...parts.map(([text]) => text)].join('；'),
    en: [`Merged the work of ${me} and ${other}`, ...parts.map(([, text]) => text)].join('; '),
  };
}
