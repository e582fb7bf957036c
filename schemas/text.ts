import type { Text } from './shapes/text.ts';

export type { Text };

export type Language = keyof Text;

export const textIn = (text: Text, language: Language): string => text[language] || text['zh-Hant'];
