/** Puts a new, empty question of a type into a section or group. */
import { fieldKind, type FieldType } from '#schemas/form/fields/index.ts';
import { refuse, say, type Command } from '../model/command.ts';
import { freshId, idsInUse } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import { partsOf } from '../model/locate.ts';
import { openPlace, refAt, type Place } from './shared/place.ts';
import { newQuestion } from './shared/question.ts';
import { typeNames } from './shared/type-names.ts';

export interface AddQuestion {
  readonly type: FieldType;
  readonly to: Place;
  /** `evidence` alone: whose documents it shows. */
  readonly dataset?: string;
}

export const addQuestion: Command<AddQuestion> = {
  id: 'add-question',
  run(document, { type, to, dataset }) {
    const place = openPlace(document, to, [type]);
    if ('refused' in place) return place;
    if (fieldKind(type).byDataset && !dataset)
      return refuse(
        'evidence-dataset',
        '請從左邊的資料集拖曳，佐證文件要先知道是哪一項資料集的文件。',
        'Evidence belongs to a dataset: take it from the catalogue.',
      );
    const id = freshId(idsInUse(document, 'field'), type === 'evidence' ? 'evidence' : 'question1');
    // The first that asks for a number of identity asks for the applicant's own.
    const own =
      type === 'national-id' &&
      ![...partsOf(document).values()].some(({ part }) => 'type' in part && part.type === type);
    const question = {
      ...newQuestion(type, id),
      ...(type === 'evidence' ? { dataset } : {}),
      ...(own ? { required: true } : {}),
    };
    const { 'zh-Hant': zh, en = zh } = typeNames[type];
    return {
      changes: [{ op: 'insert', path: place.list, index: place.index, value: question as unknown as Json }],
      words: say(`新增題目（${zh}）`, `Added a question (${en})`),
      select: [refAt(to, id)],
    };
  },
};
