/** JSON with sorted keys: equal values give equal text. */
import { isObject } from '#schemas/json.ts';
/** At every depth; lists keep their order, `undefined` parts are left out as JSON has it. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
