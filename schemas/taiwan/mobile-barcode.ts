import { withoutSpaces } from './plain-text.ts';

/** 手機條碼 of e-invoices: a slash and seven characters that Code 39 can carry. */
export const isMobileBarcode = (text: string): boolean => /^\/[0-9A-Z.+-]{7}$/.test(text);

export const tidyMobileBarcode = (text: string): string => withoutSpaces(text).toUpperCase();
