/** Dates as people here read them: the ROC calendar in Chinese, the Gregorian in English; always Taiwan's time. */
import type { Language } from '#schemas/text.ts';

const timeZone = 'Asia/Taipei';
const locales: { readonly [language in Language]: string } = { 'zh-Hant': 'zh-TW-u-ca-roc', en: 'en-GB' };

const format = (language: Language, options: Intl.DateTimeFormatOptions, iso: string): string => {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(date);
};

/** `115年11月23日`; the era's name is left out, as on official forms. The empty text for what is no date. */
export const dateText = (language: Language, iso: string): string =>
  format(language, { year: 'numeric', month: 'long', day: 'numeric' }, iso).replace('民國', '');

export const timeText = (language: Language, iso: string): string =>
  format(
    language,
    language === 'en'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { hour: 'numeric', minute: '2-digit', hour12: true },
    iso,
  );

export const dateTimeText = (language: Language, iso: string): string =>
  `${dateText(language, iso)} ${timeText(language, iso)}`.trim();
