/** JSON with sorted keys: equal values give equal text. */
import { isObject } from '#schemas/json.ts';
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
