import type { AskedDataset, ServiceDetail } from '#schemas/wire/county-api.ts';
import type { Text } from '#schemas/text.ts';

const both = (zh: string, en = zh): Text => ({ 'zh-Hant': zh, en });

const dataset = (id: string, name: string, items: number, more: Partial<AskedDataset> = {}): AskedDataset => ({
  id: `API.${id}`,
  name: both(name),
  agency: both('內政部戶政司'),
  specialCategory: false,
  minutes: 0,
  parameters: [],
  fields: Array.from({ length: items }, (_, index) => ({
    path: `$.field${index}`,
    label: both(`${name}第${index + 1}項`),
    fills: [both(`題目${index + 1}`)],
  })),
  ...more,
});

/** A service as the county app would describe it, with one dataset for all and one group of two. */
export const detail: ServiceDetail = {
  id: 'emergency-relief',
  county: 'chiayi',
  agency: both('嘉義縣社會局', 'Chiayi County Social Affairs Bureau'),
  name: both('急難救助', 'Emergency relief'),
  summary: both('家裡遇到急難時申請'),
  modes: ['online'],
  audience: both('設籍嘉義縣的民眾'),
  prepare: [],
  processingDays: 7,
  fee: both('免費'),
  contact: { unit: both('社會救助科'), phone: '05-3620900', hours: both('8:00–17:00') },
  legalBasis: both('社會救助法第 21 條'),
  purposes: [{ code: '057', name: both('社會行政') }],
  purpose: both('審核急難救助申請'),
  datasets: [],
  replaces: [],
  notice: {
    dataClasses: both('識別類 C001、C003'),
    period: both('自送件起 5 年'),
    area: both('中華民國境內'),
    recipients: both('嘉義縣政府'),
    manner: both('書面與電子'),
    rights: both('可請求查詢、更正、刪除'),
    ifRefused: both('可改附紙本證明'),
    source: both('經 MyData 平臺取自內政部戶政司'),
  },
  retentionDays: 1825,
  manual: both('自己填寫,並附上戶籍謄本。'),
  asked: {
    all: [dataset('7QovE2Gev6', '個人戶籍資料', 3, { replaces: both('戶籍謄本') })],
    anyOf: [
      [
        dataset('AbAYGIjoYw', '低收及中低收列冊資料', 8),
        dataset('nyhnLM1fve', '身心障礙資格', 2, { specialCategory: true }),
      ],
    ],
  },
  platformName: both('MyData 平臺', 'the MyData platform'),
  platformOrigin: 'https://platform.example',
  manualUrl: '#manual',
};
