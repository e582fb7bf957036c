import { Type } from 'typebox';
import { told, type Of } from '../shapes/shape.ts';
import { Text } from '../shapes/text.ts';
export const ApprovalChange = Type.Object(
  {
    what: Type.Enum(['added', 'removed', 'moved', 'changed']),
    place: told(Text, 'Where, in plain words, e.g. 題目「電話」的說明.'),
    part: Type.Optional(
      Type.String({ description: 'The part of the form that it is about, as the builder names it.' }),
    ),
    path: Type.String({ description: 'JSON Pointer into the newer document; where it is gone, into the older one.' }),
    old: Type.Optional(told(Text, 'In plain words, whole, in lines; absent: there was, or is, nothing.')),
    new: Type.Optional(Text),
    harmless: Type.Boolean({ description: 'May be published without a second person.' }),
    why: Text,
  },
  { title: 'ApprovalChange' },
);
export type ApprovalChange = Of<typeof ApprovalChange>;
