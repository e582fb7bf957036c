/** Which of the agency's names a set of plain normal paths needs: what a request may be cut down to. */
import type { Column, Shape } from './shape.ts';

const prefixed = (prefix: string, name: string): string => (prefix ? `${prefix}.${name}` : name);

const collect = (prefix: string, columns: readonly Column[], names: readonly string[]): string[] => {
  const [head, ...tail] = names;
  return columns
    .filter((column) => head === undefined || column.to === head)
    .flatMap((column) => {
      const name = prefixed(prefix, column.from);
      return column.kind === 'rows' ? collect(name, column.columns, tail) : [name];
    });
};

/**
 * Names inside rows or inside a part are written with a dot (`personHouseholdData21.person_name`).
 * The root `$` needs everything.
 */
export const agencyNames = (shape: Shape, plainPaths: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const path of plainPaths) {
    const names = path
      .slice(1)
      .split(/\.|\[\*\]/)
      .filter(Boolean);
    for (const part of shape.parts) {
      for (const name of collect(part.in ?? '', part.columns, shape.list ? names.slice(1) : names)) found.add(name);
    }
  }
  return [...found];
};
