/** The persons on the form; a section of a role that is gone belongs to nobody in particular. */
import type { Role } from '#schemas/form/definition.ts';
import { refuse, say, type Command } from '../model/command.ts';
import { partsOf } from '../model/locate.ts';
import { Draft } from './shared/draft.ts';

export interface SetRoles {
  readonly roles: readonly Role[];
}

export const setRoles: Command<SetRoles> = {
  id: 'set-roles',
  run(document, { roles }) {
    const ids = roles.map(({ id }) => id);
    if (ids.filter((id) => id === 'applicant').length !== 1 || new Set(ids).size !== ids.length)
      return refuse(
        'roles',
        '角色代號不能重複，而且要有一位申請人。',
        'Roles have different ids, one of them applicant.',
      );
    const draft = new Draft(document);
    for (const { part, path } of partsOf(document).values())
      if ('role' in part && part.role !== undefined && !ids.includes(part.role)) draft.set(path, 'role', undefined);
    draft.set(['form'], 'roles', roles);
    return { changes: draft.changes, words: say('修改角色', 'Changed the roles'), key: 'set-roles' };
  },
};
