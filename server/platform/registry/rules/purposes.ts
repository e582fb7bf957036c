import { isDataClassCode, isPurposeCode } from '#schemas/services/purposes.ts';
import { refused, says, type Rule } from './rule.ts';

/** 個資法第 8 條, 第 53 條: the purpose, in words and in the official codes. */
export const purposesRule: Rule = {
  id: 'purposes',
  clause: '個人資料保護法第 8 條、第 53 條',
  title: '特定目的與個人資料類別',
  check: ({ purpose, purposeCodes, dataClasses }) => [
    ...(says(purpose, 6) ? [] : [refused('purpose', '請用一兩句話寫明取得資料要做什麼。')]),
    ...(purposeCodes.length ? [] : [refused('purposeCodes', '請至少填一個特定目的代號，例如 057（社會行政）。')]),
    ...purposeCodes
      .filter((code) => !isPurposeCode(code))
      .map((code) => refused('purposeCodes', `「${code}」不是特定目的的代號（001 到 182）。`)),
    ...(dataClasses.length ? [] : [refused('dataClasses', '請至少填一個個人資料類別代號，例如 C001（辨識個人者）。')]),
    ...dataClasses
      .filter((code) => !isDataClassCode(code))
      .map((code) => refused('dataClasses', `「${code}」不是個人資料類別的代號（例如 C001）。`)),
  ],
};
