import type { DeclarationField } from '#schemas/form/definition.ts';
import { t } from '../../i18n/field-messages.ts';
import type { FieldWords } from '../field-words.ts';

export const declarationWords: FieldWords<DeclarationField> = {
  missing: 'tick',
  shown: (value, _field, language) => t(language, value === true ? 'agreed' : 'notAnswered'),
  refusal: () => 'tick',
};
