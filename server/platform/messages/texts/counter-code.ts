/** 驗證密碼 for a counter: two minutes (手冊 貳-一-(二)-2). */
import type { MessageWords } from '../queue.ts';
import { letter, type Setting } from './letter.ts';

/** To the resident, or their agent, whose barcode (條碼) was read at a counter. `place`: the desk as it is named. */
export const verificationCodeText = (
  setting: Setting,
  { name, code, place }: { readonly name: string; readonly code: string; readonly place?: string },
): MessageWords =>
  letter(setting, {
    subject: 'MyData 驗證密碼',
    name,
    paragraphs: [
      `您的驗證密碼是：${code}`,
      `請在 2 分鐘內，當面告訴${place ? `「${place}」的` : '櫃檯'}承辦人員。只有您人在櫃檯時才需要它；有人打電話來要，請不要說。`,
    ],
    english: `Your verification code is ${code}. It is good for 2 minutes, at the counter only.`,
    short: `驗證密碼 ${code}，2 分鐘內有效。只在櫃檯當面告訴承辦人員，勿告訴來電者。`,
  });
