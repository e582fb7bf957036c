/** Which row of a payload is the person's own. */
import type { Dataset, Normalised, NormalValue } from '#schemas/datasets/types.ts';
import { personPath } from '#schemas/mapping/person-path.ts';
import { likeness } from '#schemas/taiwan/visible-id.ts';

type Row = { readonly [key: string]: NormalValue | undefined };

/** Where a dataset has one row per person, the person's own row becomes `$.self`: a form fills the applicant from it. */
export function withSelf(dataset: Dataset, normalised: Normalised, nationalId: string): Normalised {
  const rows = /^\$\.(\w+)\[\*\]\.(\w+)$/.exec(personPath(dataset) ?? '');
  const [list, id] = [rows?.[1], rows?.[2]];
  if (list === undefined || id === undefined) return normalised;
  const all = normalised.data[list];
  const index = Array.isArray(all) ? ownIndex(all as readonly Row[], id, nationalId) : -1;
  if (index < 0) return normalised;
  const self = (all as readonly NormalValue[])[index]!;
  const from = `$.${list}[${index}]`;
  const raw = Object.fromEntries(
    Object.entries(normalised.raw).flatMap(([path, value]) =>
      path.startsWith(`${from}.`)
        ? [
            [path, value],
            [`$.self${path.slice(from.length)}`, value],
          ]
        : [[path, value]],
    ),
  );
  return { ...normalised, data: { ...normalised.data, self }, raw };
}

/** The person's own name as the payload writes it; of rows their own one's. → undefined where none says it */
export function ownName(dataset: Dataset, { data }: Normalised): string | undefined {
  const parts = /^(.*)\.\w+$/.exec(personPath(dataset) ?? '');
  const around = parts?.[1];
  const named = dataset.fields.find(
    ({ path, label }) => label['zh-Hant'] === '姓名' && around !== undefined && path.startsWith(`${around}.`),
  );
  const key = named?.path.slice(around!.length + 1) ?? '';
  const own = around === '$' ? data : ((data.self ?? {}) as Row);
  const name = own[key];
  return typeof name === 'string' && name.trim() ? name : undefined;
}

/** Of masked rows only one that no other could be: two that may be the person's are nobody's. -1: none */
function ownIndex(rows: readonly Row[], id: string, nationalId: string): number {
  const found = rows.map((row) => (typeof row[id] === 'string' ? likeness(row[id], nationalId) : 'silent'));
  if (found.includes('same')) return found.indexOf('same');
  const first = found.indexOf('may-be');
  return first === found.lastIndexOf('may-be') ? first : -1;
}
