/** Short way to write a text in both languages. */
import type { Text } from '#schemas/text.ts';

export const text = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });
