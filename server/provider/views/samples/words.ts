/** Words that several sample pages share. */
import { identityMethods } from '#schemas/datasets/identity-methods.ts';
import type { CatalogueEntry, DatasetField, IdentityMethod } from '#schemas/datasets/types.ts';
import type { Kind } from '../../samples/find-datasets.ts';
import type { SampleKind } from '../../samples/sample-files.ts';

export const kindWords: Readonly<Record<Kind, string>> = {
  observed: '欄位依實際資料',
  assumed: '欄位為推定',
  'evidence-only': '僅文件，無欄位',
  planned: '規劃中',
};

export const kindAbout: Readonly<Record<Kind, string>> = {
  observed: '欄位名稱依實際資料。個別標示「推定」的欄位，名稱是本專案仿照同類資料編訂的。',
  assumed: '這個資料集的欄位名稱沒有公開，是本專案仿照同類資料編訂的；介接前請向提供機關確認。',
  'evidence-only': '這個資料集只提供簽章的 PDF 文件，沒有欄位可以帶入表單；承辦人員以文件作為佐證。',
  planned: '這個資料集還在規劃，尚未公布格式與欄位，目前不能申請。',
};

export const typeWords: Readonly<Record<DatasetField['type'], string>> = {
  string: '文字',
  'roc-date': '日期',
  month: '年月',
  'date-time': '日期時間',
  'national-id': '身分證統一編號',
  address: '地址',
  number: '數字',
  image: '影像',
  list: '清單',
};

export const sensitivityWords: Readonly<Record<DatasetField['sensitivity'], string>> = {
  plain: '一般',
  personal: '個人資料',
  special: '特種個資',
};

export const formatWords = { json: 'JSON', csv: 'CSV', pdf: 'PDF' } as const;

export const fileWords: Readonly<Record<SampleKind, string>> = {
  json: 'JSON',
  csv: 'CSV',
  pdf: 'PDF',
  'locked.pdf': '上鎖的 PDF',
  zip: '簽章資料包',
};

/** → the Chinese name of a way to prove identity (身分驗證方式) */
export const methodWords = (method: IdentityMethod): string =>
  identityMethods.find((entry) => entry.method === method)?.name['zh-Hant'] ?? method;

/** → how long agencies prepare it: at once for 0, not published for `null` */
export const minutesWords = ({ minutes }: Pick<CatalogueEntry, 'minutes'>): string =>
  minutes === null ? '尚未公布' : minutes === 0 ? '即時' : `約 ${minutes} 分鐘`;

/** → ministry and unit as in the handbook's tables; without a unit the ministry alone */
export const unitWords = ({ ministry, unit }: Pick<CatalogueEntry, 'ministry' | 'unit'>): string =>
  unit ? `${ministry} ${unit}` : ministry;

/** Binary prefixes, as file managers show them. */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
