/** The fields of a dataset as an integrator reads them: the agency's own name beside the normal one, and what is known of it. */
import type { Dataset, DatasetField } from '#schemas/datasets/types.ts';
import type { Text } from '#schemas/text.ts';
import { describeColumn } from '#schemas/normalise/describe-column.ts';
import { fieldsOf } from '#schemas/normalise/fields-of.ts';
import type { Column } from '#schemas/normalise/shape.ts';

export interface FieldRow {
  /** As the agency writes it, e.g. `personHouseholdData21[].person_name`. */
  readonly sent: string;
  /** Where forms find it, e.g. `$.members[*].person_name`. */
  readonly path: string;
  readonly label: Text;
  readonly about: Text;
  readonly type: DatasetField['type'];
  /** `roc-date`, `national-id`, `address` …; absent for plain text. */
  readonly format?: string;
  readonly sample: string;
  readonly sensitivity: DatasetField['sensitivity'];
  readonly is: Dataset['fieldsAre'];
  /** Depth in lists, 0 for the record's own. */
  readonly depth: number;
}

/** → in the shape's order, the fields of a list after the list itself */
export function fieldRows(dataset: Dataset): readonly FieldRow[] {
  const { shape, fieldsAre } = dataset;
  const types = new Map(fieldsOf(shape).map((field) => [field.path, field]));
  const rows = (columns: readonly Column[], sent: string, base: string, depth: number): FieldRow[] =>
    columns.flatMap((column): FieldRow[] => {
      const path = `${base}.${column.to}`;
      const { description, format, examples } = describeColumn(column, fieldsAre);
      const marks = describeColumn(column, fieldsAre)['x-mydata'] as { readonly description: Text };
      const written = Array.isArray(examples) ? (examples[0] as unknown) : undefined;
      const own: FieldRow = {
        sent: sent + column.from,
        path,
        label: column.label,
        about: { 'zh-Hant': String(description), en: marks.description.en },
        type: types.get(path)?.type ?? 'string',
        ...(typeof format === 'string' ? { format } : {}),
        sample: typeof written === 'string' || typeof written === 'number' ? String(written).slice(0, 60) : '',
        sensitivity: column.sensitivity,
        is: column.assumed ? 'assumed' : fieldsAre,
        depth,
      };
      if (column.kind !== 'rows') return [own];
      return [own, ...rows(column.columns, `${own.sent}[].`, `${path}[*]`, depth + 1)];
    });
  const base = shape.list ? `$.${shape.list.to}[*]` : '$';
  return shape.parts.flatMap(({ in: part, columns }) => rows(columns, part ? `${part}.` : '', base, 0));
}
