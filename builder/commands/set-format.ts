/** The format of a text question, and with one that has an example the hint that shows it, where there is none of the designer's. */
import { hintFor, knownPattern } from '#schemas/form/named-patterns.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import { same, type Json } from '../model/json.ts';
import { findField, type Ref } from '../model/locate.ts';
import { Draft } from './shared/draft.ts';
import { nameOf } from './shared/names.ts';

export interface SetFormat {
  readonly question: Ref;
  /** Undefined: none. */
  readonly pattern: string | undefined;
}

const exampleOf = (pattern: string | undefined): Json | undefined => {
  const known = pattern === undefined ? undefined : knownPattern(pattern);
  return known && (hintFor(known) as unknown as Json);
};

export const setFormat: Command<SetFormat> = {
  id: 'set-format',
  run(document, { question, pattern }) {
    const found = findField(document, question);
    if (!found) return gone();
    const { part, path } = found;
    if (part.type !== 'text')
      return refuse('no-such-property', '這種題目沒有格式可以設定。', 'Only a text question has a format.');
    const draft = new Draft(document);
    const hint = part.hint as Json | undefined;
    const ours = exampleOf(part.pattern);
    if (hint === undefined || (ours !== undefined && same(hint, ours))) draft.set(path, 'hint', exampleOf(pattern));
    draft.set(path, 'pattern', pattern);
    const name = nameOf(found);
    return {
      changes: draft.changes,
      words: say(`修改${name['zh-Hant']}的格式`, `Changed the format of ${name.en}`),
      key: `set-format ${question}`,
    };
  },
};
