import type { Language } from '#schemas/text.ts';

/** The language to speak: the element's own `lang`, else the nearest one around it, else the page's; Chinese unless English. */
export function languageOf(element: HTMLElement, own?: string | null): Language {
  const tag = own || element.parentElement?.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang;
  return /^en\b/i.test(tag) ? 'en' : 'zh-Hant';
}
