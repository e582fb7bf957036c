/**
 * One typed line → a question: the words say which type it is, options stand behind a colon. 「是否有其他補助：有／沒有」.
 * Pure guessing from words that county forms use; the designer sees the guess before it is taken.
 */
import type { Field, FieldType, Option } from '#schemas/form/definition.ts';
import { fieldTypes, fieldKind } from '#schemas/form/fields/index.ts';
import { identityInWords } from '#schemas/form/identity.ts';
import { withoutMarks } from './list-marks.ts';

export interface LineQuestion {
  readonly type: FieldType;
  readonly label: string;
  readonly options?: readonly string[];
  readonly required?: boolean;
}

const byWords = fieldTypes
  .flatMap((type) => {
    const { heard } = fieldKind(type);
    return heard ? [{ type, ...heard }] : [];
  })
  .sort((one, other) => one.rank - other.rank);

const yesNo = /^是否|[嗎？?]$|^有無|^有沒有/;
const separators = /[／/、|]|\s*,\s*|，/;

/** Every line that is none but a number or bullet. */
export const readLines = (text: string): readonly LineQuestion[] =>
  withoutMarks(
    text
      .split(/\r\n?|[\n\u2028\u2029]/u)
      .map((line) => line.replace(/\t/g, ' ').trim())
      .filter(Boolean),
  ).flatMap((line) => readLine(line) ?? []);

/** Undefined for an empty line. */
export function readLine(text: string): LineQuestion | undefined {
  const [line] = withoutMarks([text.trim()]);
  if (!line) return undefined;
  const optional = /[（([［]\s*(?:選填|非必填|可不填|可免填|optional)\s*[)）\]］]$/i;
  const needed = /[*＊]$|[（([［]\s*(?:必填|required)\s*[)）\]］]$/i;
  const plain = line.replace(needed, '').replace(optional, '').trim();
  // Who applies has to be said, unless somebody says that it need not.
  const required = needed.test(line) || (!optional.test(line) && identityInWords(plain) !== undefined);
  const more = required ? { required } : {};
  const [, head, tail] = /^(.+?)[：:]\s*(.+)$/.exec(plain) ?? [];
  const options = [...new Set((tail?.split(separators) ?? []).map((one) => one.trim()).filter(Boolean))];
  if (head && options.length > 1) return { type: 'choice', label: head.trim(), options, ...more };
  const label = plain.replace(/[：:]$/, '').trim();
  if (!label) return undefined;
  const type = byWords.find(({ words }) => words.test(label))?.type;
  // 「是否…」 asks for yes or no, whatever it speaks of.
  if (/^(是否|有無|有沒有)/.test(label) || (!type && yesNo.test(label)))
    return { type: 'choice', label, options: ['是', '否'], ...more };
  return { type: type ?? 'text', label, ...more };
}

const english: { readonly [zh: string]: string } = {
  是: 'Yes',
  否: 'No',
  有: 'Yes',
  無: 'No',
  沒有: 'No',
  其他: 'Other',
};

export const optionsOf = (words: readonly string[]): readonly Option[] =>
  words.map((word) => ({ value: word, label: { 'zh-Hant': word, en: english[word] ?? '' } }));

/** From how many options on a list to pull down reads better than buttons. */
export const asFor = (options: readonly unknown[]): Extract<Field, { type: 'choice' }>['as'] =>
  options.length >= 7 ? 'select' : 'radio';
