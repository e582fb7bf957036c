/** Another type for a question; what both types have stays, and its sources stay where they still fit. */
import { fieldKind, type Field, type FieldType } from '#schemas/form/fields/index.ts';
import { textIn } from '#schemas/text.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import type { Json } from '../model/json.ts';
import { findField, groupOf, placeOf, type Ref } from '../model/locate.ts';
import { dependentsOf } from '../model/references.ts';
import { Draft } from './shared/draft.ts';
import { newQuestion } from './shared/question.ts';
import { propertiesOf } from './set-property.ts';
import { typeNames } from './shared/type-names.ts';

export interface ChangeType {
  readonly question: Ref;
  readonly type: FieldType;
}

export const changeType: Command<ChangeType> = {
  id: 'change-type',
  run(document, { question: ref, type }) {
    const found = findField(document, ref);
    if (!found) return gone();
    const old = found.part;
    const kind = fieldKind(type);
    if (kind.own || fieldKind(old.type).own || (groupOf(ref) && kind.outside))
      return refuse(
        'other-kind',
        '這種題目不能直接換成別種，請新增一題。',
        'Add a new question instead of changing this one.',
      );
    const asking = dependentsOf(document, ref);
    const fresh = newQuestion(type, old.id);
    const kept = Object.fromEntries(
      Object.entries(old).filter(
        ([key]) => propertiesOf(type).includes(key) && (key !== 'fill' || kind.takes.length > 0),
      ),
    );
    const changed = { ...fresh, ...kept, id: old.id, type } as Field;
    const draft = new Draft(document);
    const { list, index } = placeOf(found);
    draft.remove(list, index);
    draft.insert(list, index, changed as unknown as Json);
    const name = typeNames[type];
    const checkAgain = asking.length
      ? ['；請再檢查用到這題的顯示條件', '; check the conditions that ask about it']
      : ['', ''];
    return {
      changes: old.type === type ? [] : draft.changes,
      words: say(
        `「${old.label['zh-Hant']}」改為${name['zh-Hant']}${checkAgain[0]}`,
        `"${textIn(old.label, 'en')}" is now ${name.en}${checkAgain[1]}`,
      ),
      select: [ref],
    };
  },
};
