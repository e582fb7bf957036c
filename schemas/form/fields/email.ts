import { isEmail } from '../../taiwan/email.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { formatted, say } from './parts.ts';

/** Answer: an address of e-mail. */
export interface EmailField extends FieldBase {
  readonly type: 'email';
}

export const email: FieldKind<EmailField> = {
  type: 'email',
  name: say('電子郵件', 'E-mail'),
  settings: {},
  fresh: {},
  takes: ['text'],
  panel: [],
  autofill: true,
  heard: { rank: 3, words: /電子郵件|電子信箱|e-?mail/i },
  compared: () => 'words',
  fits: (_field, value) => typeof value === 'string' && isEmail(value),
};

export const emailRules: FieldRules<EmailField> = {
  answer: () => formatted('email'),
  sample: () => 'test@example.org',
  paper: () => [{ line: 'long' }],
};
