import type { Text } from '#schemas/text.ts';
import { text } from '../text/text.ts';
import { organisation } from './organisation.ts';

export const siteTexts = {
  skip: text('跳到主要內容', 'Skip to main content'),
  top: text('上方導覽區', 'Top navigation'),
  centre: text('主要內容區', 'Main content'),
  bottom: text('頁尾資訊區', 'Footer'),
  mainNav: text('主要選單', 'Main menu'),
  services: text('服務列表', 'Services'),
  progress: text('查詢進度', 'Track application'),
  privacy: text('隱私權聲明', 'Privacy'),
  accessibility: text('無障礙聲明', 'Accessibility'),
  home: text('首頁', 'Home'),
  breadcrumb: text('目前位置', 'You are here'),
  textSize: text('字級', 'Text size'),
  sizes: {
    standard: { short: text('小', 'A'), full: text('標準字級', 'Standard text') },
    large: { short: text('中', 'A+'), full: text('較大字級', 'Large text') },
    largest: { short: text('大', 'A++'), full: text('最大字級', 'Largest text') },
  },
  help: text('需要協助', 'Need help?'),
  helpOffice: text('請洽各項服務的承辦單位', 'Please ask the office in charge of the service'),
  about: text('關於本站', 'About this site'),
} as const;

/** The site's name with the word beside it: 嘉義縣一站式服務網（示範）. */
export function fullName(): Text {
  const { name, badge } = organisation().site;
  return badge ? text(`${name['zh-Hant']}（${badge['zh-Hant']}）`, `${name.en} (${badge.en.toLowerCase()})`) : name;
}

/** What to dial: the organisation's line, or the office in charge. */
export const whomToCall = (): Text => {
  const phone = organisation().contact?.phone;
  return phone ? text(`撥 ${phone}`, `dial ${phone}`) : text('打電話給承辦單位', 'call the office in charge');
};
