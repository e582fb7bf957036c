/** Builders of small definitions for tests. */
import type { Condition, Field, FormDefinition } from '../definition.ts';
import type { Text } from '../../text.ts';

export const say = (text: string): Text => ({ 'zh-Hant': text, en: text });

export type Loose<T> = T extends Field ? Omit<T, 'id' | 'label'> & { readonly label?: Text } : never;

/** A field with a label made from its id. */
export const field = (id: string, rest: Loose<Field>): Field => ({ label: say(id), ...rest, id }) as Field;

/** One step with one section. */
export const formOf = (...fields: readonly Field[]): FormDefinition => stepsOf({ fields });

export const stepsOf = (
  ...steps: readonly {
    readonly show?: Condition;
    readonly sectionShow?: Condition;
    readonly fields: readonly Field[];
  }[]
): FormDefinition => ({
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'a-form',
  title: say('a form'),
  roles: [{ id: 'applicant', title: say('applicant') }],
  steps: steps.map(({ show, sectionShow, fields }, index) => ({
    id: `step${index}`,
    title: say(`step ${index}`),
    ...(show ? { show } : {}),
    sections: [
      { id: `section${index}`, title: say(`section ${index}`), ...(sectionShow ? { show: sectionShow } : {}), fields },
    ],
  })),
});
