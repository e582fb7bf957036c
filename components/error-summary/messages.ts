import { translator } from '../i18n/translator.ts';

export const te = translator({
  title: { 'zh-Hant': '還有 {n} 個地方需要修改', en: 'There are {n} things to correct' },
});
