/** New questions of each type, ready to be asked. */
import { fieldKind, type Field, type FieldType } from '#schemas/form/fields/index.ts';

export function newQuestion<Type extends FieldType>(type: Type, id: string): Extract<Field, { type: Type }> {
  const { name, fresh } = fieldKind(type);
  return { id, type, label: name, ...fresh } as unknown as Extract<Field, { type: Type }>;
}
