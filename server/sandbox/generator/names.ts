/** Invented names, with their romanization: family names by how common they are, given names of two characters mostly. */
import type { Sex } from './household.ts';
import type { Random } from './random.ts';

export interface Name {
  readonly text: string;
  readonly roman: string;
}

/** 陳:Chen … → pairs. */
const pairs = (list: string): readonly (readonly [string, string])[] =>
  list.split(' ').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);

const common = pairs('陳:Chen 林:Lin 黃:Huang 張:Chang 李:Li 王:Wang 吳:Wu 劉:Liu 蔡:Tsai 楊:Yang');
const others = pairs(
  '許:Hsu 鄭:Cheng 謝:Hsieh 郭:Kuo 洪:Hung 邱:Chiu 曾:Tseng 廖:Liao 賴:Lai 徐:Hsu 周:Chou 葉:Yeh 蘇:Su 莊:Chuang 江:Chiang ' +
    '呂:Lu 何:Ho 羅:Lo 高:Kao 蕭:Hsiao 潘:Pan 簡:Chien 朱:Chu 鍾:Chung 游:Yu 詹:Chan 沈:Shen 施:Shih 翁:Weng 涂:Tu',
);
const given: Readonly<Record<Sex, readonly (readonly [string, string])[]>> = {
  M: pairs(
    '志:chih 明:ming 家:chia 豪:hao 俊:chun 傑:chieh 建:chien 宏:hung 文:wen 雄:hsiung 國:kuo 榮:jung 承:cheng 恩:en 柏:po ' +
      '翰:han 冠:kuan 宇:yu 彥:yen 廷:ting 信:hsin 義:yi 正:cheng 德:te 金:chin 水:shui 清:ching 源:yuan 瑋:wei 哲:che',
  ),
  F: pairs(
    '淑:shu 芬:fen 美:mei 玲:ling 雅:ya 婷:ting 怡:yi 君:chun 秀:hsiu 英:ying 麗:li 華:hua 惠:hui 珍:chen 佩:pei 珊:shan ' +
      '詩:shih 涵:han 欣:hsin 妤:yu 品:pin 筠:yun 月:yueh 娥:o 素:su 貞:chen 靜:ching 宜:yi 心:hsin 瑜:yu',
  ),
};
const foreign: readonly Name[] = [
  { text: '阮氏香', roman: 'NGUYEN THI HUONG' },
  { text: '范氏玉', roman: 'PHAM THI NGOC' },
  { text: '黎氏秋', roman: 'LE THI THU' },
  { text: '西蒂', roman: 'SITI RAHAYU' },
  { text: '瑪麗亞‧桑托斯', roman: 'MARIA SANTOS' },
];
const indigenous: Readonly<Record<Sex, readonly Name[]>> = {
  M: [
    { text: '巴蘇亞‧亞韋伊歐那', roman: 'Pasuya Yaveʼe Yova' },
    { text: '瓦歷斯‧尤幹', roman: 'Walis Yukan' },
    { text: '伊斯坦大‧海舒兒', roman: 'Istanda Haisul' },
  ],
  F: [
    { text: '白芷‧牟固那那', roman: 'Paitsu Mʉknana' },
    { text: '伊婉‧尤瑪', roman: 'Iwan Yuma' },
    { text: '阿布絲‧伊斯坦大', roman: 'Abus Istanda' },
  ],
};

/** Whose family name a text begins with; undefined for names that are built another way. */
export const familyOf = (name: Name): Name => ({ text: name.text.charAt(0), roman: name.roman.split(' ')[0] ?? '' });

/** @param family name that a child has from its parents; absent: drawn */
export const drawName = (random: Random, sex: Sex, family?: Name): Name => {
  const [surname, surnameRoman] = family
    ? [family.text, family.roman]
    : random.pick(random.chance(0.55) ? common : others);
  const [first, firstRoman] = random.pick(given[sex]);
  if (random.chance(0.04)) return { text: `${surname}${first}`, roman: `${surnameRoman} ${capital(firstRoman)}` };
  const [second, secondRoman] = random.pick(given[sex]);
  return { text: `${surname}${first}${second}`, roman: `${surnameRoman} ${capital(firstRoman)}-${secondRoman}` };
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** In Chinese characters as the register has it, with its Latin spelling. */
export const drawForeignName = (random: Random): Name => random.pick(foreign);
/** Without a family name, with its Latin spelling. */
export const drawIndigenousName = (random: Random, sex: Sex): Name => random.pick(indigenous[sex]);
