import type { ApplicationStatus } from '#schemas/wire/county-api.ts';
import type { Text } from '#schemas/text.ts';
import { text } from '../text/text.ts';

export const progressTexts = {
  title: text('查詢申辦進度', 'Track your application'),
  lead: text(
    '請輸入申請完成時拿到的編號，和申請人的身分證統一編號。',
    'Enter the number you received when you applied, and the applicant’s national id.',
  ),
  applicationNo: text('申請編號', 'Application number'),
  applicationNoHint: text('在「申請完成」那一頁上', 'It was shown when you submitted'),
  nationalId: text('申請人的身分證統一編號', 'Applicant’s national id number'),
  nationalIdHint: text(
    '1 個英文字母加 9 個數字；外來人口請填統一證號',
    'One letter and nine digits; residents from abroad give their UI number',
  ),
  look: text('查詢', 'Look up'),
  looking: text('查詢中…', 'Looking up…'),
  errors: text('請修正下列問題', 'Please correct the following'),
  notFound: text('查不到符合的申請', 'No matching application'),
  notFoundNext: text(
    '請確認編號和身分證統一編號都沒有打錯。如果還是查不到，請打電話給承辦單位。',
    'Check that both numbers are right. If it still fails, call the office.',
  ),
  tooMany: text('查詢太多次了', 'Too many look-ups'),
  tooManyNext: text(
    '為了安全，請等 15 分鐘後再查，或打電話給承辦單位。',
    'For safety, please wait 15 minutes, or call the office.',
  ),
  result: text('目前進度：', 'Current state: '),
  submittedAt: text('送出時間：', 'Submitted: '),
  history: text('辦理經過', 'History'),
  another: text('查詢另一件', 'Look up another'),
} as const;

export const statusTexts: { readonly [status in ApplicationStatus]: { readonly name: Text; readonly what: Text } } = {
  received: {
    name: text('已收件', 'Received'),
    what: text('我們已經收到，正等候承辦人審核。', 'We have it; it waits for review.'),
  },
  reviewing: {
    name: text('審核中', 'Under review'),
    what: text('承辦人正在審核您的資料。', 'An officer is reviewing your application.'),
  },
  returned: {
    name: text('待補件', 'More is needed'),
    what: text(
      '還缺一些資料，請照下方說明補件，或打電話給承辦單位。',
      'Something is missing. See the note below, or call the office.',
    ),
  },
  decided: {
    name: text('已核定', 'Decided'),
    what: text('審核已有結果，核定通知會另外送達。', 'A decision has been made; the notice reaches you separately.'),
  },
};
