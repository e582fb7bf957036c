import { offeredMethods } from '../../identity/methods/levels.ts';
import { datasetField, refused, type Rule } from './rule.ts';

/** 手冊 貳-二 表 3, 表 4: what is on offer can be asked for, what is only planned can not. */
export const knownDatasetsRule: Rule = {
  id: 'known-datasets',
  clause: '手冊 貳-二 表 3、表 4',
  title: '資料集已上架',
  check({ datasets }, { catalogue }) {
    if (!datasets.length) return [refused('datasets.0.id', '請至少選擇一項資料集。')];
    const each = datasets.flatMap(({ id }, index) => {
      const at = datasetField(index, 'id');
      const entry = catalogue.get(id);
      if (!entry) return [refused(at, id ? `資料集目錄裡沒有「${id}」。` : '請選擇資料集，或移除這一列。')];
      if (entry.status === 'planned') return [refused(at, `「${entry.name['zh-Hant']}」還在規劃，不能要求。`)];
      return datasets.findIndex((other) => other.id === id) === index
        ? []
        : [refused(at, `「${entry.name['zh-Hant']}」選了兩次。`)];
    });
    const entries = datasets.flatMap(({ id }) => catalogue.get(id) ?? []);
    return each.length || offeredMethods(entries).length
      ? each
      : [refused(datasetField(0, 'id'), '沒有任何一種身分驗證方式可以同時取得這些資料集，請分成不同的服務。')];
  },
};
