import { question, refused, type Rule, type Said } from './rule.ts';
import { saysPhrase } from './words.ts';

const tenYears = 3653;
/** The longest term that files of an office which are not kept for good have (檔案保存年限基準: 30 years). */
const thirtyYears = 10_958;
/** Within them an applicant may file an administrative appeal (訴願法第 14 條). */
const appeal = 30;

const forGood = [
  {
    pattern:
      /(?:永久|永遠|永續|無限期|不限期)[^。；，\n]{0,4}(?:保存|保留|留存|儲存)|\bk(?:eep|ept)\b[^.;\n]{0,20}\b(?:indefinitely|permanently|forever)\b/iu,
  },
];

function ofDays(days: number, counterOnly: boolean): readonly Said[] {
  const at = (said: typeof question, text: string): readonly Said[] => [said('retentionDays', text)];
  if (days > thirtyYears)
    return at(
      refused,
      `資料要保存 ${days} 天（約 ${Math.floor(days / 365.25)} 年），超過 30 年。請改為規定的年限，特定目的消失就應刪除。`,
    );
  if (days > tenYears) return at(question, `資料要保存 ${days} 天，超過 10 年。哪一個規定要求這麼久？`);
  if (days === 0)
    return counterOnly
      ? at(question, '保存 0 天：臨櫃查驗後是否不留存任何資料？這個申請的准駁要拿什麼證明？')
      : at(refused, '保存 0 天，申請案就沒有資料可以審核，也無法查核。請填申請案件依規定要保存的天數。');
  if (days < appeal) return at(question, `只保存 ${days} 天，民眾提起訴願的 30 天內就沒有資料了。這樣是否足夠？`);
  return [];
}

/** 個資法第 11 條第 3 項, 手冊 參-一-(三), (五): nothing is kept longer than needed; 附件一 六-(二): what was done can be checked. */
export const retentionRule: Rule = {
  id: 'retention',
  clause: '個人資料保護法第 11 條、手冊 參-一-(三)、附件一 六-(二)',
  title: '保存期間',
  check({ retentionDays, modes, terms }) {
    if (retentionDays === undefined || !Number.isInteger(retentionDays) || retentionDays < 0)
      return [refused('retentionDays', '請填資料保存的天數（整數），例如 1825（5 年）。')];
    const kept = saysPhrase(terms, forGood);
    return [
      ...ofDays(retentionDays, modes.length > 0 && modes.every((mode) => mode === 'counter')),
      ...(kept ? [question('terms', `條款寫「${kept}」，保存天數是 ${retentionDays} 天。哪一個才對？`)] : []),
    ];
  },
};
