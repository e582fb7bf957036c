/** Something that can be done from a menu, the command palette or by a key. One list serves all three. */
import type { Text } from '#schemas/text.ts';
import type { Ref } from '../../model/locate.ts';
import type { Finding } from './finding.ts';
import type { BuilderContext } from '../builder-context.ts';

export interface Action {
  readonly id: string;
  readonly name: Text;
  /** As it is written on keys, e.g. `Ctrl+D`. */
  readonly keys?: string;
  /** The keys hold wherever the focus is; without, on the form. */
  readonly everywhere?: true;
  /** Is about what is selected: where nothing is, that is said. */
  readonly needsPart?: true;
  /** Where it is offered; without, in the command palette alone. */
  readonly menu?: 'part';
  /** Parts that it stands under in the menu. */
  readonly danger?: boolean;
  readonly possible: (builder: BuilderContext) => boolean;
  readonly run: (builder: BuilderContext, shell: ActionShell) => void | Promise<void>;
}

/** What an action may want of what is around the panels. */
export interface ActionShell {
  edit(ref: Ref): void;
  focusOn(ref: Ref): void;
  show(view: string): void;
  search(): void;
  travel(way: 'undo' | 'redo'): void;
  /** Opens the finder for places, or for conditions. */
  find(finding: Finding): void;
  /** Opens the dialog for several questions at once. */
  lines(): void;
  /** Opens the list of keys. */
  keys(): void;
  /** To the next panel, or the one before. */
  panel(back: boolean): void;
}
