/** Who is at a form: whoever asks, and how their name is kept beside what they did. What they may do is decided by `access/`. */
import type { Context } from 'hono';
import type { BuilderRole, OfficeLabel } from '#schemas/wire/builder-api.ts';
import type { Person } from '../access/may.ts';
import { rolesIn } from '../access/may.ts';
import { rolesFor, type Verb } from '../access/verbs.ts';

/** The person behind a request. */
export type Designer = Person;

/** @throws 401 when nobody is signed in, 403 when the person may do this in no office */
export type RequireDesigner = (c: Context, verb: Verb) => Promise<Designer>;

/** Id and name as they are at this moment: a later name changes no record. */
export const byOf = ({ id, name }: Pick<Designer, 'id' | 'name'>): { readonly id: string; readonly name: string } => ({
  id,
  name,
});

/** Of an office that is not there any more the id stands for its name. */
export function officeLabel({ offices }: Pick<Person, 'offices'>, id: string): OfficeLabel {
  return { id, name: offices.get(id)?.name ?? { 'zh-Hant': id, en: id } };
}

/** Roles of the builder that the person holds in the office. */
export const builderRolesIn = (person: Person, office: string): readonly BuilderRole[] =>
  rolesFor['see-forms'].filter((role) => rolesIn(person, office).includes(role));
