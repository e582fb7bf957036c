/** Owns the language of the page: chosen once, remembered, told to whoever listens. */
import { textIn } from '#schemas/text.ts';
import type { Language, Text } from '#schemas/text.ts';
import { remember, remembered } from './remember.ts';

const listeners = new Set<() => void>();
let current: Language = remembered('language') === 'en' ? 'en' : 'zh-Hant';

export const language = (): Language => current;

/** The text in the language that is shown now. */
export const say = (text: Text): string => textIn(text, current);

export function applyLanguage(): void {
  document.documentElement.lang = current === 'en' ? 'en' : 'zh-Hant-TW';
}

export function chooseLanguage(next: Language): void {
  current = next;
  remember('language', next);
  applyLanguage();
  for (const listener of listeners) listener();
}

export function onLanguageChange(listener: () => void): void {
  listeners.add(listener);
}
