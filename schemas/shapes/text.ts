import { Type } from 'typebox';
import type { Of } from './shape.ts';

export const Text = Type.Object(
  { 'zh-Hant': Type.String(), en: Type.String() },
  {
    title: 'Text',
    description:
      'A text in both languages of the product. Traditional Chinese is the one that counts; English may lag but not be absent.',
  },
);
export type Text = Of<typeof Text>;

/** Both languages are there; and nothing else. */
export const WrittenText = Type.Object(
  { 'zh-Hant': Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { title: 'WrittenText', additionalProperties: false, description: 'A text in both languages.' },
);
