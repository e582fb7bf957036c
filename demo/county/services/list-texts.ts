import { whomToCall } from '../layout/site-texts.ts';
import { text } from '../text/text.ts';

export const listTexts = {
  lead: text(
    '不必跑櫃檯，在家就能申請。可以用 MyData 帶入政府已經有的資料，也可以自己填寫。',
    'Apply from home. Bring in what government already knows through MyData, or fill in by hand.',
  ),
  heading: text('可以申請的服務', 'Services you can apply for'),
  search: text('搜尋服務', 'Search services'),
  searchHint: text('輸入服務名稱或說明裡的字', 'Type a word of the service’s name or description'),
  clear: text('清除條件', 'Clear'),
  mode: text('辦理方式', 'How to apply'),
  modes: {
    any: text('全部', 'All'),
    online: text('線上申請', 'Online'),
    counter: text('臨櫃辦理', 'At the counter'),
  },
  mydata: {
    'not-registered': text('MyData 準備中，可自己填寫', 'MyData to come; fill in by hand'),
    suspended: text('暫停使用 MyData，可自己填寫', 'MyData suspended; fill in by hand'),
    ended: text('已停用 MyData，可自己填寫', 'MyData ended; fill in by hand'),
  },
  none: text('沒有符合的服務', 'No service matches'),
  noneNext: text(
    '請換個關鍵字，或按「清除條件」看全部服務。',
    'Try another keyword, or press “Clear” to see all services.',
  ),
  empty: text('目前沒有開放申請的服務', 'No services are open at present'),
  how: text('用 MyData 帶入資料，只要三步', 'Bringing in data through MyData takes three steps'),
  steps: [
    {
      title: text('看清楚告知', 'Read the notice'),
      body: text(
        '我們先說明誰要用資料、用哪些、用在哪一題。',
        'We say who asks, for which data, and which question each fills.',
      ),
    },
    {
      title: text('到 MyData 驗證身分並決定', 'Prove identity at MyData and decide'),
      body: text(
        '您在 MyData 平臺上看過資料，再選擇同意或不同意傳送。',
        'At the MyData platform you see the data, then agree to send it or not.',
      ),
    },
    {
      title: text('回來確認並送出', 'Come back, check and submit'),
      body: text(
        '資料帶入表單，您補上其他問題，確認後送出。',
        'The form is filled in; you add the rest, check it and submit.',
      ),
    },
  ],
  equal: text(
    '不用 MyData 也可以申請，審查標準完全相同。',
    'You can apply without MyData; the decision is made in the same way.',
  ),
} as const;

export const emptyNext = () =>
  text(`請過一陣子再來，或${whomToCall()['zh-Hant']}詢問。`, `Please come back later, or ${whomToCall().en}.`);

export const countText = (count: number) => text(`共 ${count} 項服務`, count === 1 ? '1 service' : `${count} services`);
