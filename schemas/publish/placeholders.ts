/** Words that only hold the place of words to come: 未命名, 問題 1, 選項一, New step, … Pure. */
import { plain } from '../taiwan/plain-text.ts';
import { isBlank } from './blank.ts';

const number = '[ _-]?(?:\\d+|[一二三四五六七八九十]+|[A-Z]|one|two|three)';
const patterns: readonly RegExp[] = [
  /^[（(【[「<]?(?:未命名|未命題|無標題|沒有標題|untitled|unnamed|no ?title)/i,
  // As this builder, and others, call what is new.
  /^(?:新(?:的|增)?|new )(?:題目|問題|步驟|區段|選項|表單|群組|服務|項目|question|step|section|option|form|group|service|item)(?:[ _-]?\d+)?$/i,
  new RegExp(`^(?:題目|問題|選項|步驟|區段|表單|群組|成員|項目|標題|欄位|資料)${number}$`, 'i'),
  new RegExp(`^(?:question|option|step|section|form|group|member|item|title|field|entry|page)${number}$`, 'i'),
  /^(?:題目|選項|步驟|區段|標題|question|option|title)$/i,
  /^(?:單行文字|多行文字|數字|選擇題|上傳檔案|重複群組)$/,
  /^[（(【[]?(?:待補|待填|待定|待確認|tbd|tbc|todo|x{3,}|○{2,}|lorem ipsum.*|請輸入(?:題目|標題|文字|選項|內容|說明)?|請填寫(?:題目|標題|文字|選項|內容|說明)?)[）)】\]]?$/i,
];
const justSigns = /^[^\p{L}\p{N}]+$/u;

/** `signs`: whether a text of nothing but signs can be meant, as of an option 「＋」. */
export function isPlaceholder(text: string | undefined, { signs = false } = {}): boolean {
  if (text === undefined || isBlank(text)) return false;
  const seen = plain(text);
  return patterns.some((pattern) => pattern.test(seen)) || (!signs && justSigns.test(seen));
}
