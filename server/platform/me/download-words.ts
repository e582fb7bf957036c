/** The words of the consent to a self-download; kept with the consent like a service's (`consent/consent-words.ts`). */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { ConsentWords } from '../consent/consent-words.ts';

/**
 * In the order of `datasets`, with a paragraph more where there is special data (個人資料保護法 6). Another text has another
 * hash, and a consent that was shown before is not taken then.
 */
export function downloadWords(datasets: readonly CatalogueEntry[]): ConsentWords {
  const special = datasets.filter((dataset) => dataset.specialCategory);
  return {
    paragraphs: [
      `本人同意 MyData 平臺向下列機關取得本人的資料，交給本人自行下載保管：${datasets.map(described).join('；')}。`,
      ...(special.length
        ? [
            `其中${special.map(nameOf).join('、')}屬於個人資料保護法第 6 條的特種個人資料，本人以書面（電子）方式同意取得。`,
          ]
        : []),
      '這項同意只限這一次。資料取得後最多保留 8 小時；本人儲存後，或時間到了，本平臺會立即刪除。',
      '本人知道儲存後的檔案由本人自行保管，也可以不同意；不同意不影響任何權益。',
    ],
    refuse: '不同意',
    agree: '同意並取得資料',
  };
}

const nameOf = ({ name }: CatalogueEntry): string => name['zh-Hant'];

const described = ({ name, agency }: CatalogueEntry): string => `${name['zh-Hant']}（${agency['zh-Hant']}提供）`;
