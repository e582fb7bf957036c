import { Type } from 'typebox';
import { anyJson } from '../shapes/json.ts';
import { told, type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
export const Difference = Type.Object(
  {
    what: Type.Enum(['added', 'removed', 'moved', 'changed']),
    words: told(Text, 'In plain words, e.g. 題目「電話」改為必填.'),
    part: Type.Optional(
      Type.String({
        description:
          'The part in the newer version, or where it is gone, in the older one (`step/…`, `section/…`, `field/…`).',
      }),
    ),
    path: Type.String({
      description: 'JSON Pointer into the document (`/service/…`, `/form/…`): of the older one where it is gone.',
    }),
    before: Type.Optional(anyJson),
    after: Type.Optional(anyJson),
  },
  { title: 'Difference', description: 'One difference between two versions.' },
);
export type Difference = Of<typeof Difference>;

export const VersionDiff = Type.Object(
  {
    from: Type.Union([Type.Integer(), Type.Literal('draft')]),
    to: Type.Union([Type.Integer(), Type.Literal('draft')]),
    differences: Type.Array(Difference),
  },
  { title: 'VersionDiff' },
);
export type VersionDiff = Of<typeof VersionDiff>;
