import { question, refused, type Rule, type Said } from './rule.ts';
import { saysPhrase, type Phrase } from './words.ts';

const consent = '(?:同意|授權|委託|許可)';
const lasting = '(?:長期|長久|永久|永遠|永續|終身|終生|持續|繼續|無限期|不限期|不定期限|無期限|常態|一直|自動)';
/** Not 長期照顧, which is a service. */
const lastingOf = `${lasting}(?!照[顧護])`;
const office = '(?:本府|本局|本處|本所|本會|本公所|本中心|本校|本行|本公司|本機關|貴|機關|縣府|市府|公所|我們)';
const again = '(?:持續|長期|永久|定期|不定期|隨時|自動|繼續|按月|按季|按年|每年|每季|每月|每週|每日|逐年|逐月)';
const takes = '(?:取得|查調|查詢|查核|調閱|調取|取用|下載|蒐集|介接|存取|更新|使用|利用|傳輸|傳送)';
const from = '(?:爾後|日後|往後|今後|以後|嗣後|之後|未來|後續|下次|每次|歷次|其後)';

const standing: readonly Phrase[] = [
  // 本同意長期有效; the consent that you give is valid for good
  { pattern: new RegExp(`${consent}[^。；\\n]{0,16}?${lastingOf}[^。；\\n]{0,3}(?:有效|適用|生效|授權|同意)`, 'u') },
  // 永久同意, 概括授權
  { pattern: new RegExp(`(?:長期|永久|終身|無限期|不限期|概括|常態|全面|空白)性?[地的]?(?:同意|授權|委託)`, 'u') },
  // 授權本府持續取得
  {
    pattern: new RegExp(`${consent}[^。；\\n]{0,6}${office}[^。；\\n]{0,20}?${again}[^。；，\\n]{0,16}?${takes}`, 'u'),
  },
  { pattern: new RegExp(`授權[^。；\\n]{0,16}?${again}[^。；，\\n]{0,16}?${takes}`, 'u') },
  // 爾後無須再次同意
  {
    pattern:
      /(?:無須|無需|毋須|毋需|不須|不必|不需要?|不用|無庸|免|without)[^。；，\n]{0,6}(?:再次|再度|再行|再|重新|另行|另為|逐次|逐案|每次)[^。；，\n]{0,6}(?:同意|授權)/u,
    denies: true,
  },
  // 視為同意往後每次申請
  { pattern: new RegExp(`(?:視為|視同|推定)[^。；\\n]{0,10}${consent}[^。；\\n]{0,14}${from}`, 'u') },
  { pattern: new RegExp(`${from}[^。；\\n]{0,16}(?:視為|視同|均依|皆依|沿用|適用)[^。；\\n]{0,10}${consent}`, 'u') },
  // 一次同意，終身適用
  {
    pattern: new RegExp(
      `(?:一次|一經|單次|首次|本次)${consent}[^。；\\n]{0,12}(?:終身|永久|長期|持續|往後|日後|爾後|以後)(?!照[顧護])`,
      'u',
    ),
  },
  {
    pattern:
      /\b(?:standing|permanent|perpetual|indefinite|ongoing|continuous|continuing|blanket|lifetime|open-ended)\s+(?:consent|authori[sz]ation|permission)\b/iu,
  },
  {
    pattern:
      /\b(?:consent|authori[sz]ation|permission)\b[^.;\n]{0,50}\b(?:indefinitely|permanently|perpetually|forever|for life|continuously|until (?:it is )?(?:revoked|withdrawn)|(?:remains?|stays?|is) (?:valid|in force|effective) (?:for|until))/iu,
  },
  {
    pattern:
      /\b(?:no|without(?: any)?)\s+(?:further|additional|new|renewed|more)\s+(?:consent|authori[sz]ation|permission)\b/iu,
    denies: true,
  },
  {
    pattern:
      /\b(?:consent|agree|authori[sz]e|permit|allow)\w*\b[^.;\n]{0,60}\b(?:continu\w+|regularly|periodically|repeatedly|automatically|at any time)\b[^.;\n]{0,30}\b(?:obtain|retriev|collect|access|fetch|request|download)/iu,
  },
];

/** Words that a person must weigh: they may speak of something else. */
const perhaps: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `${office}[^。；，\\n]{0,10}${again}[^。；，\\n]{0,16}${takes}[^。；，\\n]{0,16}(?:資料|個資|戶籍|財稅|所得|異動)`,
      'u',
    ),
  },
  { pattern: /(?:同意|授權)書?的?[^。；，\n]{0,8}(?:有效期|效期|期限|期間)[^。；，\n]{0,12}(?:年|個月|永久)/u },
  {
    pattern:
      /(?:不得|不能|不可|無法)(?:任意|隨意|再)?(?:撤回|撤銷|收回|取消)[^。；，\n]{0,6}(?:同意|授權)|(?:同意|授權)[^。；，\n]{0,6}(?:不得|不能|不可|無法)(?:任意|隨意|再)?(?:撤回|撤銷|收回|取消)/u,
    denies: true,
  },
];

function judged(field: 'terms' | 'purpose', text: string): readonly Said[] {
  const found = saysPhrase(text, standing);
  if (found)
    return [
      refused(
        field,
        `「${found}」是長期或概括的同意。MyData 每次取得資料都要當事人當次同意，請刪除；下次需要時再取得一次。`,
      ),
    ];
  const doubtful = saysPhrase(text, perhaps);
  return doubtful ? [question(field, `「${doubtful}」是否表示同意不只限於這一次？`)] : [];
}

/** 附件二: 「僅當次同意下載，非永久同意資料取用」. */
export const standingConsentRule: Rule = {
  id: 'standing-consent',
  clause: '手冊 附件二（個資保護：僅當次同意，非永久同意）',
  title: '只限當次同意',
  check: ({ terms, purpose }) => [...judged('terms', terms), ...judged('purpose', purpose)],
};
