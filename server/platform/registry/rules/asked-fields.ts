import { datasetField, question, refused, type Rule } from './rule.ts';

/** From here on "all fields" deserves the question whether each is needed. */
const many = 8;

/** 附件一 五-(二)-1 (as little as possible), 附件三 三-11 (single fields instead of whole datasets). */
export const askedFieldsRule: Rule = {
  id: 'asked-fields',
  clause: '附件一 五-(二)-1、附件三 三-11',
  title: '只要求用得到的欄位',
  check: ({ datasets }, { catalogue, fieldsOf, stage }) =>
    datasets.flatMap(({ id, fields }, index) => {
      const entry = catalogue.get(id);
      if (!entry || entry.status === 'planned') return [];
      const name = entry.name['zh-Hant'];
      const at = datasetField(index, 'fields');
      const offered = fieldsOf(id);
      if (!offered || entry.offers !== 'fields') {
        return fields.some((path) => path !== '$')
          ? [refused(at, `「${name}」只有簽章文件，沒有可以單獨要求的欄位。請移除欄位。`)]
          : [];
      }
      const paths = new Set(offered.map(({ path }) => path));
      // A form's evidence shows the whole document; then `$` is what it asks for.
      const unknown = fields.filter((path) => path !== '$' && !paths.has(path));
      if (unknown.length) return unknown.map((path) => refused(at, `「${name}」沒有「${path}」這個欄位。`));
      if (!fields.length) return [refused(at, `請勾選「${name}」中用得到的欄位。`)];
      const all = fields.includes('$') || (fields.length === paths.size && paths.size >= many);
      return all && stage === 'live' ? [question(at, `要求了「${name}」的全部欄位。每一個都用得到嗎？`)] : [];
    }),
};
