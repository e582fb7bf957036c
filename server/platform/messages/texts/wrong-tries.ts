/** To a person whom somebody tried to pass for. */
import type { MessageWords } from '../queue.ts';
import { letter, taipeiTime, type Setting } from './letter.ts';

export const wrongTriesText = (
  setting: Setting,
  {
    name,
    count,
    ways,
    from,
  }: { readonly name: string; readonly count: number; readonly ways: readonly string[]; readonly from: Date },
): MessageWords =>
  letter(setting, {
    subject: 'MyData 提醒：有人用您的身分驗證失敗',
    name,
    paragraphs: [
      `從 ${taipeiTime(from)} 起，有人用您的身分證統一編號驗證身分，失敗了 ${count} 次（${ways.join('、')}）。沒有登入，也沒有拿到任何資料。`,
      '如果是您自己輸入錯誤，不必理會，照常使用即可。如果不是您，您也不必做什麼：這不會讓您無法使用 MyData。建議改用自然人憑證驗證，並更換健保卡的註冊密碼。',
      `每一次失敗都列在「使用紀錄」裡：${setting.publicUrl}/me/records`,
    ],
    english: `Somebody failed ${count} times to prove that they are you. Nobody got in and nothing was handed out; your usage records list the tries.`,
    short: `有人用您的身分驗證 MyData，失敗 ${count} 次。沒有登入，資料沒有外流。詳情請看使用紀錄。`,
  });
