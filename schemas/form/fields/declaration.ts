import type { Text } from '../../text.ts';
import { isBlank } from '../../publish/blank.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { say, text } from './parts.ts';

/** Answer: `true`; a required declaration must be ticked. */
export interface DeclarationField extends FieldBase {
  readonly type: 'declaration';
  readonly statement: Text;
}

export const declaration: FieldKind<DeclarationField> = {
  type: 'declaration',
  name: say('聲明', 'Declaration'),
  settings: { statement: { is: text, word: say('聲明內容', 'statement'), needed: true } },
  fresh: { statement: say('本人聲明以上資料屬實。', 'I declare that the above is true.'), required: true },
  takes: [],
  panel: [{ control: 'both', key: 'statement', name: say('聲明內容', 'Statement'), wide: true }],
  heard: { rank: 8, words: /聲明|切結|同意書|declar/i },
  compared: () => 'tick',
};

export const declarationRules: FieldRules<DeclarationField> = {
  answer: () => ({ const: true }),
  sample: () => true,
  paper: ({ statement }) => [{ statement: statement['zh-Hant'], agree: '我已閱讀並確認以上內容' }],
  gaps: ({ statement }) =>
    isBlank(statement['zh-Hant'])
      ? [
          {
            code: 'statement',
            key: 'statement',
            text: say('{name}還沒有聲明的內容。', '{name} has no statement yet.'),
          },
        ]
      : [],
};
