/** Chinese numerals up to 9999 → a number: 一一四, 一百一十四, 廿九, 元. Undefined where the text is none. */
const digits: Readonly<Record<string, number>> = {
  '〇': 0, '○': 0, '零': 0, '一': 1, '壹': 1, '二': 2, '貳': 2, '兩': 2, '三': 3, '參': 3, '叁': 3, '四': 4, '肆': 4,
  '五': 5, '伍': 5, '六': 6, '陸': 6, '七': 7, '柒': 7, '八': 8, '捌': 8, '九': 9, '玖': 9,
}; // prettier-ignore
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const tens: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };

const chineseNumber = (written: string): number | undefined => {
  const text = written.replace(/[廿卅卌]/g, (ten) => tens[ten] ?? '');
  const letters = Array.from(text);
  if (!letters.length || letters.length > 8) return undefined;
  if (letters.every((letter) => letter in digits)) {
    return letters.length > 4 ? undefined : Number(letters.map((letter) => digits[letter]).join(''));
  }
  let sum = 0;
  let digit: number | undefined;
  let last = Infinity;
  for (const letter of letters) {
    const unit = units[letter];
    if (unit !== undefined) {
      if (unit >= last || digit === 0) return undefined;
      sum += (digit ?? 1) * unit;
      last = unit;
      digit = undefined;
    } else {
      const value = digits[letter];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  return sum + (digit ?? 0);
};

/** Whole runs of Chinese numerals in a text as digits. */
export const withDigits = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九十百千廿卅卌兩壹貳參叁肆伍陸柒捌玖拾佰仟]+/g, (run) => {
    const value = chineseNumber(run);
    return value === undefined ? run : String(value);
  });
