/**
 * Ajv writes for its own optimiser, thirty words for each mistake that can be made. Pages load this text, so what it says twice
 * is said once, and the place in the schema, which nobody reads, is left out.
 */
const tell = /const (err\d+) = (\{.*?\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g;
const quoted = /"(?:[^"\\]|\\.)*"/g;

/**
 * Only the very words by which Ajv tells a mistake are replaced; code of any other shape, and what stands in quotes,
 * stays as it is.
 */
export function tighten(code: string): string {
  // What stands in quotes may be anybody's words; it is put aside, so that none of it is taken for code.
  const texts: string[] = [];
  return code
    .replace(quoted, (text) => `"${texts.push(text) - 1}"`)
    .replace(tell, (_, _name, error: string) => `(vErrors ??= []).push(${error.replace(/,schemaPath:"\d+"/, '')});`)
    .replace(/"(\d+)"/g, (_, index) => texts[Number(index)]!);
}
