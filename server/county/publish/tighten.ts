/**
 * Ajv writes for its own optimiser, thirty words for each mistake that can be made. Pages load this text, so what it says twice
 * is said once, and the place in the schema, which nobody reads, is left out. A string counts as one piece: what a form's author
 * wrote is never taken for code.
 */
const tell =
  /const (err\d+) = (\{(?:[^"]|"(?:[^"\\]|\\.)*")*?\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g;

export const tighten = (code: string): string =>
  code.replace(tell, (_, _name, error: string) => {
    const short = error.replace(/,schemaPath:"(?:[^"\\]|\\.)*"/, '');
    return `(vErrors ??= []).push(${short});`;
  });
