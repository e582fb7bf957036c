/** What properties, and values that are codes, are called in the list of changes. */
import { fieldTypes, fieldKind } from '../form/fields/index.ts';
import type { Text } from '../text.ts';

/** Those of one type of question are stated with it. */
const ofFields: ReadonlyMap<string, Text> = new Map(
  fieldTypes.flatMap((type) =>
    Object.entries(fieldKind(type).settings).flatMap(([key, { word }]) => (word ? [[key, word] as const] : [])),
  ),
);

const words: { readonly [key: string]: readonly [string, string] | undefined } = {
  label: ['題目文字', 'label'],
  title: ['標題', 'title'],
  intro: ['引言', 'introduction'],
  hint: ['說明', 'hint'],
  show: ['顯示條件', 'condition'],
  required: ['必填', 'required'],
  requiredWhen: ['必填條件', 'condition of being required'],
  calculate: ['計算', 'calculation'],
  fill: ['資料來源', 'source'],
  rows: ['資料列來源', 'source of the rows'],
  type: ['題型', 'type'],
  role: ['角色', 'role'],
  roles: ['角色', 'roles'],
  ends: ['無法申請的情形', 'ends'],
  autocomplete: ['自動填入', 'autofill'],
  name: ['名稱', 'name'],
  summary: ['說明', 'summary'],
  agency: ['機關', 'agency'],
  modes: ['辦理方式', 'modes'],
  audience: ['申請對象', 'who can apply'],
  prepare: ['應備文件', 'what to prepare'],
  processingDays: ['處理天數', 'days of processing'],
  fee: ['費用', 'fee'],
  legalBasis: ['法律依據', 'legal basis'],
  purposes: ['特定目的代碼', 'purpose codes'],
  purpose: ['蒐集目的', 'purpose'],
  datasets: ['要求的資料集', 'datasets asked for'],
  extraDatasetsBasis: ['超過五項資料集的法律依據', 'legal basis for more than five datasets'],
  replaces: ['取代的證明', 'proofs replaced'],
  lookUp: ['機關能否自行查調', 'whether the office can look it up'],
  lookUpNote: ['查調不足的說明', 'why looking it up is not enough'],
  centralService: ['中央機關是否已有線上申辦', 'whether a central agency offers it online'],
  special: ['特種個人資料的依據', 'basis for special categories'],
  basis: ['法律依據', 'legal basis'],
  writtenConsent: ['取得書面同意', 'written consent'],
  email: ['電子郵件', 'e-mail'],
  retentionDays: ['保存天數', 'days of retention'],
  manual: ['不使用 MyData 的申請方式', 'applying without MyData'],
  dataClasses: ['個人資料類別', 'classes of data'],
  period: ['利用期間', 'period'],
  area: ['利用地區', 'area'],
  recipients: ['利用對象', 'recipients'],
  manner: ['利用方式', 'manner'],
  rights: ['當事人權利', 'rights'],
  ifRefused: ['不提供的影響', 'if refused'],
  source: ['資料來源', 'source'],
  contact: ['聯絡方式', 'contact'],
  notice: ['告知事項', 'notice'],
  agentBasis: ['代理的法律依據', 'legal basis of an agent'],
  county: ['縣市', 'county'],
  text: ['說明', 'text'],
  when: ['條件', 'condition'],
  phone: ['電話', 'phone'],
  hours: ['服務時間', 'hours'],
};

/** Undefined where it has no name of its own. */
export function namedWord(key: string): Text | undefined {
  const found = Object.hasOwn(words, key) ? words[key] : undefined;
  return found ? { 'zh-Hant': found[0], en: found[1] } : ofFields.get(key);
}

export const wordOf = (key: string): Text => namedWord(key) ?? { 'zh-Hant': '設定', en: key };

const codes: { readonly [key: string]: { readonly [code: string]: readonly [string, string] } | undefined } = {
  lookUp: { no: ['不能', 'no'], 'in-part': ['只能查到一部分', 'in part'], yes: ['可以', 'yes'] },
  centralService: { none: ['沒有', 'none'], exists: ['已經有', 'exists'] },
  modes: { online: ['線上申辦', 'online'], counter: ['臨櫃核驗', 'at the counter'] },
};

/** Undefined where it is no code that has a name. */
export function codeWord(key: string, code: unknown): Text | undefined {
  const known = Object.hasOwn(codes, key) ? codes[key] : undefined;
  if (!known || typeof code !== 'string' || !Object.hasOwn(known, code)) return undefined;
  const [zh, en] = known[code]!;
  return { 'zh-Hant': zh, en };
}
