import { catalogue } from '#schemas/datasets/catalogue.ts';
import { datasetField, namesLaw, question, refused, says, type Rule } from './rule.ts';

/** 手冊 參-一-(三), (五): only what replaces a proof that the rule for this application already demands. */
export const demandedProofRule: Rule = {
  id: 'demanded-proof',
  clause: '手冊 參-一-(三)、(五)',
  title: '以規定須檢附的證明文件為限',
  check: ({ datasets }, { stage }) =>
    datasets.flatMap(({ id, document, rule, demanded }, index) => {
      const name = catalogue.get(id)?.name['zh-Hant'] ?? id;
      const at = (field: string) => datasetField(index, field);
      if (!says(document)) return [refused(at('document'), `請寫明「${name}」取代民眾原來要附的哪一份紙本證明。`)];
      if (!says(rule)) return [refused(at('rule'), `請寫明哪一個規定要民眾附「${document}」。`)];
      if (demanded === 'not-demanded')
        return [
          refused(at('demanded'), `申辦規定沒有要求附「${document}」，就不能要求「${name}」。請移除這項資料集。`),
        ];
      if (demanded === '') return [refused(at('demanded'), `請選擇申辦規定是否要求附「${document}」。`)];
      if (!namesLaw(rule))
        return [question(at('rule'), `「${rule}」看不出是哪一個規定。它是否要求民眾附「${document}」？`)];
      if (stage === 'live') return [question(at('rule'), `「${rule}」是否要求民眾附「${document}」？`)];
      return [];
    }),
};
