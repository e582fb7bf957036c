import { translator } from '../../../components/i18n/translator.ts';

export const storeWords = translator({
  saved: { 'zh-Hant': '已儲存 {time}', en: 'Saved {time}' },
  lookOnly: {
    'zh-Hant': '這個帳號不能修改表單，這裡的修改不會儲存',
    en: 'This account can not change forms: edits here are not saved',
  },
  unchanged: { 'zh-Hant': '沒有未發布的修改', en: 'No unpublished changes' },
  waiting: { 'zh-Hant': '有修改，即將儲存', en: 'Changed; saving soon' },
  saving: { 'zh-Hant': '儲存中…', en: 'Saving…' },
  offline: { 'zh-Hant': '離線，已保存在這台電腦', en: 'Offline; kept on this computer' },
  signedOut: { 'zh-Hant': '已登出，修改保存在這台電腦。', en: 'Signed out; changes are kept on this computer.' },
  signIn: { 'zh-Hant': '重新登入', en: 'Sign in' },
  refused: { 'zh-Hant': '無法儲存：{text}', en: 'Not saved: {text}' },
  conflictTitle: { 'zh-Hant': '這份表單有別人也在修改', en: 'Somebody else is changing this form too' },
  conflictText: {
    'zh-Hant': '{name}在 {time} 儲存了另一份修改。兩份內容都還在，請選擇要怎麼做。',
    en: '{name} saved other changes at {time}. Both are kept; choose what to do.',
  },
  someone: { 'zh-Hant': '另一個人', en: 'Somebody' },
  reapply: { 'zh-Hant': '採用對方的，再套上我的修改', en: 'Take theirs and make my edits again' },
  reapplyMore: {
    'zh-Hant': '我有 {n} 項修改；對方已改掉的地方套不上的，會列出來。',
    en: 'I have {n} edits; those that no longer fit are named.',
  },
  theirs: { 'zh-Hant': '只採用對方的', en: 'Take theirs alone' },
  theirsMore: { 'zh-Hant': '我的內容留在「保留的內容」，隨時找得回來。', en: 'Mine stays among what is kept.' },
  copy: { 'zh-Hant': '把我的另存成一份新表單', en: 'Keep mine as a new form' },
  copyId: { 'zh-Hant': '新表單的代號', en: 'Id of the new form' },
  different: { 'zh-Hant': '對方的和我的差在哪裡', en: 'How theirs differs from mine' },
  applied: {
    'zh-Hant': '已採用對方的內容，並套上我的 {n} 項修改。',
    en: 'Took theirs and made {n} of my edits again.',
  },
  lost: { 'zh-Hant': '這些套不上：{list}', en: 'These no longer fit: {list}' },
  taken: { 'zh-Hant': '已採用對方的內容。', en: 'Took theirs.' },
  copied: { 'zh-Hant': '我的內容已另存成「{id}」。', en: 'Mine is kept as "{id}".' },
});
