/** Rules within one field, whatever its type; those of the type are stated with it (`fields/`). */
import { fieldKind, type Field } from './fields/index.ts';
import { fieldRules } from './fields/rules.ts';
import { problem, type DefinitionProblem } from './problem.ts';

export function checkField(field: Field, path: string): readonly DefinitionProblem[] {
  const kind = fieldKind(field.type);
  const fill =
    field.fill && !kind.takes.length
      ? [
          problem(
            `${path}/fill`,
            'fill-type',
            '這種欄位不能由 MyData 帶入資料。',
            `A ${field.type} field can not be filled.`,
          ),
        ]
      : [];
  const twice =
    field.fill && 'calculate' in field
      ? [
          problem(
            `${path}/calculate`,
            'calculate-filled',
            '這一題已經由 MyData 帶入，不能再用計算的。請移除其中一個。',
            'The field is filled by MyData, so it can not be calculated too.',
          ),
        ]
      : [];
  return [...fill, ...twice, ...(fieldRules(field.type).check?.(field, path, checkField) ?? [])];
}
