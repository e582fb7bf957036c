/** One point of the list that a form must pass before it is published. */
import { Type } from 'typebox';
import { anyJson } from '../shapes/json.ts';
import { type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
import { ApprovalChange } from './approval-change.ts';
export const TaskGroup = Type.Enum(
  [
    'datasets',
    'registration',
    'texts',
    'questions',
    'mapping',
    'conditions',
    'translations',
    'accessibility',
    'residents',
  ],
  { title: 'TaskGroup', description: 'In the order of the list.' },
);
export type TaskGroup = Of<typeof TaskGroup>;

export const TaskPlace = Type.Object(
  {
    part: Type.Optional(
      Type.String({
        description:
          'A part of the form as the builder names it: `step/…`, `section/…`, `field/…`, `field/group.inner`.',
      }),
    ),
    key: Type.Optional(Type.String({ description: 'A property of it, e.g. `label`, `fill`.' })),
    service: Type.Optional(
      Type.Array(Type.String(), {
        description:
          'Keys in the service’s description, e.g. `[’notice’, ’period’]`, or of the form as a whole: `[’form’, ’title’]`.',
      }),
    ),
    text: Type.Optional(
      Type.String({ description: 'The text that is meant, by the key under which its translation is kept.' }),
    ),
  },
  { title: 'TaskPlace', description: 'Where to go to put it right.' },
);
export type TaskPlace = Of<typeof TaskPlace>;

export const TaskFix = Type.Object(
  { label: Text, commands: Type.Array(Type.Object({ id: Type.String(), args: anyJson })) },
  {
    title: 'TaskFix',
    description: 'What puts it right, as commands of the builder with their arguments, to be run together.',
  },
);
export type TaskFix = Of<typeof TaskFix>;

export const PublishTask = Type.Object(
  {
    code: Type.String({ description: 'Stable, e.g. `too-many-datasets`.' }),
    group: TaskGroup,
    level: Type.Enum(['blocks', 'warns', 'done'], {
      description: '`blocks` the county refuses to publish · `warns` it may be published · `done`',
    }),
    text: Text,
    at: Type.Optional(TaskPlace),
    fix: Type.Optional(TaskFix),
  },
  { title: 'PublishTask' },
);
export type PublishTask = Of<typeof PublishTask>;

export const CheckResult = Type.Object(
  {
    tasks: Type.Array(PublishTask),
    publishable: Type.Boolean(),
    changes: Type.Array(ApprovalChange, {
      description: 'Everything that is different from what residents see now, what may skip approval included.',
    }),
    approval: Type.Array(Text, { description: 'Why a second person must approve it; empty: nobody has to.' }),
  },
  { title: 'CheckResult' },
);
export type CheckResult = Of<typeof CheckResult>;
