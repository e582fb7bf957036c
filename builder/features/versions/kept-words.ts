import { translator } from '#components/i18n/translator.ts';

export const keptWords = translator({
  title: { 'zh-Hant': '保留的內容', en: 'What is kept' },
  intro: {
    'zh-Hant': '合併時沒有採用、被捨棄、被換掉的內容都留在這裡，可以比較、看看，也可以還原。',
    en: 'What was not taken in a merge, discarded or replaced stays here: to compare, to look at, to restore.',
  },
  most: {
    'zh-Hant': '每個人每份表單最多留 {count} 份、共 {size} MB；超過時，先刪掉那個人自己最舊的。最新的一份一定會留著。',
    en: 'Of each person and form at most {count} stay, {size} MB together; beyond it that person’s oldest go first. The newest always stays.',
  },
  none: { 'zh-Hant': '目前沒有保留的內容。', en: 'Nothing is kept.' },
  failed: { 'zh-Hant': '現在讀不到保留的內容，請稍後再試。', en: 'Can not be read now; please try again.' },
  name: { 'zh-Hant': '{name}的內容', en: 'The work of {name}' },
  conflict: {
    'zh-Hant': '同時有別人修改，這份沒有送出或沒有全部採用',
    en: 'Somebody else was faster, or not all of it was taken',
  },
  conflictOf: { 'zh-Hant': '{by}合併時沒有全部採用', en: '{by} did not take all of it in a merge' },
  discarded: { 'zh-Hant': '{by}捨棄了草稿', en: '{by} discarded the draft' },
  restored: { 'zh-Hant': '{by}把草稿換成以前的內容', en: '{by} put an earlier content in its place' },
  when: { 'zh-Hant': '{time} 保留', en: 'Kept {time}' },
  compare: { 'zh-Hant': '和目前的草稿比較', en: 'Compare with the draft' },
  look: { 'zh-Hant': '看看內容', en: 'Look at it' },
  restore: { 'zh-Hant': '還原', en: 'Restore' },
  cancel: { 'zh-Hant': '取消', en: 'Cancel' },
  about: { 'zh-Hant': '{what}：{name}，{time}', en: '{what}: {name}, {time}' },
  difference: { 'zh-Hant': '目前的草稿 → {name}：{n} 項不同', en: 'Draft → {name}: {n} differences' },
  same: { 'zh-Hant': '和目前的草稿相同。', en: 'It is the same as the draft.' },
  looking: { 'zh-Hant': '{name}（只能看，不能修改）', en: '{name} (to look at only)' },
  askTitle: { 'zh-Hant': '要把草稿換成「{name}」嗎？', en: 'Put "{name}" in place of the draft?' },
  askText: { 'zh-Hant': '草稿會有 {n} 項改變：', en: 'The draft changes in {n} ways:' },
  askSafe: {
    'zh-Hant': '換掉的草稿會留在「保留的內容」，也可以按「復原」馬上回到現在的樣子。',
    en: 'The draft that is replaced stays among what is kept; Undo leads back at once.',
  },
  done: {
    'zh-Hant': '草稿已換成「{name}」。按「復原」可以回到原來的樣子。',
    en: '"{name}" is the draft now. Undo leads back.',
  },
  words: { 'zh-Hant': '還原成「{name}」', en: 'Restored "{name}"' },
});
