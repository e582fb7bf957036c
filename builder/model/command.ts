/**
 * A command is one thing that a designer can do. It only says what would change: it never touches the document, so it can
 * be asked before a drop, and every edit can be turned round.
 */
import type { Text } from '#schemas/text.ts';
import type { Change } from './change.ts';
import type { BuilderDocument } from './document.ts';
import type { Ref } from './locate.ts';

export interface Edit {
  readonly changes: readonly Change[];
  /** What was done, in plain words, for the history and the announcement. */
  readonly words: Text;
  /** What should be read, not only heard: e.g. what was left out. */
  readonly told?: Text;
  /** What is selected afterwards; absent: as it was. */
  readonly select?: readonly Ref[];
  /** See `History`. */
  readonly key?: string;
}

/** Why it can not be done, and where there is one, what would make it possible. */
export interface Refusal {
  readonly refused: Text;
  readonly code: string;
  /** Another command that does what was meant; offered beside the reason. */
  readonly fix?: Fix;
  /** Parts that stand in the way, e.g. questions that depend on the one to be removed. */
  readonly because?: readonly Ref[];
}

export interface Fix {
  /** As it stands on a button, e.g. 改成日期題再帶入. */
  readonly words: Text;
  /** The command's id. */
  readonly id: string;
  readonly run: (document: BuilderDocument) => Outcome;
}

export type Outcome = Edit | Refusal;

export interface Command<Args> {
  readonly id: string;
  readonly run: (document: BuilderDocument, args: Args) => Outcome;
}

export const isRefusal = (outcome: Outcome): outcome is Refusal => 'refused' in outcome;

export const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

export const refuse = (code: string, zh: string, en: string, because?: readonly Ref[]): Refusal => ({
  refused: say(zh, en),
  code,
  ...(because ? { because } : {}),
});

export const gone = (): Refusal =>
  refuse('gone', '找不到要修改的項目，可能已經刪除了。', 'The part to edit is not there any more.');
