/** What of the shell its parts read and turn: which view is open, and what lies beside the form. */
import type { BuilderContext } from '../builder-context.ts';

/** A panel that lies over the form where there is no room for all. */
export type Drawer = 'palette' | 'side';

export interface Desk {
  readonly builder: BuilderContext | undefined;
  view: string;
  side: string;
  /** Whether what fills what is drawn as lines. */
  lines: boolean;
  drawer?: Drawer;
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<unknown>;
}
