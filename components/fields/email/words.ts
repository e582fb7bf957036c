import type { EmailField } from '#schemas/form/definition.ts';
import { readEmail } from '#schemas/taiwan/email.ts';
import type { FieldWords } from '../field-words.ts';

export const emailWords: FieldWords<EmailField> = { read: readEmail };
