import type { Language } from '#schemas/text.ts';

const zh = {
  go: '一次備齊資料，取得臨櫃條碼',
  about: (service: string) =>
    `要到櫃檯辦理${service ? `「${service}」` : ''}，可以先在 MyData 平臺一次備齊需要的資料。同意一次就好，到櫃檯出示條碼，不用再跑其他機關拿證明。`,
  where: (origin: string) => `按下後會前往 MyData 平臺（${origin}）。在那裡看過內容、同意之後，才會傳送資料。`,
};

export const oneClickMessages: { readonly [language in Language]: typeof zh } = {
  'zh-Hant': zh,
  en: {
    go: 'Get all data and a barcode for the counter',
    about: (service) =>
      `Before you go to the counter${service ? ` for “${service}”` : ''}, have all the data it needs made ready on the MyData platform. You agree once and show a barcode; no papers from other offices are needed.`,
    where: (origin) =>
      `This leads to the MyData platform (${origin}). Nothing is sent until you have seen it there and agreed.`,
  },
};
