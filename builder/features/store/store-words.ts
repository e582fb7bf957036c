import { fillIn, translator, type Params } from '#components/i18n/translator.ts';
import type { Text } from '#schemas/text.ts';

const messages = {
  saved: { 'zh-Hant': '已儲存 {time}', en: 'Saved {time}' },
  lookOnly: {
    'zh-Hant': '這個帳號不能修改表單，這裡的修改不會儲存',
    en: 'This account can not change forms: edits here are not saved',
  },
  unchanged: { 'zh-Hant': '沒有未發布的修改', en: 'No unpublished changes' },
  sent: { 'zh-Hant': '已送核；再修改就會撤回', en: 'Sent for approval; a change withdraws it' },
  waiting: { 'zh-Hant': '有修改，即將儲存', en: 'Changed; saving soon' },
  saving: { 'zh-Hant': '儲存中…', en: 'Saving…' },
  offline: { 'zh-Hant': '離線，已保存在這台電腦', en: 'Offline; kept on this computer' },
  signedOut: { 'zh-Hant': '已登出，修改保存在這台電腦。', en: 'Signed out; changes are kept on this computer.' },
  notKept: {
    'zh-Hant': '還沒儲存，這台電腦也存不下（空間不足）。請不要關閉這個視窗。',
    en: 'Not saved, and no room to keep it on this computer. Do not close this window.',
  },
  signIn: { 'zh-Hant': '重新登入', en: 'Sign in' },
  refused: { 'zh-Hant': '無法儲存：{text}', en: 'Not saved: {text}' },
  notMerged: { 'zh-Hant': '還沒合併，修改保存在這台電腦。', en: 'Not merged yet; changes are kept on this computer.' },
  mergeNow: { 'zh-Hant': '選擇怎麼合併', en: 'Choose how' },

  conflictTitle: { 'zh-Hant': '把兩個人的修改合在一起', en: 'Bring two designers’ work together' },
  conflictText: {
    'zh-Hant': '{who}（{time}），您的修改還沒送出。兩份內容都還在。',
    en: '{who} ({time}) before your changes were sent. Both are kept.',
  },
  someone: { 'zh-Hant': '另一個人', en: 'Somebody' },
  otherWindow: { 'zh-Hant': '您的另一個視窗', en: 'Your other window' },
  'how saved': { 'zh-Hant': '儲存了另一份修改', en: 'saved other changes' },
  'how published': { 'zh-Hant': '發布了新版本', en: 'published a new version' },
  'how discarded': { 'zh-Hant': '捨棄了草稿，回到民眾現在看到的版本', en: 'discarded the draft' },
  'how restored': { 'zh-Hant': '把草稿換成以前的內容', en: 'put an earlier content in place of the draft' },
  alone: { 'zh-Hant': '這些會自動合在一起', en: 'These come together by themselves' },
  nothingAlone: { 'zh-Hant': '除了下面這些，沒有別的修改。', en: 'There are no other changes.' },
  fromMine: { 'zh-Hant': '{name}的修改', en: '{name}’s changes' },
  fromTheirs: { 'zh-Hant': '{name}的修改', en: '{name}’s changes' },
  mineTitle: { 'zh-Hant': '您的修改', en: 'Yours' },
  twice: { 'zh-Hant': '這 {n} 項兩個人都改了，請選擇', en: 'Both have changed these {n}: please choose' },
  notTwice: { 'zh-Hant': '沒有兩個人都改到的地方。', en: 'Nothing was changed by both.' },
  allMine: { 'zh-Hant': '全部用我的', en: 'All mine' },
  allTheirs: { 'zh-Hant': '全部用{name}的', en: 'All {name}’s' },
  useMine: { 'zh-Hant': '用我的', en: 'Mine' },
  useTheirs: { 'zh-Hant': '用{name}的', en: '{name}’s' },
  useBoth: { 'zh-Hant': '兩者都留', en: 'Both' },
  bothText: { 'zh-Hant': '一段接一段', en: 'One after the other' },
  before: { 'zh-Hant': '原來', en: 'Before' },
  leftToChoose: { 'zh-Hant': '還有 {n} 項沒有選。', en: '{n} still to choose.' },
  dropped: { 'zh-Hant': '因為這樣選擇，會一起拿掉', en: 'Goes with what was chosen' },
  merge: { 'zh-Hant': '合併並繼續', en: 'Merge and go on' },
  keptAnyway: {
    'zh-Hant': '沒有選到的內容留在「保留的內容」，隨時找得回來。',
    en: 'What is not chosen stays among what is kept.',
  },
  look: { 'zh-Hant': '先看看表單', en: 'Look at the form first' },
  otherWays: { 'zh-Hant': '其他做法', en: 'Other ways' },
  theirs: { 'zh-Hant': '只採用{name}的', en: 'Take {name}’s alone' },
  theirsMore: { 'zh-Hant': '我的內容留在「保留的內容」，隨時找得回來。', en: 'Mine stays among what is kept.' },
  copy: { 'zh-Hant': '把我的另存成一份新表單', en: 'Keep mine as a new form' },
  copyId: { 'zh-Hant': '新表單的代號', en: 'Id of the new form' },

  merged: {
    'zh-Hant': '兩份修改已經合在一起：您的 {mine} 項、對方的 {theirs} 項，另外選擇了 {chosen} 項。',
    en: 'Both works are together: {mine} of your changes, {theirs} of theirs, {chosen} chosen.',
  },
  chosen: { 'zh-Hant': '兩個人都改了的', en: 'Changed by both' },
  'chose mine': { 'zh-Hant': '用{mine}的', en: '{mine}’s' },
  'chose theirs': { 'zh-Hant': '用{theirs}的', en: '{theirs}’s' },
  'chose both': { 'zh-Hant': '兩者都留', en: 'both' },
  goesOn: { 'zh-Hant': '您的修改都還在，接在它後面。', en: 'Your changes are kept, and go on from there.' },
  upToDate: { 'zh-Hant': '畫面已換成最新的內容。', en: 'What you see is the newest now.' },
  taken: {
    'zh-Hant': '已採用對方的內容，我的留在「保留的內容」。',
    en: 'Theirs is taken; mine is among what is kept.',
  },
  copied: { 'zh-Hant': '我的內容已另存成「{id}」。', en: 'Mine is kept as "{id}".' },
  newsMore: { 'zh-Hant': '看合併了哪些', en: 'What came together' },
  seeKept: { 'zh-Hant': '看保留的內容', en: 'See what is kept' },
  dismiss: { 'zh-Hant': '知道了', en: 'Dismiss' },
  absent: { 'zh-Hant': '（沒有）', en: '(none)' },
  deleted: { 'zh-Hant': '刪除', en: 'Deleted' },
  kept: { 'zh-Hant': '留著：{text}', en: 'Kept: {text}' },
} as const satisfies { readonly [key: string]: Text };

export type StoreWord = keyof typeof messages;

export const storeWords = translator(messages);

/** In both languages. */
export const storeText = (key: StoreWord, params?: Params): Text => {
  const text = messages[key];
  return { 'zh-Hant': fillIn(text['zh-Hant'], params), en: fillIn(text.en, params) };
};
