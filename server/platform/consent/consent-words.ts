/**
 * The words of the consent screen. The page shows exactly these paragraphs and the consent record keeps their hash and
 * text, so they hold nothing that is personal. (個資法 第 6、7 條: an electronic consent is kept with what was shown.)
 */
import { createHash } from 'node:crypto';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { fieldLabels } from '../field-labels.ts';
import type { Client } from '../registry/read-register.ts';
import type { ParameterAnswer } from './parameters.ts';

export interface ConsentWords {
  readonly paragraphs: readonly string[];
  readonly refuse: string;
  readonly agree: string;
}

type Asker = Pick<Client, 'name' | 'fields'>;

/**
 * @param failed datasets that could not be had: then nothing will be sent, and consent is only to say so
 * @param answers to what the datasets asked; only what may be kept is taken
 * @param broken those of `failed` that came and were not taken
 */
export function consentWords(
  client: Asker,
  datasets: readonly CatalogueEntry[],
  failed: readonly CatalogueEntry[],
  answers: readonly ParameterAnswer[] = [],
  broken: readonly CatalogueEntry[] = [],
): ConsentWords {
  if (failed.length) {
    return {
      paragraphs: [
        `這次無法取得：${names(failed)}。因此不會傳送任何資料給「${client.name}」。`,
        ...brokenWords(broken),
        '如果您同意，本平臺會告知該服務哪些資料暫時無法取得，讓承辦單位知道您已經試過。如果您不同意，本平臺什麼都不會告知。',
      ],
      refuse: '不同意告知',
      agree: '同意告知',
    };
  }
  return {
    paragraphs: [
      `本人同意 MyData 平臺將以下資料傳送給「${client.name}」，供本次申辦使用：${datasetList(client, datasets, answers)}。`,
      ...specialWords(datasets),
      '這項同意只限這一次。資料傳送後，本平臺會立即刪除留存的副本，並通知本人。',
      '本人知道可以不同意；不同意時，仍可改用其他方式（例如自行檢附證明文件）申辦，權益不受影響。',
    ],
    refuse: '不同意傳送',
    agree: '同意傳送',
  };
}

/** Consent before all is there: says which datasets the resident has not seen, for how long it holds, and the way back. */
export function laterWords(
  client: Asker,
  datasets: readonly CatalogueEntry[],
  pending: readonly CatalogueEntry[],
  answers: readonly ParameterAnswer[] = [],
): ConsentWords {
  return {
    paragraphs: [
      `本人同意 MyData 平臺在以下資料全部備妥後，傳送給「${client.name}」，供本次申辦使用：${datasetList(client, datasets, answers)}。`,
      `其中還在準備、本人尚未看過內容的是：${pending.map(timedName).join('、')}。本人同意不預覽這些內容就傳送。`,
      ...specialWords(datasets),
      '這項同意只限這一次，最長 8 小時內有效。在這段時間內沒有全部備妥並由該服務取走，同意就失效，本平臺會刪除已取得的資料；任何一項無法取得時，不會傳送任何資料。以上情形都會通知本人。',
      '該服務取走資料以前，本人可以隨時撤回：用通知信裡的連結，或到本平臺的使用紀錄。資料傳送後，本平臺會立即刪除留存的副本，並通知本人。',
      '本人知道可以不同意，也可以在線上等候、看過內容再決定；不同意時，仍可改用其他方式（例如自行檢附證明文件）申辦，權益不受影響。',
    ],
    refuse: '不同意傳送',
    agree: '同意備妥後傳送',
  };
}

/**
 * → the dataset's Chinese name, with the minutes of preparation that the catalogue states for it, where it states any
 */
export const timedName = ({ name, minutes }: CatalogueEntry): string =>
  minutes ? `${name['zh-Hant']}（約需 ${minutes} 分鐘）` : name['zh-Hant'];

/** → the paragraph that must stand with 特種個資 (個資法 第 6 條), or none where no dataset of these is of that kind */
export function specialWords(datasets: readonly CatalogueEntry[]): readonly string[] {
  const special = datasets.filter((dataset) => dataset.specialCategory);
  return special.length
    ? [`其中${names(special)}屬於個人資料保護法第 6 條的特種個人資料，本人以書面（電子）方式同意提供。`]
    : [];
}

/**
 * → the datasets as consent names them: agency, the single fields where the service takes no more, and what was asked
 * for, as far as it may be kept
 */
export const datasetList = (
  client: Asker,
  datasets: readonly CatalogueEntry[],
  answers: readonly ParameterAnswer[],
): string => datasets.map((dataset) => described(client, dataset, answers)).join('；');

/** 房屋稅（財政部提供，僅姓名、戶籍地址，查詢條件：年度 民國 114 年） */
function described(
  client: Pick<Client, 'fields'>,
  { id, name, agency }: CatalogueEntry,
  answers: readonly ParameterAnswer[],
): string {
  const labels = fieldLabels(id, client.fields[id]);
  const asked = answers.filter(({ resourceId }) => resourceId === id).map(({ label, kept }) => `${label} ${kept}`);
  const parts = [
    `${agency['zh-Hant']}提供`,
    ...(labels.length ? [`僅${labels.join('、')}`] : []),
    ...(asked.length ? [`查詢條件：${asked.join('、')}`] : []),
  ];
  return `${name['zh-Hant']}（${parts.join('，')}）`;
}

/** → the sentence on datasets that came and were not taken, or none; the words of a counter use it too */
export const brokenWords = (broken: readonly CatalogueEntry[]): readonly string[] =>
  broken.length ? [`其中${names(broken)}，機關送來的資料沒有通過檢查，本平臺沒有採用，也沒有保存。`] : [];

const names = (datasets: readonly CatalogueEntry[]): string =>
  datasets.map((dataset) => dataset.name['zh-Hant']).join('、');

/** As kept: one paragraph per line, then the two buttons. */
export const wordsText = ({ paragraphs, refuse, agree }: ConsentWords): string =>
  [...paragraphs, `[${refuse}] [${agree}]`].join('\n');

/** → lower-case hex SHA-256 of `wordsText` */
export const wordsHash = (words: ConsentWords): string =>
  createHash('sha256').update(wordsText(words), 'utf8').digest('hex');
