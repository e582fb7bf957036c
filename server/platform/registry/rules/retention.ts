import { question, refused, type Rule } from './rule.ts';

const tenYears = 3653;

/** 個資法第 11 條第 3 項, 手冊 參-一-(三), (五): nothing is kept longer than needed. */
export const retentionRule: Rule = {
  id: 'retention',
  clause: '個人資料保護法第 11 條、手冊 參-一-(三)',
  title: '保存期間',
  check({ retentionDays }) {
    if (retentionDays === undefined || !Number.isInteger(retentionDays) || retentionDays < 0)
      return [refused('retentionDays', '請填資料保存的天數（0 以上的整數），例如 1825（5 年）。')];
    return retentionDays > tenYears
      ? [question('retentionDays', `資料要保存 ${retentionDays} 天，超過 10 年。哪一個規定要求這麼久？`)]
      : [];
  },
};
