/** Another id for a part; conditions that speak of a question follow. */
import { find, groupOf, idOf, kindOf, type Ref } from '../model/locate.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import { idsInUse, lastId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import { dependentsOf, endsNaming, renamedIn, renamedSums } from '../model/references.ts';
import { Draft } from './shared/draft.ts';

export interface Rename {
  readonly ref: Ref;
  readonly id: string;
}

const patterns = {
  field: /^[a-z][a-zA-Z0-9]{0,63}$/,
  section: /^[a-z][a-zA-Z0-9-]{0,63}$/,
  step: /^[a-z][a-zA-Z0-9-]{0,63}$/,
};

export const rename: Command<Rename> = {
  id: 'rename',
  run(document, { ref, id }) {
    const found = find(document, ref);
    if (!found) return gone();
    const kind = kindOf(ref);
    const from = lastId(ref);
    if (!patterns[kind].test(id) || id in {})
      return refuse(
        'bad-id',
        '代號要用小寫英文字母開頭，後面用英文字母或數字。',
        'An id begins with a small letter, followed by letters and digits.',
      );
    if (id !== from && idsInUse(document, kind).has(id))
      return refuse('duplicate-id', `代號「${id}」已經用過了，請換一個。`, `The id "${id}" is used already.`);
    const draft = new Draft(document);
    const group = groupOf(ref);
    if (kind === 'field') {
      for (const { ref: other, path, key, condition } of dependentsOf(document, ref)) {
        // Seen from outside a group, its questions are named by sums alone.
        const rows = group && !groupOf(other) ? idOf(group) : undefined;
        draft.set(
          path,
          key,
          rows === undefined ? renamedIn(condition as Json, from, id) : renamedSums(condition as Json, rows, from, id),
        );
      }
      for (const { index, end } of endsNaming(document, ref))
        draft.set(['form', 'ends', index], 'when', renamedIn(end.when as Json, from, id));
    }
    draft.set(found.path, 'id', id);
    return {
      changes: draft.changes,
      words: say(`代號「${from}」改為「${id}」`, `Renamed "${from}" to "${id}"`),
      select: [group ? `field/${idOf(group)}.${id}` : (`${kind}/${id}` as Ref)],
    };
  },
};
