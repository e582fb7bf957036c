/** What became of two designers' work, told where it can be seen and heard. Pure. */
import type { Text } from '../../../schemas/text.ts';
import type { Merge } from '../../model/merge.ts';
import { losesMine, losesTheirs, type OpenConflict } from './conflict.ts';
import { storeText as say } from './store-words.ts';

export interface News {
  readonly text: Text;
  /** In words, one by one. */
  readonly more: readonly { readonly title: Text; readonly list: readonly Text[] }[];
  /** Something is among the kept because of it. */
  readonly kept: boolean;
}

/** 蔡宗翰發布了新版本 */
export const wordsOfOther = ({ how, by }: OpenConflict): Text => {
  const name = by ? { 'zh-Hant': by, en: by } : say('someone');
  return {
    'zh-Hant': `${name['zh-Hant']}${say(`how ${how}`)['zh-Hant']}`,
    en: `${name.en} ${say(`how ${how}`).en}`,
  };
};

/** Theirs stands now, and nothing of mine was on its way. */
export function newsOfTheirs(conflict: OpenConflict): News {
  const who = wordsOfOther(conflict);
  return {
    text: {
      'zh-Hant': `${who['zh-Hant']}。${say('upToDate')['zh-Hant']}`,
      en: `${who.en}. ${say('upToDate').en}`,
    },
    more: [],
    kept: conflict.how === 'discarded' || conflict.how === 'restored',
  };
}

export function newsOfKept(conflict: OpenConflict): News {
  const who = wordsOfOther(conflict);
  return {
    text: { 'zh-Hant': `${who['zh-Hant']}。${say('taken')['zh-Hant']}`, en: `${who.en}. ${say('taken').en}` },
    more: [],
    kept: true,
  };
}

export function newsOfMerge({ applied, conflicts, dropped }: Merge, { by }: OpenConflict, me: string): News {
  const other = by || say('someone')['zh-Hant'];
  const chosen = conflicts.map(({ words, chosen: side }): Text => {
    const which = say(`chose ${side}`, { mine: me, theirs: other });
    return { 'zh-Hant': `${words['zh-Hant']}：${which['zh-Hant']}`, en: `${words.en}: ${which.en}` };
  });
  const more = [
    { title: say('fromMine', { name: me }), list: applied.mine },
    { title: say('fromTheirs', { name: other }), list: applied.theirs },
    { title: say('chosen'), list: chosen },
    { title: say('dropped'), list: dropped },
  ].filter(({ list }) => list.length);
  const text = say('merged', { mine: applied.mine.length, theirs: applied.theirs.length, chosen: conflicts.length });
  return { text, more, kept: losesMine(conflicts) || losesTheirs(conflicts) };
}
