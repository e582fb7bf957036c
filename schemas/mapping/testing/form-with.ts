/** A form of one section, for tests of the mapping. */
import type { Condition, Field, FormDefinition } from '../../form/definition.ts';

const title = { 'zh-Hant': '測試', en: 'Test' };

/** A field of any type, its label made up: `Omit` over each member of the union. */
type Bare<T> = T extends Field ? Omit<T, 'label'> & { readonly label?: Field['label'] } : never;
export type BareField = Bare<Field>;

export const labelled = (fields: readonly BareField[]): readonly Field[] =>
  fields.map((field) => ({ ...field, label: field.label ?? { 'zh-Hant': `題目 ${field.id}`, en: field.id } }) as Field);

export const formWith = (fields: readonly BareField[], show?: Condition): FormDefinition => ({
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'test',
  title,
  roles: [{ id: 'applicant', title }],
  steps: [{ id: 'step', title, sections: [{ id: 'section', title, show, fields: labelled(fields) }] }],
});
