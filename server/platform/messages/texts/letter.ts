/** The frame of every e-mail: greeting, what happened, what to do, one English line, who writes. Plain text, no links to sign in by. */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import type { MessageWords } from '../queue.ts';

/** What every template may say. */
export interface Setting {
  readonly publicUrl: string;
  readonly test: boolean;
}

export interface Letter {
  readonly subject: string;
  readonly name: string;
  readonly paragraphs: readonly (string | readonly string[])[];
  readonly english: string;
  /** The SMS; one or two sentences, the sender's name is put before it. */
  readonly short: string;
}

/** → the words of a message: `text` for e-mail, `short` for SMS; each says so where the environment is the test one */
export function letter(setting: Setting, { subject, name, paragraphs, english, short }: Letter): MessageWords {
  const text = [
    `${name} 您好：`,
    ...paragraphs.map((paragraph) => (typeof paragraph === 'string' ? paragraph : paragraph.join('\n'))),
    english,
    [
      `—— MyData 平臺（個人資料自主運用） ${setting.publicUrl}`,
      '這封信由系統自動寄出，請不要直接回信。我們不會在信裡向您要密碼、PIN 碼或證件號碼。',
      ...(setting.test ? ['（測試環境：資料皆為虛構）'] : []),
    ].join('\n'),
  ].join('\n\n');
  return { subject, text, short: `【MyData】${short}${setting.test ? '（測試環境）' : ''}` };
}

/** Taiwan has one time and no summer time: 民國115年11月24日 00:01. */
export function taipeiTime(at: Date): string {
  const [date = '', time = ''] = localInTaiwan(at).split('T');
  return `${formatRocDate(date) ?? date} ${time.slice(0, 5)}`;
}

export const notMe = '如果這不是您本人的操作，請儘快與該服務的承辦單位聯絡。';
