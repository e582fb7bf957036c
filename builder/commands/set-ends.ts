/** Answers with which the application can not go on: all of them, in order. */
import type { End } from '#schemas/form/definition.ts';
import { refuse, say, type Command } from '../model/command.ts';
import { Draft } from './shared/draft.ts';

export interface SetEnds {
  readonly ends: readonly End[];
}

export const setEnds: Command<SetEnds> = {
  id: 'set-ends',
  run(document, { ends }) {
    if (new Set(ends.map(({ id }) => id)).size !== ends.length)
      return refuse('duplicate-id', '結束規則的代號不能重複。', 'Ends have different ids.');
    const before = document.form.ends?.length ?? 0;
    const draft = new Draft(document);
    draft.set(['form'], 'ends', ends.length ? ends : undefined);
    const words =
      ends.length > before
        ? say('新增結束規則', 'Added an end')
        : ends.length < before
          ? say('刪除結束規則', 'Removed an end')
          : say('修改結束規則', 'Changed an end');
    return { changes: draft.changes, words, ...(ends.length === before ? { key: 'set-ends' } : {}) };
  },
};
