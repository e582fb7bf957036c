import { isMobile, isPhone } from '../../taiwan/phone.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { formatted, say, yes } from './parts.ts';

/** Answer: digits only, format `tw-phone` (mobile or landline with area code, `#` extension allowed). */
export interface PhoneField extends FieldBase {
  readonly type: 'phone';
  readonly mobileOnly?: boolean;
}

export const phone: FieldKind<PhoneField> = {
  type: 'phone',
  name: say('電話', 'Phone'),
  settings: { mobileOnly: { is: yes, word: say('限手機', 'mobile only') } },
  fresh: {},
  takes: ['text'],
  panel: [{ control: 'tick', key: 'mobileOnly', name: say('只收手機號碼', 'Mobile numbers only') }],
  autofill: true,
  heard: { rank: 2, words: /電話|手機|行動電話|phone|mobile/i },
  compared: () => 'words',
  fits: ({ mobileOnly }, value) => typeof value === 'string' && (mobileOnly ? isMobile(value) : isPhone(value)),
};

export const phoneRules: FieldRules<PhoneField> = {
  answer: ({ mobileOnly }) => formatted(mobileOnly ? 'tw-mobile' : 'tw-phone'),
  sample: () => '0912345678',
  paper: ({ mobileOnly }) => (mobileOnly ? [{ cells: 10 }] : [{ cells: 10 }, ' 分機 ', { line: 'short' }]),
};
