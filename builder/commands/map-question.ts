/** A field of a dataset onto a question that is there: it fills the question, after any source that it has already. */
import type { Field } from '../../schemas/form/definition.ts';
import type { PaletteDataset } from '../../schemas/wire/palette.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import type { Json } from '../model/json.ts';
import { findField, groupOf, type Ref } from '../model/locate.ts';
import { pathFor, sourceFor } from './shared/mapped-question.ts';

export interface MapQuestion {
  readonly question: Ref;
  readonly dataset: PaletteDataset;
  /** As the catalogue writes it. */
  readonly path: string;
}

const neverFilled: readonly Field['type'][] = ['declaration', 'file', 'evidence', 'group', 'bank-account'];

export const mapQuestion: Command<MapQuestion> = {
  id: 'map-question',
  run(document, { question: ref, dataset, path }) {
    const found = findField(document, ref);
    const field = dataset.fields.find((one) => one.path === path);
    if (!found || !field) return gone();
    const question = found.part;
    const label = question.label['zh-Hant'];
    if (neverFilled.includes(question.type))
      return refuse(
        'fill-type',
        `「${label}」這種題目不能由 MyData 帶入。`,
        `"${question.label.en}" can not be filled.`,
      );
    const groupRef = groupOf(ref);
    const group = groupRef && findField(document, groupRef)?.part;
    const rows = group?.type === 'group' ? group.rows?.from.find((one) => one.dataset === dataset.id)?.path : undefined;
    if (groupRef && rows === undefined)
      return refuse(
        'other-dataset',
        '群組裡的題目必須和資料列來自同一項資料集。',
        'Not the dataset that the rows come from.',
      );
    const inner = pathFor(dataset, field, { rows });
    if (inner === undefined)
      return refuse('other-rows', `「${field.label['zh-Hant']}」不在這個群組的資料列裡。`, 'Not a field of the rows.');
    const source = sourceFor(dataset, field, question, inner);
    if ('refused' in source) return source;
    const from = question.fill?.from ?? [];
    if (from.some((one) => one.dataset === source.dataset && one.path === source.path))
      return refuse(
        'mapped-already',
        `「${label}」已經由這個欄位帶入了。`,
        'The question is filled from this field already.',
      );
    const fill = { policy: question.fill?.policy ?? 'confirm', from: [...from, source] };
    return {
      changes: [
        {
          op: 'set',
          path: found.path,
          key: 'fill',
          ...(question.fill ? { before: question.fill as unknown as Json } : {}),
          after: fill as unknown as Json,
        },
      ],
      words: say(
        `「${label}」由「${dataset.name['zh-Hant']}・${field.label['zh-Hant']}」帶入`,
        `"${question.label.en}" is filled from ${dataset.name.en}, ${field.label.en}`,
      ),
      select: [ref],
    };
  },
};
