import type { TimeField } from '#schemas/form/fields/time.ts';
import { readTime } from '#schemas/taiwan/read-time.ts';
import type { FieldWords } from '../field-words.ts';

export const timeWords: FieldWords<TimeField> = { read: readTime };
