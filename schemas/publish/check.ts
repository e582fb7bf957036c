/** What a check of the list is. */
import type { Text } from '../text.ts';
import type { FormDocument } from './form-document.ts';
import type { PublishTask, TaskFix, TaskGroup, TaskPlace } from './task.ts';
import type { Translated } from './translations.ts';

export interface PublishContext {
  readonly document: FormDocument;
  /** The county whose form it is, as its services name it; absent: not known. */
  readonly county?: string;
  /** Absent: nothing is known, so nothing is stale. */
  readonly translated?: Translated;
  /** What came of each test resident's try to fill it in; absent: nobody tried. */
  readonly tries?: readonly Try[];
}

/** A test resident who tried to fill the form in. */
export interface Try {
  readonly name: string;
  /** Questions that stood in the way; empty: she got through. */
  readonly stuck: readonly Stuck[];
  /** Every way that was tried came to an end of the form. */
  readonly ended?: boolean;
}

export interface Stuck {
  /** As in `TaskPlace.part`. */
  readonly part: string;
  readonly reason: Text;
}

export interface Check {
  readonly group: TaskGroup;
  /** The code of its `done` entry. */
  readonly code: string;
  /** What is in order when nothing is found. */
  readonly done: Text;
  readonly find: (context: PublishContext) => readonly Finding[];
}

export interface Finding {
  readonly code: string;
  readonly level: 'blocks' | 'warns';
  readonly text: Text;
  readonly at?: TaskPlace;
  readonly fix?: TaskFix;
}

export const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

export const blocks = (code: string, text: Text, at?: TaskPlace, fix?: TaskFix): Finding => ({
  code,
  level: 'blocks',
  text,
  ...(at && { at }),
  ...(fix && { fix }),
});

export const warns = (code: string, text: Text, at?: TaskPlace, fix?: TaskFix): Finding => ({
  ...blocks(code, text, at, fix),
  level: 'warns',
});

/** Its findings; where none blocks, also that it is in order. */
export function tasksOf({ group, code, done, find }: Check, context: PublishContext): readonly PublishTask[] {
  const found = find(context).map((finding) => ({ ...finding, group }));
  return found.length ? found : [{ code, group, level: 'done', text: done }];
}
