/**
 * The whole document becomes another: what two designers' work came to, or one that was kept. An edit like any other, so
 * that it can be taken back.
 */
import type { Text } from '#schemas/text.ts';
import { changesBetween } from '../model/changes-between.ts';
import type { Command } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';

export interface ReplaceDocument {
  readonly document: BuilderDocument;
  /** What was done, for the history. */
  readonly words: Text;
}

export const replaceDocument: Command<ReplaceDocument> = {
  id: 'replace-document',
  run: (now, { document, words }) => ({ changes: changesBetween(now, document), words }),
};
