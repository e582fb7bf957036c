/** A text in both languages of the product. Traditional Chinese is the one that counts; English may lag but not be absent. */
export interface Text {
  readonly 'zh-Hant': string;
  readonly en: string;
}

export type Language = keyof Text;

export const textIn = (text: Text, language: Language): string => text[language] || text['zh-Hant'];
