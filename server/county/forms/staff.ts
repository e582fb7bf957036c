/** Who may do what with forms. */
import type { Context } from 'hono';
import type { BuilderRole } from '../../../schemas/wire/builder-api.ts';

/** The person behind a request. */
export interface Designer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** @throws 401 when nobody is signed in, 403 when the person has none of the roles */
export type RequireDesigner = (c: Context, roles: readonly BuilderRole[]) => Promise<Designer>;

export const anyRole: readonly BuilderRole[] = ['designer', 'approver', 'publisher', 'administrator'];
export const designing: readonly BuilderRole[] = ['designer', 'administrator'];
export const approving: readonly BuilderRole[] = ['approver'];
export const publishing: readonly BuilderRole[] = ['publisher'];

export const byOf = ({ id, name }: Designer): { readonly id: string; readonly name: string } => ({ id, name });
