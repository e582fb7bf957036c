/** 自行下載: a resident saved their own data. */
import type { MessageWords } from '../queue.ts';
import { letter, taipeiTime, type Setting } from './letter.ts';

/** To the resident once the file was saved and the platform's copy is gone (手冊 附件二). */
export const downloadedText = (
  setting: Setting,
  { name, datasets, at }: { readonly name: string; readonly datasets: readonly string[]; readonly at: Date },
): MessageWords =>
  letter(setting, {
    subject: 'MyData 下載通知',
    name,
    paragraphs: [
      [`您在 ${taipeiTime(at)} 下載了自己的資料：`, `資料：${datasets.join('、')}`],
      '本平臺留存的副本已經刪除。檔案只在您的裝置上，請妥善保管；用公用電腦下載的，請記得刪除。',
      '如果這不是您本人的操作，請儘快更換您的密碼，並停用可能遺失的卡片或手機。',
    ],
    english: 'You downloaded your own data. Our copy is deleted; please keep the file safe.',
    short: '您已下載自己的資料，本平臺的副本已刪除。若非本人操作，請儘快停用遺失的卡片或手機。',
  });
