import { text } from '../text/text.ts';

export const descriptionTexts = {
  title: text('服務說明', 'About this service'),
  start: text('開始申請', 'Start the application'),
  soon: text('還沒有開放申請', 'Not open yet'),
  soonFrom: text('開始受理。', 'is when it opens.'),
  closed: text('目前不受理申請', 'Closed at present'),
  closedSince: text('已截止。', 'was the last moment to apply.'),
  closedBegun: text(
    '您之前如果已經開始填寫，仍然可以填完送出。有疑問請洽承辦單位。',
    'If you had begun before, you can still finish and send it. Please ask the office if in doubt.',
  ),
  facts: text('辦理資訊', 'At a glance'),
  days: text('處理天數', 'Processing time'),
  fee: text('費用', 'Fee'),
  modes: text('辦理方式', 'How to apply'),
  agency: text('受理機關', 'Office'),
  who: text('誰可以申請', 'Who may apply'),
  prepare: text('請先準備', 'Have these at hand'),
  ways: text('選擇填寫方式', 'Choose how to fill in'),
  waysEqual: text(
    '兩種方式都可以申請，審查標準完全相同，也可以隨時換另一種。',
    'Both ways lead to the same decision, and you can change over at any time.',
  ),
  mydata: text('使用 MyData 帶入資料', 'Bring in data through MyData'),
  mydataWhat: text(
    '驗證身分後，由機關提供您的資料，少打字、免附部分證明。',
    'Once you prove your identity, agencies supply your data: less typing, fewer paper proofs.',
  ),
  mydataNeed: text(
    '需要：自然人憑證、行動自然人憑證、健保卡或雙證件其中一種（依資料而定）',
    'You need a citizen certificate, mobile certificate, NHI card or two documents, depending on the data.',
  ),
  mydataGo: text('使用 MyData', 'Use MyData'),
  onlyManual: text('填寫方式', 'How to fill in'),
  notRegistered: text('MyData 準備中', 'MyData is being prepared'),
  notRegisteredWhat: text(
    '這項服務正在向 MyData 平臺登錄，完成後就能用 MyData 帶入資料。現在請自己填寫，一樣可以申請。',
    'This service is being registered at MyData. Until then please fill in the form yourself; you can apply all the same.',
  ),
  stopped: text('目前停止使用 MyData', 'MyData is not used at present'),
  stoppedWhat: text(
    '這項服務在 MyData 平臺上已經停用，不會傳送任何資料。請自己填寫，一樣可以申請。',
    'This service is suspended at MyData and nothing is sent. Please fill in the form yourself; you can apply all the same.',
  ),
  stoppedSince: text('起停用。', 'is when it was suspended.'),
  opensLater: text('正在準備，開放時會在這裡公告。', 'It is being prepared; this page will say when it opens.'),
  manual: text('自己填寫', 'Fill in by hand'),
  blank: text('下載空白表單（印出來用筆填）', 'Blank form to print and fill in with a pen'),
  manualGo: text('自己填寫表單', 'Fill in the form'),
  manualNeed: text('需要：自己準備證明文件的照片或掃描檔', 'You need photos or scans of your proofs.'),
  replaces: text('使用 MyData 可以免附的文件', 'Proofs you need not attach with MyData'),
  rule: text('依據：', 'Rule: '),
  basis: text('法規依據', 'Legal basis'),
  atCounter: text('到櫃檯辦理', 'At the counter'),
  counterOnly: text('這項服務請到櫃檯辦理', 'Please apply at the counter'),
  online: text('線上申請', 'Online'),
  counter: text('臨櫃辦理', 'At the counter'),
} as const;

export const daysText = (days: number) =>
  text(`${days} 個工作天`, days === 1 ? '1 working day' : `${days} working days`);
