import { datasetLimit } from '../read-register.ts';
import { namesLaw, question, refused, says, type Rule } from './rule.ts';

/** 手冊 參-一-(六): five datasets per service, more only with a stated legal basis, which the platform weighs. */
export const datasetLimitRule: Rule = {
  id: 'dataset-limit',
  clause: '手冊 參-一-(六)',
  title: '資料集數量以 5 個為限',
  check({ datasets, anyOf = [], extraDatasetsBasis }) {
    // Of a choice one is handed over: it counts once.
    const count = datasets.length - anyOf.reduce((sum, group) => sum + group.length - 1, 0);
    if (count <= datasetLimit && datasets.length <= datasetLimit) return [];
    if (count <= datasetLimit)
      return [
        question(
          'extraDatasetsBasis',
          `登錄 ${datasets.length} 項資料集，其中有擇一的，民眾一次最多提供 ${count} 項。每一項選擇是否都必要？`,
        ),
      ];
    if (!says(extraDatasetsBasis, 4))
      return [
        refused(
          'extraDatasetsBasis',
          `這個服務要求 ${count} 項資料集，超過 ${datasetLimit} 項。請減少資料集；確實需要時，請在「超過 5 項的法源依據」寫明法律依據，由本平臺審查。`,
        ),
      ];
    const named = namesLaw(extraDatasetsBasis) ? '' : '（所寫的內容看不出是哪一部法規）';
    return [
      question(
        'extraDatasetsBasis',
        `要求 ${count} 項資料集，敘明的法源依據是「${extraDatasetsBasis.trim()}」${named}。依據是否足夠、每一項是否都必要？`,
      ),
    ];
  },
};
