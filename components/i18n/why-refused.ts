/** Why an answer is no value of its kind, by the one reader of that kind: which part, and the right form. Pure. */
import type { Field } from '#schemas/form/definition.ts';
import { readAmount } from '#schemas/taiwan/amount.ts';
import { readAccount, readInstitution } from '#schemas/taiwan/bank.ts';
import { readEmail } from '#schemas/taiwan/email.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { readPhone } from '#schemas/taiwan/phone.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import type { Reading, Refusal } from '#schemas/taiwan/reading.ts';
import { readAnswer } from '../fields/roc-date/roc-date-parts.ts';
import { readPatterned } from '../fields/text/parse.ts';

const readingOf = (field: Field, data: unknown, part: string | undefined): Reading<unknown> | undefined => {
  if (field.type === 'bank-account') {
    const { institution, account } = (data ?? {}) as { readonly [part: string]: string | undefined };
    if (part === 'institution' && institution) return readInstitution(institution);
    return part === 'account' && account ? readAccount(account, institution) : undefined;
  }
  if (typeof data !== 'string') return undefined;
  switch (field.type) {
    case 'national-id':
      return readNationalId(data);
    case 'phone':
      return readPhone(data, field.mobileOnly);
    case 'email':
      return readEmail(data);
    case 'number':
      return readAmount(data);
    case 'roc-date':
      return readAnswer(data);
    case 'text':
      return readPatterned(data, field.pattern);
    default:
      return undefined;
  }
};

/** @param part of an account, where the answer has parts. Undefined where the reader has nothing against it. */
export const whyRefused = (field: Field, data: unknown, part?: string): Refusal | undefined => {
  const reading = readingOf(field, data, part);
  return reading && !isRead(reading) ? reading : undefined;
};
