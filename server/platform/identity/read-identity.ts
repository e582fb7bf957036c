/**
 * Reads the form of an identity proof before anything is tried. Only the shape is judged, so the answer is the same whether
 * there is such a person or not.
 */
import { readBirthdayFields } from '../../http/date-fields.ts';
import { dateError, refusalText, type FieldError } from '../../http/typed-fields.ts';
import { readHouseholdNumber } from '#schemas/taiwan/household-number.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { readNhiCardNumber } from '#schemas/taiwan/nhi-card.ts';
import { isRead, type Reading } from '#schemas/taiwan/reading.ts';
import type { PlatformMethod } from './methods/levels.ts';
import type { IdentityForm } from './methods/prove-method.ts';

/** What was typed cannot be what is asked: no try. */
export interface Unreadable {
  readonly errors: readonly FieldError[];
}

export interface ReadIdentity {
  readonly nationalId: string;
  /** ISO. */
  readonly birthday: string;
  /** With the numbers of documents as they are printed. */
  readonly form: IdentityForm;
}

const labels = {
  nationalId: '身分證統一編號',
  birthday: '出生日期',
  nhiNumber: '健保卡卡號',
  nhiPassword: '健保卡註冊密碼',
  householdNumber: '戶口名簿戶號',
} as const;

type Name = Exclude<keyof typeof labels, 'birthday' | 'nhiPassword'>;

const numbers: Partial<Record<PlatformMethod, readonly (readonly [Name, (typed: string) => Reading<string>])[]>> = {
  'nhi-card': [['nhiNumber', readNhiCardNumber]],
  'two-document': [
    ['nhiNumber', readNhiCardNumber],
    ['householdNumber', readHouseholdNumber],
  ],
};

/** @param today ISO */
export function readIdentity(form: IdentityForm, method: PlatformMethod, today: string): ReadIdentity | Unreadable {
  const errors: FieldError[] = [];
  const read: Partial<Record<Name, string>> = {};
  const take = (name: Name, reader: (typed: string) => Reading<string>): void => {
    const typed = form[name] ?? '';
    const reading = reader(typed);
    if (!typed.trim()) errors.push({ field: name, text: `請填${labels[name]}。` });
    else if (isRead(reading)) read[name] = reading.value;
    else errors.push({ field: name, text: refusalText(labels[name], reading) });
  };
  take('nationalId', readNationalId);
  const birthday = readBirthdayFields(form, 'birthday', today);
  if (!isRead(birthday)) errors.push(dateError('birthday', labels.birthday, birthday));
  for (const [name, reader] of numbers[method] ?? []) take(name, reader);
  if (method === 'nhi-card' && !form['nhiPassword'])
    errors.push({ field: 'nhiPassword', text: `請填${labels.nhiPassword}。` });
  if (errors.length || !isRead(birthday)) return { errors };
  return { nationalId: read.nationalId ?? '', birthday: birthday.value, form: { ...form, ...read } };
}
