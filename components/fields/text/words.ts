import type { TextField } from '#schemas/form/definition.ts';
import type { FieldWords } from '../field-words.ts';
import { readPatterned } from './parse.ts';

export const textWords: FieldWords<TextField> = { read: (text, { pattern }) => readPatterned(text, pattern) };
