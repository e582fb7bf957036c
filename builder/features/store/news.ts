/** What became of two designers' work, told where it can be seen and heard. Pure. */
import type { Text } from '#schemas/text.ts';
import type { Merge } from '../../model/merge.ts';
import { losesMine, losesTheirs, otherOf, type OpenConflict } from './conflict.ts';
import { storeText as say } from './store-words.ts';

export interface News {
  readonly text: Text;
  /** In words, one by one. */
  readonly more: readonly { readonly title: Text; readonly list: readonly Text[] }[];
  /** Something is among the kept because of it. */
  readonly kept: boolean;
}

/** 蔡宗翰發布了新版本 */
export const wordsOfOther = (conflict: OpenConflict, me: string): Text => {
  const [name, did] = [otherOf(conflict, me), say(`how ${conflict.how}`)];
  return { 'zh-Hant': `${name['zh-Hant']}${did['zh-Hant']}`, en: `${name.en} ${did.en}` };
};

/** Theirs stands now, and nothing of mine was on its way; or mine `goesOn` from there. */
export function newsOfTheirs(conflict: OpenConflict, me: string, what: 'upToDate' | 'goesOn' = 'upToDate'): News {
  const [who, then] = [wordsOfOther(conflict, me), say(what)];
  return {
    text: { 'zh-Hant': `${who['zh-Hant']}。${then['zh-Hant']}`, en: `${who.en}. ${then.en}` },
    more: [],
    kept: conflict.how === 'discarded' || conflict.how === 'restored',
  };
}

export function newsOfKept(conflict: OpenConflict, me: string): News {
  const who = wordsOfOther(conflict, me);
  return {
    text: { 'zh-Hant': `${who['zh-Hant']}。${say('taken')['zh-Hant']}`, en: `${who.en}. ${say('taken').en}` },
    more: [],
    kept: true,
  };
}

export function newsOfMerge({ applied, conflicts, dropped }: Merge, conflict: OpenConflict, me: string): News {
  const other = otherOf(conflict, me)['zh-Hant'];
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
