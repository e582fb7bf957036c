/** Whose row it is: the answer to the row's own question for a name. */
import type { GroupField } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';

/** @returns undefined where the rows are of no persons, or nobody has said the name yet */
export function rowName({ fields }: GroupField, row: Answers): string | undefined {
  const asks = fields.find(
    ({ type, label, fill }) =>
      type === 'text' &&
      (fill?.from.some(({ path }) => /\.(?:person_)?name$/.test(path)) ||
        /^(?!.*[配父母]).*姓名$/u.test(label['zh-Hant'])),
  );
  const name = asks && row[asks.id];
  return typeof name === 'string' && name.trim() ? name : undefined;
}
