/** To a person whom somebody tried to pass for. */
import type { MessageWords } from '../queue.ts';
import { letter, taipeiTime, type Setting } from './letter.ts';

/**
 * `count`: tries since `from`; `ways`: names of the methods, as residents read them. Says nothing of who tried, or from
 * where.
 */
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
      `從 ${taipeiTime(from)} 起，有人用您的身分證統一編號驗證身分，失敗了 ${count} 次（${ways.join('、')}）。這幾次都沒有通過。`,
      '如果是您自己輸入錯誤，不必理會，照常使用即可。如果不是您，請到「使用紀錄」看看有沒有不是您做的登入或傳送；如果有，請立刻與客服聯絡。建議改用自然人憑證驗證，並更換健保卡的註冊密碼。',
      `每一次失敗都列在「使用紀錄」裡：${setting.publicUrl}/me/records`,
    ],
    english: `Somebody failed ${count} times to prove that they are you. If it was not you, please check your usage records for anything that you did not do.`,
    short: `有人用您的身分驗證 MyData，失敗 ${count} 次。如果不是您，請看使用紀錄有沒有不是您做的事。`,
  });
