import { text } from '../text/text.ts';

export const signTexts = {
  title: text('用自然人憑證簽署', 'Sign with your citizen certificate'),
  lead: text(
    '在這裡用自然人憑證證明您是本人，到 MyData 平臺就不必再驗證一次。是否同意傳送資料，仍由您在 MyData 平臺決定。',
    'Prove who you are here, and the MyData platform will not ask again. Whether data is sent you still decide there.',
  ),
  simulated: text(
    '測試環境：這是模擬的讀卡機，請用虛構人物的卡號和 PIN 碼，不要輸入您自己的。',
    'Test environment: this card reader is simulated. Use an invented resident’s card, never your own.',
  ),
  link: text('改在本網站用自然人憑證簽署', 'Sign with your citizen certificate on this site instead'),
  nationalId: text('身分證統一編號', 'National ID number'),
  name: text('姓名', 'Name'),
  birthday: text('出生日期', 'Date of birth'),
  birthdayHint: text(
    '例如民國 75 年 9 月 21 日。年份也可以填西元；整個日期可以直接貼上。',
    'For example 75 / 9 / 21. The year may be A.D.; a whole date can be pasted.',
  ),
  year: text('年（民國）', 'Year (ROC)'),
  month: text('月', 'Month'),
  day: text('日', 'Day'),
  email: text('電子郵件（選填，用來通知您）', 'E-mail (optional, for notices)'),
  mobile: text('手機號碼（選填，用來通知您）', 'Mobile number (optional, for notices)'),
  choose: text('請選擇一項資料', 'Please choose one dataset'),
  card: text('自然人憑證卡號', 'Card number'),
  pin: text('PIN 碼', 'PIN'),
  sign: text('插卡並簽署', 'Insert the card and sign'),
  signing: text('簽署中，請不要拔出卡片…', 'Signing, please leave the card in …'),
  failed: text('還不能繼續', 'Not yet'),
} as const;
