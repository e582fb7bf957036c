/**
 * Which plain paths (names and `[*]` only) a JSONPath reads, its filters included: `$.members[?@.relationship == '配偶'].person_name`
 * reads `$.members[*].relationship` and `$.members[*].person_name`. This is how a request is cut down to what it needs.
 */
const step =
  /\.([A-Za-z_][A-Za-z0-9_]*)|\[(?:'([A-Za-z_][A-Za-z0-9_]*)'|"([A-Za-z_][A-Za-z0-9_]*)")\]|\[(\*|-?\d+|-?\d*:-?\d*(?::-?\d*)?)\]|\[\?((?:"[^"]*"|'[^']*'|[^\]"'])*)\]/y;

const namesTested = (filter: string): string[] =>
  [...filter.replace(/'[^']*'|"[^"]*"/g, '""').matchAll(/@((?:\.[A-Za-z_][A-Za-z0-9_]*)+)/g)].map(
    (match) => match[1] ?? '',
  );

/** A path that reads further than this understands (`..`, several names in one bracket) counts as reading all under its plain head. */
export const plainPaths = (path: string): readonly string[] => {
  const read = new Set<string>();
  let plain = '$';
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    if (!match) break;
    const name = match[1] ?? match[2] ?? match[3];
    if (name !== undefined) {
      plain += `.${name}`;
      continue;
    }
    plain += '[*]';
    for (const tested of namesTested(match[5] ?? '')) read.add(plain + tested);
  }
  read.add(plain);
  return [...read];
};

/** A path inside a group's row, seen from the payload's root. */
export const pathFromRow = (rows: string, inner: string): string =>
  `${rows.endsWith(']') ? rows : `${rows}[*]`}${inner.slice(1)}`;
