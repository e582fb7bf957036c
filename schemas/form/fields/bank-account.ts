import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { closed, defaultLengths, formatted, line, say, textAnswer } from './parts.ts';

/** Answer: `{ institution: '700' | three digits, branch?: four digits, account: digits, holder }`. */
export interface BankAccountField extends FieldBase {
  readonly type: 'bank-account';
}

export const bankAccount: FieldKind<BankAccountField> = {
  type: 'bank-account',
  name: say('金融帳戶', 'Bank account'),
  settings: {},
  fresh: {},
  takes: [],
  panel: [],
  heard: { rank: 6, words: /帳戶|帳號|存摺|bank account/i },
  compared: () => 'answered',
};

export const bankAccountRules: FieldRules<BankAccountField> = {
  answer: () => ({
    ...closed(
      {
        institution: formatted('bank-institution'),
        branch: { type: 'string', pattern: '^\\d{4}$' },
        account: formatted('bank-account'),
        holder: textAnswer({}, line, defaultLengths.text),
      },
      ['institution', 'account', 'holder'],
    ),
    // The post office: 局號 seven and 帳號 seven digits.
    if: { required: ['institution'], properties: { institution: { const: '700' } } },
    then: { properties: { account: { type: 'string', pattern: '^\\d{14}$' } } },
  }),
  sample: () => ({ institution: '700', account: '12345678901234', holder: '測試' }),
  paper: () => [
    { label: '金融機構' },
    ' ',
    { line: 'short' },
    ' 代碼 ',
    { cells: 3 },
    ' 分行代碼 ',
    { cells: 4 },
    { newLine: true },
    '帳號 ',
    { cells: 14 },
    { newLine: true },
    '戶名 ',
    { line: 'short' },
  ],
};
