/** The tree of offices 單位. Pure; of records that hang nowhere, or in a circle, it says that they are nobody's. */
import type { Office } from './storage.ts';

export type Offices = ReadonlyMap<string, Office>;

/** By id, closed ones too, in the order of the rows. */
export const officesOf = (rows: readonly Office[]): Offices => new Map(rows.map((office) => [office.id, office]));

/** The organisation itself. */
export const topOf = (offices: Offices): Office | undefined =>
  [...offices.values()].find(({ parent }) => parent === undefined);

/** From the office up to the organisation, both included; empty where the way does not lead there. */
export function lineOf(offices: Offices, id: string): readonly string[] {
  const line: string[] = [];
  for (let at = offices.get(id); at && !line.includes(at.id); at = offices.get(at.parent ?? '')) {
    line.push(at.id);
    if (at.parent === undefined) return line;
  }
  return [];
}

/** The office itself is within it too. */
export const isWithin = (offices: Offices, id: string, above: string): boolean => lineOf(offices, id).includes(above);

/** As a person reads them: each office before those below it, beside each other in the order in which they were made. */
export function inTreeOrder(offices: Offices): readonly Office[] {
  const all = [...offices.values()];
  const walk = (office: Office): readonly Office[] => [
    office,
    ...all.filter(({ parent }) => parent === office.id).flatMap(walk),
  ];
  const top = topOf(offices);
  return top ? walk(top) : [];
}

/** How far below the organisation, which is 0. */
export const depthOf = (offices: Offices, id: string): number => Math.max(0, lineOf(offices, id).length - 1);
