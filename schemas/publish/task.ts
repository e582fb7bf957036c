/** One point of the list that a form must pass before it is published. */
import type { Text } from '../text.ts';
import type { ApprovalChange } from './approval-change.ts';

/** In the order of the list. */
export type TaskGroup =
  | 'datasets'
  | 'registration'
  | 'texts'
  | 'questions'
  | 'mapping'
  | 'conditions'
  | 'translations'
  | 'accessibility'
  | 'residents';

/** Where to go to put it right. */
export interface TaskPlace {
  /** A part of the form as the builder names it: `step/…`, `section/…`, `field/…`, `field/group.inner`. */
  readonly part?: string;
  /** A property of it, e.g. `label`, `fill`. */
  readonly key?: string;
  /** Keys in the service's description, e.g. `['notice', 'period']`, or of the form as a whole: `['form', 'title']`. */
  readonly service?: readonly string[];
  /** The text that is meant, by the key under which its translation is kept. */
  readonly text?: string;
}

/** What puts it right, as commands of the builder with their arguments, to be run together. */
export interface TaskFix {
  readonly label: Text;
  readonly commands: readonly { readonly id: string; readonly args: unknown }[];
}

export interface PublishTask {
  /** Stable, e.g. `too-many-datasets`. */
  readonly code: string;
  readonly group: TaskGroup;
  /** `blocks` the county refuses to publish · `warns` it may be published · `done` */
  readonly level: 'blocks' | 'warns' | 'done';
  readonly text: Text;
  readonly at?: TaskPlace;
  readonly fix?: TaskFix;
}

export interface CheckResult {
  readonly tasks: readonly PublishTask[];
  readonly publishable: boolean;
  /** Everything that is different from what residents see now, what may skip approval included. */
  readonly changes: readonly ApprovalChange[];
  /** Why a second person must approve it; empty: nobody has to. */
  readonly approval: readonly Text[];
}
