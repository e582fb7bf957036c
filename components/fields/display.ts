/** An answer in words, for read-only places: official values, the check-your-answers page, print. Pure. */
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { Language } from '#schemas/text.ts';
import { textIn } from '#schemas/text.ts';
import { bankName } from '#schemas/taiwan/bank.ts';
import { formatPhone } from '#schemas/taiwan/phone.ts';
import { t } from '../i18n/field-messages.ts';
import { dateText } from './roc-time.ts';

type Parts = { readonly [key: string]: AnswerValue | undefined };

/** One line; the rows of a group and the files are joined by 「；」. An unanswered question gives 「未填寫」. */
export const displayAnswer = (field: Field, value: AnswerValue | undefined, language: Language): string => {
  if (value === undefined) return t(language, 'notAnswered');
  const list = Array.isArray(value) ? (value as readonly AnswerValue[]) : undefined;
  switch (field.type) {
    case 'roc-date':
      return dateText(String(value), language);
    case 'phone':
      return formatPhone(String(value));
    case 'number':
      return `${value}${field.unit ? ` ${textIn(field.unit, language)}` : ''}`;
    case 'choice': {
      const label = (one: AnswerValue) => {
        const option = field.options.find((candidate) => candidate.value === one);
        return option ? textIn(option.label, language) : String(one);
      };
      return list ? list.map(label).join('、') : label(value);
    }
    case 'address': {
      const { postcode, county, town, detail } = value as Parts;
      return [postcode ? `${postcode} ` : '', county, town, detail].join('');
    }
    case 'bank-account': {
      const { institution, branch, account, holder } = value as Parts;
      return [institution, bankName(String(institution)), branch, account, holder].filter(Boolean).join(' ');
    }
    case 'declaration':
      return t(language, value === true ? 'agreed' : 'notAnswered');
    case 'file':
      return list?.map((file) => (file as Parts)['name']).join('；') || t(language, 'notAnswered');
    case 'group':
      return (
        list
          ?.map((row) =>
            field.fields
              .filter((inner) => (row as Parts)[inner.id] !== undefined)
              .map((inner) => displayAnswer(inner, (row as Parts)[inner.id], language))
              .join('，'),
          )
          .join('；') || t(language, 'notAnswered')
      );
    default:
      return String(value);
  }
};
