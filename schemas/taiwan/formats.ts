/**
 * Format names of the answers' JSON Schema → what passes. Bundled into the validator that pages import,
 * so nothing heavy may be reached from here (the list of towns above all).
 */
import { isAccountNumber, isInstitutionCode } from './bank.ts';
import { isIsoDate } from './calendar.ts';
import { isCounty } from './counties.ts';
import { isEmail } from './email.ts';
import { isCitizenId, isNationalId } from './national-id.ts';
import { isMobile, isPhone } from './phone.ts';

export const formats = {
  'national-id': isNationalId,
  'citizen-id': isCitizenId,
  'tw-phone': isPhone,
  'tw-mobile': isMobile,
  email: isEmail,
  'roc-iso-date': isIsoDate,
  'bank-institution': isInstitutionCode,
  'bank-account': (text: string): boolean => isAccountNumber(text),
  'tw-county': (text: string): boolean => isCounty(text),
} as const satisfies Readonly<Record<string, (text: string) => boolean>>;

export type FormatName = keyof typeof formats;
