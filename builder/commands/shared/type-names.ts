/** What designers call the types of questions, in the order in which they are offered. */
import { fieldTypes, fieldKind, type FieldType } from '#schemas/form/fields/index.ts';
import type { Text } from '#schemas/text.ts';

export const typeNames = Object.fromEntries(fieldTypes.map((type) => [type, fieldKind(type).name])) as {
  readonly [Type in FieldType]: Text;
};

/** Those that can be chosen; the others are made of a dataset. */
export const typesToAdd: readonly FieldType[] = fieldTypes.filter((type) => !fieldKind(type).byDataset);
