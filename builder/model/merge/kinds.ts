/** What a question has by its type, and what every question may have. */
import { isFieldType, fieldKind } from '#schemas/form/fields/index.ts';
import type { Json, JsonObject } from '../json.ts';

const ofEvery: readonly string[] = [
  ...['id', 'label', 'hint', 'required', 'requiredWhen', 'show', 'fill', 'autocomplete'],
];

/** The type and what belongs to it. */
export const ownOf = (props: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(props).filter(([key]) => !ofEvery.includes(key)));

/** Never inside a group. */
export const movesOutOfGroups = (type: Json | undefined): boolean =>
  isFieldType(type) && fieldKind(type).outside === true;
