import { question, refused, type Rule, type Said } from './rule.ts';
import { saysPhrase, type Phrase } from './words.ts';

/** The trade of those who apply is no use of theirs: 農產品行銷補助. */
const trade = '(?:補助|獎勵|計畫|計劃|推廣|課程|人才|專案|貸款|輔導|活動補助|業者|許可|執照)';

const selling: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `(?:用於|用在|用作|供作|作為|做為|供|進行|從事|寄送|寄發|提供|推播|發送|以及|及|與|並|或)[^。；，\\n]{0,10}(?:行銷|推銷|廣告|商業(?:利用|用途|目的)|置入)(?!${trade})`,
      'u',
    ),
  },
  {
    pattern:
      /(?:販售|轉售|出售|販賣|出租)[^。；，\n]{0,8}(?:資料|個資)|(?:資料|個資)[^。；，\n]{0,8}(?:販售|轉售|出售|販賣)/u,
  },
  {
    pattern:
      /\b(?:for|used for|send you|purposes? of)\b[^.;\n]{0,20}\b(?:marketing|advertis\w+|promotion\w*|sales)\b/iu,
  },
];

const open: readonly Phrase[] = [
  {
    pattern:
      /(?:其他|其它|一切|任何|各種|各項|不限)[之的]?(?:合法|相關|必要|正當|適當|有關)?[之的]?(?:用途|目的|利用|使用)/u,
  },
  { pattern: /(?:認為|視)(?:必要|適當|需要)(?:時)?[之的]?(?:用途|目的|利用|使用|業務)/u },
  { pattern: /\b(?:any|all|other)\s+(?:other\s+)?(?:lawful|legitimate|related|necessary)?\s*(?:purposes?|uses?)\b/iu },
];

const passing: readonly Phrase[] = [
  {
    pattern:
      /(?:提供|轉供|分享|揭露|移轉|交付|轉交)[給予至]?[^。；，\n]{0,8}(?:第三人|第三方|合作(?:廠商|單位|夥伴|企業)|關係企業|其他公司|民間業者)/u,
  },
  {
    pattern: /\b(?:share|disclose|transfer|provide)\w*\b[^.;\n]{0,30}\b(?:third part(?:y|ies)|partners|affiliates)\b/iu,
  },
];

function judged(field: 'terms' | 'purpose', text: string): readonly Said[] {
  const sold = saysPhrase(text, selling);
  if (sold) return [refused(field, `「${sold}」不是辦理這項申請。取得的資料只能用在民眾這次的申請，請刪除。`)];
  const wide = saysPhrase(text, open);
  const passed = saysPhrase(text, passing);
  return [
    ...(wide ? [question(field, `「${wide}」沒有界限。資料還會用在什麼地方？`)] : []),
    ...(passed ? [question(field, `「${passed}」：提供給誰，依據哪一個規定？`)] : []),
  ];
}

/** 附件一 五-(二)-1, 個資法第 5 條: use agrees with the purpose, and the purpose is stated. */
export const purposeBoundRule: Rule = {
  id: 'purpose-bound',
  clause: '附件一 五-(二)-1、個人資料保護法第 5 條',
  title: '利用方式與蒐集目的相符',
  check: ({ terms, purpose }) => [...judged('purpose', purpose), ...judged('terms', terms)],
};
