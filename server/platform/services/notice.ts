/** The message that tells a resident of a use of their data: who, which service, which datasets, when (手冊 附件二). */
import { formatRocDate } from '../../../schemas/taiwan/roc-date.ts';
import type { VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry.ts';

export interface NoticeMessage {
  readonly channel: 'email';
  readonly to: string;
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  readonly service: string;
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
}

/** Taiwan has one time and no summer time: 民國115年11月24日 00:01. */
export function taipeiTime(at: Date): string {
  const [date = '', time = ''] = new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().split('T');
  return `${formatRocDate(date) ?? date} ${time.slice(0, 5)}`;
}

export function noticeOf(
  platform: Platform,
  {
    recipient,
    client,
    resources,
    at,
  }: {
    readonly recipient: Pick<VerifiedPerson, 'name' | 'email'>;
    readonly client: Client;
    readonly resources: readonly string[];
    readonly at: Date;
  },
): NoticeMessage {
  const datasets = resources.map((id) => ({ id, name: platform.datasets.get(id)?.name['zh-Hant'] ?? id }));
  const text = [
    `${recipient.name} 您好：`,
    '',
    `您同意傳送的資料，已經在 ${taipeiTime(at)} 由以下服務取得：`,
    `服務：${client.name}`,
    `資料：${datasets.map(({ name }) => name).join('、')}`,
    '',
    '本平臺留存的副本已經刪除。如果這不是您本人的操作，請儘快與該服務的承辦單位聯絡。',
    '（測試環境：資料皆為虛構）',
  ];
  return {
    channel: 'email',
    to: recipient.email,
    at: at.toISOString(),
    subject: `MyData 資料傳送通知：${client.name}`,
    text: text.join('\n'),
    service: client.name,
    datasets,
  };
}
