/** Parts of one id get ids of their own; rules follow. */
import { withUniqueIds, wordsOfRenamed } from '#schemas/form/unique-ids.ts';
import { changesBetween } from '../model/changes-between.ts';
import { refuse, say, type Command } from '../model/command.ts';

export const uniqueIds: Command<undefined> = {
  id: 'unique-ids',
  run(document) {
    const { form, renamed } = withUniqueIds(document.form);
    if (!renamed.length) return refuse('unique', '沒有重複的代號。', 'No id is there twice.');
    const words = renamed.map(wordsOfRenamed);
    return {
      changes: changesBetween(document, { ...document, form }),
      words: say(words.map((one) => one['zh-Hant']).join('；'), words.map((one) => one.en).join('; ')),
    };
  },
};
