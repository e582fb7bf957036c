/** What a form's author wrote as a pattern, as it stands in the answers' schema: like HTML's, about the whole value. */
const before = '^(?:';
const after = ')$';

export const wholeValue = (pattern: string): string => before + pattern + after;

/** Back from a schema's `pattern`; undefined for our own shapes. */
export const writtenPattern = (pattern: string): string | undefined =>
  pattern.startsWith(before) && pattern.endsWith(after) ? pattern.slice(before.length, -after.length) : undefined;
