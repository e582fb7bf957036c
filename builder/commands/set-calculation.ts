/** How the answer of a number or text question is worked out. What is worked out is neither filled nor required. */
import type { Calculation } from '#schemas/form/definition.ts';
import { textIn } from '#schemas/text.ts';
import { gone, refuse, say, type Command } from '../model/command.ts';
import { findField, type Ref } from '../model/locate.ts';
import { Draft } from './shared/draft.ts';

export interface SetCalculation {
  readonly question: Ref;
  /** Undefined: it is typed again. */
  readonly calculate: Calculation | undefined;
}

export const setCalculation: Command<SetCalculation> = {
  id: 'set-calculation',
  run(document, { question, calculate }) {
    const found = findField(document, question);
    if (!found) return gone();
    const { part, path } = found;
    const name = part.label;
    if (part.type !== 'number' && part.type !== 'text')
      return refuse(
        'no-such-property',
        '只有數字題和單行文字題可以計算。',
        'Only numbers and short texts are calculated.',
      );
    const draft = new Draft(document);
    if (calculate !== undefined)
      for (const key of ['fill', 'required', 'requiredWhen']) draft.set(path, key, undefined);
    draft.set(path, 'calculate', calculate);
    return {
      changes: draft.changes,
      words:
        calculate === undefined
          ? say(`「${name['zh-Hant']}」不再計算，由民眾填寫`, `"${textIn(name, 'en')}" is typed again`)
          : say(`設定「${name['zh-Hant']}」的計算方式`, `Set how "${textIn(name, 'en')}" is worked out`),
      key: `set-calculation ${question}`,
    };
  },
};
