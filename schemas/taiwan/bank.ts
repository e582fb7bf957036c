import { plain, withoutSpaces } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** Institutions that a payment goes to. The main banks and the post office, by their three-digit code. */
export const postOffice = '700';

export const bankNames: Readonly<Record<string, string>> = {
  '004': '臺灣銀行',
  '005': '臺灣土地銀行',
  '006': '合作金庫商業銀行',
  '007': '第一商業銀行',
  '008': '華南商業銀行',
  '009': '彰化商業銀行',
  '011': '上海商業儲蓄銀行',
  '012': '台北富邦商業銀行',
  '013': '國泰世華商業銀行',
  '016': '高雄銀行',
  '017': '兆豐國際商業銀行',
  '048': '王道商業銀行',
  '050': '臺灣中小企業銀行',
  '052': '渣打國際商業銀行',
  '053': '台中商業銀行',
  '054': '京城商業銀行',
  '081': '滙豐（台灣）商業銀行',
  '101': '瑞興商業銀行',
  '102': '華泰商業銀行',
  '103': '臺灣新光商業銀行',
  '108': '陽信商業銀行',
  '118': '板信商業銀行',
  '147': '三信商業銀行',
  [postOffice]: '中華郵政',
  '803': '聯邦商業銀行',
  '805': '遠東國際商業銀行',
  '806': '元大商業銀行',
  '807': '永豐商業銀行',
  '808': '玉山商業銀行',
  '809': '凱基商業銀行',
  '810': '星展（台灣）商業銀行',
  '812': '台新國際商業銀行',
  '816': '安泰商業銀行',
  '822': '中國信託商業銀行',
  '823': '將來商業銀行',
  '824': '連線商業銀行',
  '826': '樂天國際商業銀行',
};

export const bankName = (institution: string): string | undefined => bankNames[institution];

/** Three digits; farmers' and fishermen's credit departments have codes that are not in the list above. */
export const isInstitutionCode = (text: string): boolean => /^\d{3}$/.test(text) && text !== '000';

export const isBranchCode = (text: string): boolean => /^\d{4}$/.test(text);

/** Post office: 局號 seven and 帳號 seven digits; banks have up to sixteen. */
export const isAccountNumber = (text: string, institution?: string): boolean =>
  institution === postOffice ? /^\d{14}$/.test(text) : /^\d{7,16}$/.test(text);

/** `004 臺灣銀行`, `700中華郵政`, `臺灣銀行（004）` or a name of the list → the code; what is none stays, to be found wrong. */
export const tidyInstitution = (text: string): string => {
  const whole = withoutSpaces(text).replace(/^\((\d{3})\)/, '$1');
  const code = /^(\d{3})[-:.、]?\D*$/u.exec(whole)?.[1] ?? /^\D+[(\-:]?(\d{3})\)?$/u.exec(whole)?.[1] ?? codeOf(whole);
  return code ?? whole.replaceAll('-', '');
};

/** 中國信託 is 中國信託商業銀行; what is left of a name is that of one bank only. */
const sameName = (name: string): string =>
  withoutSpaces(name)
    .replaceAll('台', '臺')
    .replace(/\(臺灣\)|[()]/g, '')
    .replace(/(?<=..)(?:國際)?(?:商業)?(?:儲蓄)?銀行$/, '');

const codeOf = (name: string): string | undefined => {
  const asked = sameName(name);
  if (asked === '郵局') return postOffice;
  return asked ? Object.keys(bankNames).find((code) => sameName(bankNames[code] ?? '') === asked) : undefined;
};

/** An account or branch number as typed → its digits; 局號 and 帳號 in front of them are read over. */
export const tidyAccount = (text: string): string =>
  plain(text)
    .replace(/[局帳]號:?/g, '')
    .replace(/[\s\-./]/g, '');

export const readInstitution = (typed: string): Reading<string, 'length'> => {
  const code = tidyInstitution(typed);
  return isInstitutionCode(code)
    ? read(typed, code, code, /\p{L}/u.test(typed) ? ['words'] : [])
    : refuse('length', '金融機構代碼應為 3 碼數字', 'has a bank code of 3 digits', '700');
};

/** @param institution its code, where it is known: the post office has accounts of its own kind */
export const readAccount = (typed: string, institution?: string): Reading<string, 'length' | 'digits'> => {
  const account = tidyAccount(typed);
  const post = institution === postOffice;
  if (isAccountNumber(account, institution)) return read(typed, account, account);
  const example = post ? '00012340123456' : '1234567890123';
  if (!/^\d*$/.test(account)) return refuse('digits', '帳號只填數字', 'has digits only', example);
  const n = account.length;
  return post
    ? refuse('length', `郵局應為局號 7 碼加帳號 7 碼，共 14 碼，現在是 ${n} 碼`, `has 14 digits, not ${n}`, example)
    : refuse('length', `帳號應為 7 到 16 碼數字，現在是 ${n} 碼`, `has 7 to 16 digits, not ${n}`, example);
};
