/** One spelling of a JSON value, as RFC 8785 (JCS) has it: keys in order, no white space. Absent members are left out. */
export type Canonical =
  string | number | boolean | null | undefined | readonly Canonical[] | { readonly [key: string]: Canonical };

/** @throws TypeError for a number that JSON cannot hold */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a JSON number');
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    // By UTF-16 code units, as `<` compares strings.
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value);
