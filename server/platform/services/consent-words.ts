/**
 * The words of the consent screen. The page shows exactly these paragraphs and the consent record keeps their hash and
 * text, so they hold nothing that is personal. (個資法 第 6、7 條: an electronic consent is kept with what was shown.)
 */
import { createHash } from 'node:crypto';
import type { CatalogueEntry } from '../../../schemas/datasets/types.ts';
import { fieldLabels } from '../field-labels.ts';
import type { Client } from '../registry.ts';

export interface ConsentWords {
  readonly paragraphs: readonly string[];
  readonly refuse: string;
  readonly agree: string;
}

/** @param failed datasets that could not be had: then nothing will be sent, and consent is only to say so */
export function consentWords(
  client: Pick<Client, 'name' | 'fields'>,
  datasets: readonly CatalogueEntry[],
  failed: readonly CatalogueEntry[],
): ConsentWords {
  if (failed.length) {
    return {
      paragraphs: [
        `這次無法取得：${names(failed)}。因此不會傳送任何資料給「${client.name}」。`,
        '如果您同意，本平臺會告知該服務哪些資料暫時無法取得，讓承辦單位知道您已經試過。如果您不同意，本平臺什麼都不會告知。',
      ],
      refuse: '不同意告知',
      agree: '同意告知',
    };
  }
  const special = datasets.filter((dataset) => dataset.specialCategory);
  return {
    paragraphs: [
      `本人同意 MyData 平臺將以下資料傳送給「${client.name}」，供本次申辦使用：${datasets.map((dataset) => described(client, dataset)).join('；')}。`,
      ...(special.length
        ? [`其中${names(special)}屬於個人資料保護法第 6 條的特種個人資料，本人以書面（電子）方式同意提供。`]
        : []),
      '這項同意只限這一次。資料傳送後，本平臺會立即刪除留存的副本，並通知本人。',
      '本人知道可以不同意；不同意時，仍可改用其他方式（例如自行檢附證明文件）申辦，權益不受影響。',
    ],
    refuse: '不同意傳送',
    agree: '同意傳送',
  };
}

/** 個人戶籍資料（內政部戶政司提供，僅姓名、戶籍地址） */
function described(client: Pick<Client, 'fields'>, { id, name, agency }: CatalogueEntry): string {
  const labels = fieldLabels(id, client.fields[id]);
  return `${name['zh-Hant']}（${agency['zh-Hant']}提供${labels.length ? `，僅${labels.join('、')}` : ''}）`;
}

const names = (datasets: readonly CatalogueEntry[]): string =>
  datasets.map((dataset) => dataset.name['zh-Hant']).join('、');

/** As kept: one paragraph per line, then the two buttons. */
export const wordsText = ({ paragraphs, refuse, agree }: ConsentWords): string =>
  [...paragraphs, `[${refuse}] [${agree}]`].join('\n');

/** → lower-case hex SHA-256 of `wordsText` */
export const wordsHash = (words: ConsentWords): string =>
  createHash('sha256').update(wordsText(words), 'utf8').digest('hex');
