import { catalogue } from '#schemas/datasets/catalogue.ts';
import { datasetField, question, refused, says, unsaid, type Rule } from './rule.ts';

/** Applications that the handbook (參-三) names as done in a system that already reads household, tax and insurance data. */
const centralSystem = /(低收入戶生活扶助|身心障礙(者)?生活補助)/u;

/** 手冊 參-一-(一): where the office can already look the facts up, that comes first. */
export const ownLookUpRule: Rule = {
  id: 'own-look-up',
  clause: '手冊 參-一-(一)',
  title: '機關可自行查調的，以系統查調為優先',
  check: ({ name, datasets }, context) => [
    ...datasets.flatMap(({ id, lookUp, lookUpNote }, index) => {
      const dataset = catalogue.get(id)?.name['zh-Hant'] ?? id;
      const at = (field: string) => datasetField(index, field);
      switch (lookUp) {
        case 'yes':
          return [refused(at('lookUp'), `貴機關已可自行查調「${dataset}」，請以系統查調為優先，並移除這項資料集。`)];
        case '':
          return [unsaid(context, at('lookUp'), `請選擇貴機關能不能自行查調「${dataset}」。`)];
        case 'in-part':
          return says(lookUpNote, 4)
            ? [
                question(
                  at('lookUpNote'),
                  `「${dataset}」可部分查調，機關說明：「${lookUpNote.trim()}」。是否仍需要 MyData？`,
                ),
              ]
            : [refused(at('lookUpNote'), `請說明為什麼查調「${dataset}」還不夠。`)];
        case 'no':
          return [];
      }
    }),
    ...(centralSystem.test(name)
      ? [
          question(
            'name',
            '這類業務使用全國社政資訊整合系統辦理，已可跨機關查調戶政、財稅與勞保資料。為什麼還需要 MyData？',
          ),
        ]
      : []),
  ],
};
