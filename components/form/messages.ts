/** The words of `<mydata-form>` itself; those of the questions are in `i18n/field-messages.ts`. */
import { translator } from '../i18n/translator.ts';

export const formMessages = {
  loading: { 'zh-Hant': '正在載入表單…', en: 'Loading the form…' },
  loadFailed: {
    'zh-Hant': '表單沒有載入成功。請檢查網路，再試一次。',
    en: 'The form was not loaded. Check your connection and try again.',
  },
  retry: { 'zh-Hant': '再試一次', en: 'Try again' },

  progress: { 'zh-Hant': '填寫進度', en: 'Progress' },
  position: { 'zh-Hant': '第 {n} 步，共 {total} 步', en: 'Step {n} of {total}' },
  stepDone: { 'zh-Hant': '已填：', en: 'Filled in: ' },
  next: { 'zh-Hant': '下一步', en: 'Next' },
  back: { 'zh-Hant': '上一步', en: 'Back' },
  toCheck: { 'zh-Hant': '下一步：確認內容', en: 'Next: check your answers' },
  backToCheck: { 'zh-Hant': '回到確認內容', en: 'Back to your answers' },

  filled: {
    'zh-Hant': '{n} 個欄位已由 MyData 帶入。請看看是否正確，再填寫其他題目。',
    en: '{n} questions were filled in from MyData. Check them, then answer the others.',
  },
  filledUntil: {
    'zh-Hant': '帶入的資料保留到 {time}，請在那之前送出。',
    en: ' They are kept until {time}; please submit before then.',
  },
  fetching: {
    'zh-Hant': '資料正在從 MyData 傳過來，到了會自動帶入。您可以先填寫其他題目，已填的不會被蓋掉。',
    en: 'Your data is on its way from MyData. You can go on; what you typed stays.',
  },
  preparing: {
    'zh-Hant':
      '{names}準備中，預計 {time} 前自動帶入。您可以先填其他題目，也可以離開，之後用這個瀏覽器回來；最晚等到 {until}。',
    en: 'In preparation: {names}. Filled in by itself by about {time}. Go on, or come back later in this browser; the wait ends at {until}.',
  },
  pending: { 'zh-Hant': '資料準備中，預計 {time} 前帶入', en: 'In preparation; filled in by about {time}' },
  awaited: {
    'zh-Hant': '還在等資料的題目：{labels}。您可以等到帶入再送出，也可以自己填寫。',
    en: 'Still waiting for: {labels}. Wait until they are filled in, or fill them in yourself.',
  },
  byHand: { 'zh-Hant': '不等了，自己填寫', en: 'Fill in yourself' },
  notArrived: {
    'zh-Hant': 'MyData 的資料這次沒有帶入，請您自己填寫。您填的都還在。',
    en: 'Nothing was filled in from MyData. Please fill it in yourself; what you typed is still here.',
  },
  typedBefore: { 'zh-Hant': '您先前填的：{value}', en: 'You had typed: {value}' },
  arrived: {
    'zh-Hant': 'MyData 的資料到了，已帶入 {n} 個欄位。',
    en: 'The data from MyData has arrived: {n} questions were filled in.',
  },
  'missing-not-asked': {
    'zh-Hant': '這次沒有向機關要這一項，請您自己填寫。',
    en: 'This was not asked for this time. Please fill it in yourself.',
  },
  'missing-not-registered': {
    'zh-Hant': '這一項還沒有在 MyData 登錄，沒有向機關要，請您自己填寫。',
    en: 'This is not registered at MyData yet, so no agency was asked for it. Please fill it in yourself.',
  },
  'missing-declined': {
    'zh-Hant': '您選擇不從 MyData 傳送這一項，請您自己填寫。',
    en: 'You chose not to have this sent through MyData. Please fill it in yourself.',
  },
  'missing-failed': {
    'zh-Hant': '這一項在傳送途中沒有成功，請您自己填寫，或稍後再用一次 MyData。',
    en: 'This was lost on its way. Please fill it in yourself, or try MyData again later.',
  },
  'missing-no-record': {
    'zh-Hant': '機關查無資料，請您自己填寫。',
    en: 'The agency holds no record. Please fill this in yourself.',
  },
  'missing-empty': {
    'zh-Hant': '機關的資料沒有這一項，請您自己填寫。',
    en: 'The agency’s record does not have this. Please fill it in yourself.',
  },
  'missing-unreadable': {
    'zh-Hant': '機關傳來的這一項無法讀取，請您自己填寫。',
    en: 'This part of the record cannot be read. Please fill it in yourself.',
  },

  saving: { 'zh-Hant': '儲存中…', en: 'Saving…' },
  saved: { 'zh-Hant': '已儲存 {time}', en: 'Saved {time}' },
  keptUntil: { 'zh-Hant': '，還沒送出的內容保留到 {time}', en: '. Kept until {time} unless submitted' },
  notSaved: {
    'zh-Hant': '還沒有儲存，可能是網路中斷。您可以繼續填寫，連上後會自動儲存。請先不要關閉這一頁。',
    en: 'Not saved: the connection may be down. Go on, and please keep this page open.',
  },
  conflict: {
    'zh-Hant': '這份表單在另一個視窗改過，或 MyData 的資料更新了，所以暫停儲存。您在這裡填的都還在。',
    en: 'This form was changed in another window, or by MyData, so saving has stopped. What you typed is still here.',
  },
  keepMine: { 'zh-Hant': '載入最新內容，保留我剛才填的', en: 'Load the latest, keep what I just typed' },
  takeTheirs: { 'zh-Hant': '改用最新內容，捨棄我剛才填的', en: 'Use the latest, drop what I just typed' },
  keepAll: { 'zh-Hant': '開始新的一份，保留我剛才填的全部', en: 'Start a new one, keep all that I typed' },
  startOver: { 'zh-Hant': '從空白開始，捨棄我剛才填的', en: 'Start from blank, drop what I typed' },
  merged: {
    'zh-Hant': '已載入最新內容，您剛才填的也保留了。',
    en: 'The latest is loaded, and what you typed was kept.',
  },
  notKept: {
    'zh-Hant': '您剛才填的保留了，只有這些沒有，請再上傳或填寫一次：{names}',
    en: 'What you typed was kept, except for these; please give them again: {names}',
  },
  replaced: { 'zh-Hant': '已載入最新內容。', en: 'The latest is loaded.' },

  checkTitle: { 'zh-Hant': '確認內容', en: 'Check your answers' },
  checkMarked: {
    'zh-Hant': '有 ✓ 的是 MyData 帶入的官方資料，其他是您自己填的。',
    en: '✓ is an official record from MyData; all else was typed by you. ',
  },
  checkHint: {
    'zh-Hant': '請看一遍。要改的話按「修改」，改完會回到這裡。',
    en: 'Look through your answers. “Change” takes you there and back.',
  },
  change: { 'zh-Hant': '修改', en: 'Change' },
  changeWhat: { 'zh-Hant': '：{label}', en: ' {label}' },
  look: { 'zh-Hant': '查看', en: 'Look at' },
  fromMydata: { 'zh-Hant': 'MyData：{agency}，{time}', en: 'MyData: {agency}, {time}' },
  officialValue: { 'zh-Hant': '官方資料：', en: 'Official record: ' },
  changedBy: { 'zh-Hant': '您改過；官方資料為：{value}', en: 'Changed by you; the official record says: {value}' },
  compared: {
    'zh-Hant': '您自己填的，會與「{agency}」的資料核對',
    en: 'Typed by you; compared with the record of {agency}',
  },
  wrong: { 'zh-Hant': '您說明「{labels}」有誤：{text}', en: 'You say that this is wrong ({labels}): {text}' },
  reason: { 'zh-Hant': '您修改「{labels}」的原因：{text}', en: 'Your reason for the change ({labels}): {text}' },
  submit: { 'zh-Hant': '送出申請', en: 'Submit' },
  submitting: { 'zh-Hant': '送出中…', en: 'Submitting…' },
  submitFailed: {
    'zh-Hant': '還沒有確定送出，可能是網路中斷。您填的都還在，請再按一次「送出申請」。',
    en: 'Perhaps not submitted: the connection may be down. Please press “Submit” again.',
  },
  notValidated: {
    'zh-Hant': '現在無法檢查內容，可能是網路中斷。請稍後再按一次。',
    en: 'Your answers cannot be checked: the connection may be down. Please try again.',
  },
  doneTitle: { 'zh-Hant': '已收到您的申請', en: 'Your application was received' },
  applicationNo: { 'zh-Hant': '申請編號', en: 'Application number' },
  doneHint: {
    'zh-Hant': '請記下申請編號，查詢進度要用。預計 {n} 天內辦好。',
    en: 'Please note the number to look up the progress. It should take {n} days at most.',
  },
} as const;

export const say = translator(formMessages);
