/**
 * Where a record that was written by hand says of the person something else than the facts do. It is told and not refused:
 * agencies do disagree, and that may be what is tested.
 */
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { householdOf } from '../complete-records.ts';
import { recordOf } from '../generator/records-of.ts';
import type { OwnFile } from './own-people.ts';

export interface Disagreement {
  readonly resource: string;
  readonly fact: string;
  /** In the payload, `$.a.b[0]`. */
  readonly path: string;
  readonly says: string;
  readonly should: string;
}

type Leaf = readonly [path: string, value: string];

function* leavesOf(value: JsonValue | undefined, path = '$'): Generator<Leaf> {
  if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* leavesOf(one as JsonValue, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* leavesOf(one, `${path}.${name}`);
  else if (value !== undefined && value !== null) yield [path, String(value)];
}

const digits = (text: string): string => text.replace(/\D/g, '');

/**
 * By dataset and path, what the record says and what the facts would. Only id, name, address, household number and date
 * of birth are compared.
 */
export function disagreements(file: OwnFile): readonly Disagreement[] {
  const household = householdOf(file, [file]);
  const person = household.members.find(({ id }) => id === file.nationalId);
  if (!person) return [];
  const roc = `${Number(file.birthDate.slice(0, 4)) - 1911}${digits(file.birthDate.slice(4))}`;
  const births = new Set([digits(file.birthDate), roc, roc.padStart(7, '0')]);
  const factOf = (value: string): string | undefined => {
    if (value === file.nationalId) return '統一編號';
    if (value === file.name) return '姓名';
    if (value === household.address.whole) return '地址';
    if (value === file.householdNumber) return '戶號';
    return births.has(digits(value)) && value.length <= 12 ? '出生日期' : undefined;
  };
  return Object.entries(file.records ?? {}).flatMap(([resource, record]) => {
    const dataset = datasets.get(resource);
    if (!dataset || record === null) return [];
    const by = new Map(leavesOf(record));
    return [...leavesOf(recordOf(dataset, person, household, true) ?? undefined)].flatMap(([path, should]) => {
      const fact = factOf(should);
      const says = by.get(path);
      return fact !== undefined && says !== undefined && says !== should
        ? [{ resource, fact, path, says, should }]
        : [];
    });
  });
}
