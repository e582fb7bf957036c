import type { Language } from '#schemas/text.ts';

const day = (date: Date): string => date.toLocaleDateString('en-CA', { timeZone: 'Asia/Taipei' });

/** 19:05 today, else with the day; in Taiwan. */
export function timeIn(iso: string, language: Language, now = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const today = day(date) === day(now);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-TW-u-ca-roc', {
    timeZone: 'Asia/Taipei',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(today ? {} : { year: 'numeric', month: 'numeric', day: 'numeric' }),
  }).format(date);
}
