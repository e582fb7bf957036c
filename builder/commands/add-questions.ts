/** Several questions at once, as they were typed line by line. One undo takes all back. */
import { refuse, say, type Command } from '../model/command.ts';
import { freshId, idsInUse } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import { openPlace, refAt, type Place } from './shared/place.ts';
import { newQuestion } from './shared/question.ts';
import { asFor, optionsOf, type LineQuestion } from './shared/read-line.ts';

export interface AddQuestions {
  readonly questions: readonly LineQuestion[];
  readonly to: Place;
}

export const addQuestions: Command<AddQuestions> = {
  id: 'add-questions',
  run(document, { questions, to }) {
    if (!questions.length) return refuse('no-lines', '請先輸入題目，一行一題。', 'Type the questions, one in a line.');
    const place = openPlace(
      document,
      to,
      questions.map(({ type }) => type),
    );
    if ('refused' in place) return place;
    const used = idsInUse(document, 'field');
    const made = questions.map(({ type, label, options, required }) => ({
      ...newQuestion(type, freshId(used, 'question1')),
      label: { 'zh-Hant': label, en: '' },
      ...(options && type === 'choice' ? { as: asFor(options), options: optionsOf(options) } : {}),
      ...(required ? { required } : {}),
    }));
    const [only] = made;
    return {
      changes: made.map((question, offset) => ({
        op: 'insert',
        path: place.list,
        index: place.index + offset,
        value: question as unknown as Json,
      })),
      words:
        made.length === 1 && only
          ? say(`新增題目「${only.label['zh-Hant']}」`, `Added "${only.label['zh-Hant']}"`)
          : say(`新增 ${made.length} 題`, `Added ${made.length} questions`),
      select: made.map(({ id }) => refAt(to, id)),
    };
  },
};
