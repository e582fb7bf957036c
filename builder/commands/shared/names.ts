/** How parts are called in the history and in announcements. */
import { textIn, type Text } from '#schemas/text.ts';
import { say } from '../../model/command.ts';
import { kindOf, type Found, type Ref } from '../../model/locate.ts';

const kinds = { step: say('步驟', 'step'), section: say('區段', 'section'), field: say('題目', 'question') } as const;

export const titleOf = ({ part }: Pick<Found, 'part'>): Text => ('label' in part ? part.label : part.title);

export const nameOf = (found: Found): Text => {
  const kind = kinds[kindOf(found.ref)];
  const title = titleOf(found);
  return say(`${kind['zh-Hant']}「${title['zh-Hant']}」`, `${kind.en} "${textIn(title, 'en')}"`);
};

/** One by name, several by number. */
export function namesOf(parts: readonly Found[]): Text {
  const [first] = parts;
  if (first && parts.length === 1) return nameOf(first);
  const kind = first ? kinds[kindOf(first.ref)] : kinds.field;
  return say(`${parts.length} 個${kind['zh-Hant']}`, `${parts.length} ${kind.en}s`);
}

export const sameKind = (refs: readonly Ref[]): boolean => new Set(refs.map(kindOf)).size === 1;
