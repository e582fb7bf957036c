/** The words of consent for a counter: who will take it, how, and until when. They hold nothing that is personal. */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Client } from '../registry/read-register.ts';
import { brokenWords, datasetList, specialWords, timedName, type ConsentWords } from '../consent/consent-words.ts';
import { agencyOf } from './agency.ts';
import type { ParameterAnswer } from '../consent/parameters.ts';

export interface CounterWordsOf {
  readonly client: Client;
  readonly datasets: readonly CatalogueEntry[];
  /** Could not be had: then there is no barcode. */
  readonly failed?: readonly CatalogueEntry[];
  /** Those of `failed` that came and were not taken. */
  readonly broken?: readonly CatalogueEntry[];
  /** Still being prepared: consent before all is there. */
  readonly pending?: readonly CatalogueEntry[];
  readonly answers: readonly ParameterAnswer[];
}

const counterOf = (client: Client): string => `${agencyOf(client) ?? ''}辦理「${client.name}」的櫃檯`;

/**
 * Another text has another hash, and a consent that was shown before is not taken then. With `failed` there is nothing
 * to agree to: the words say that no barcode is made.
 */
export function counterWords({
  client,
  datasets,
  failed = [],
  broken = [],
  pending = [],
  answers,
}: CounterWordsOf): ConsentWords {
  if (failed.length)
    return {
      paragraphs: [
        `這次無法取得：${failed.map(({ name }) => name['zh-Hant']).join('、')}。因此不會產生條碼，也不會把任何資料交給櫃檯。`,
        ...brokenWords(broken),
        '您可以改天再試一次，或自行帶證明文件到櫃檯辦理，權益不受影響。',
      ],
      refuse: '結束',
      agree: '我知道了',
    };
  const later = pending.length > 0;
  return {
    paragraphs: [
      `本人同意 MyData 平臺${later ? '在以下資料全部備妥後' : ''}暫存資料，並在本人（或本人委託的代理人）到櫃檯出示條碼、當面提供驗證密碼時，交給${counterOf(client)}，供本次臨櫃申辦使用：${datasetList(client, datasets, answers)}。`,
      ...(later
        ? [
            `其中還在準備、本人尚未看過內容的是：${pending.map(timedName).join('、')}。本人同意不預覽這些內容就交給櫃檯。`,
          ]
        : []),
      ...specialWords(datasets),
      `條碼每 20 分鐘自動更換，驗證密碼 2 分鐘內有效、只能用一次。沒有這兩樣，櫃檯拿不到資料。資料最多暫存 8 小時${later ? '，這段時間內沒有全部備妥或任何一項無法取得，就不會交出任何資料' : ''}。`,
      '這項同意只限這一次。櫃檯取走、8 小時期滿，或本人按下取消時，本平臺會立即刪除留存的副本，並通知本人。',
      '本人知道可以不同意；不同意時，仍可自行帶證明文件到櫃檯申辦，權益不受影響。',
    ],
    refuse: '不同意',
    agree: later ? '同意，備妥後給我條碼' : '同意，給我條碼',
  };
}
