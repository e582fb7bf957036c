/** The shape of what a resident is told about a transfer, and the sentences that several outcomes share. */
import type { Text } from '#schemas/text.ts';
import { text } from '../text/text.ts';

/** `again` back to the notice page · `manual` on to the form below · `contact` the office's phone. */
export type OutcomeAction = 'again' | 'manual' | 'contact';

export interface OutcomeText {
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly title: Text;
  readonly what: Text;
  readonly next: Text;
  readonly actions: readonly OutcomeAction[];
}

export const kept = text('您先前填寫的內容都還在。', 'What you typed before is still here.');
export const joined = (a: Text, b: Text): Text => text(a['zh-Hant'] + b['zh-Hant'], `${a.en} ${b.en}`);

/** The county registered or sent something wrong: nothing the resident can repair. */
export const ourFault = (title: Text, what: Text): OutcomeText => ({
  tone: 'error',
  title,
  what: joined(what, text('這是本站的問題，不是您操作錯誤。', 'This is our fault, not yours.')),
  next: joined(
    kept,
    text(
      '請先在下面自己填寫，申請不會受影響；也請打電話告訴我們下方的代碼，讓我們儘快修正。',
      'Please continue by hand below; your application is not affected. If you can, call us with the code below so that we can repair it.',
    ),
  ),
  actions: ['manual', 'contact'],
});
