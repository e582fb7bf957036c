/**
 * Which questions and which columns of a dataset say who applies: name, number of identity, date of birth, of the person (or
 * body) itself and not of a spouse, a head of household, an agent. Words that county forms use; pure.
 */
import { plain } from '../taiwan/plain-text.ts';
import type { Field } from './definition.ts';

export type IdentityPart = 'name' | 'id' | 'birth';

const before =
  '(?:(?:申請人|申請者|申辦人|當事人|本人|民眾|您|你|個案|服務對象|受照顧者|使用者|學生|會員|成員)(?:本人)?的?|中文|真實)?';
const words: readonly (readonly [IdentityPart, RegExp])[] = [
  ['name', new RegExp(`^${before}(?:姓名|全名|名字)$`, 'u')],
  ['name', /^(?:申請)?(?:公司|商號|行號|工廠|機構|團體|法人|事業單位|事業|學校|社團|單位|廠商)(?:或\S{1,4})?名稱$/u],
  [
    'id',
    new RegExp(
      `^${before}(?:(?:國民)?身[分份]證(?:明文件)?(?:統一編號|統編|字號|號碼|號|編號)?|(?:國民)?統一編號|統一證號|外?僑?居留證(?:號碼?|統一證號)|(?:公司|商業|營利事業)統一編號)(?:[（(或/／].*)?$`,
      'u',
    ),
  ],
  ['birth', new RegExp(`^${before}(?:出生年月日|出生日期|生日)$`, 'u')],
  ['name', /^(?:(?:your|applicant'?s?|full|legal) )*name$|^name of (?:the )?applicant$/i],
  ['id', /^(?:(?:your|applicant'?s?) )?(?:national )?id(?:entity)?(?: card)?(?: (?:number|no\.?))?$/i],
  ['birth', /^(?:(?:your|applicant'?s?) )?(?:date of birth|birthday|birth date)$/i],
];

/** What a question with these words asks of the person itself. */
export function identityInWords(label: string): IdentityPart | undefined {
  const asked = plain(label)
    .replace(/[\s:：*＊?？]+$/u, '')
    .replace(/^請問/u, '')
    .trim();
  const joined = /\p{Script=Han}/u.test(asked) ? asked.replaceAll(' ', '') : asked;
  return words.find(([, pattern]) => pattern.test(joined))?.[0];
}

const columns: Readonly<Record<string, IdentityPart>> = {
  person_name: 'name',
  name: 'name',
  person_id: 'id',
  id_no: 'id',
  national_id: 'id',
  birth_date: 'birth',
  birthday: 'birth',
};

/** What the column says of the one whose row or record it is. Paths as the catalogue or a question writes them. */
export function identityInPath(path: string): IdentityPart | undefined {
  return columns[path.slice(path.lastIndexOf('.') + 1)];
}

/** Of a question: from its source where it has one, else from its words. */
export const identityOf = (field: Field): IdentityPart | undefined =>
  ['text', 'national-id', 'roc-date'].includes(field.type)
    ? (field.fill?.from.map(({ path }) => identityInPath(path)).find(Boolean) ??
      identityInWords(field.label['zh-Hant']))
    : undefined;
