/** The areas of life that datasets belong to, after the handbook's 貳-二; each is a folder beside this file. */
import type { Text } from '../text.ts';

export const categories = {
  household: { 'zh-Hant': '戶政', en: 'Household registration' },
  land: { 'zh-Hant': '地政', en: 'Land' },
  'police-and-immigration': { 'zh-Hant': '警政與入出國', en: 'Police and immigration' },
  military: { 'zh-Hant': '役政與退輔', en: 'Military service and veterans' },
  tax: { 'zh-Hant': '財稅', en: 'Tax' },
  business: { 'zh-Hant': '商工', en: 'Business' },
  'water-and-energy': { 'zh-Hant': '水電與能源', en: 'Water and energy' },
  transport: { 'zh-Hant': '交通', en: 'Transport' },
  'post-and-communications': { 'zh-Hant': '郵政與通訊', en: 'Post and communications' },
  'health-and-labour-insurance': { 'zh-Hant': '勞健保', en: 'Labour and health insurance' },
  'social-welfare': { 'zh-Hant': '社福', en: 'Social welfare' },
  health: { 'zh-Hant': '醫療衛生', en: 'Health' },
  environment: { 'zh-Hant': '環境', en: 'Environment' },
  culture: { 'zh-Hant': '文化與語言', en: 'Culture and languages' },
  education: { 'zh-Hant': '教育與研究', en: 'Education and research' },
  justice: { 'zh-Hant': '法務', en: 'Justice' },
} as const satisfies Readonly<Record<string, Text>>;

export type Category = keyof typeof categories;
