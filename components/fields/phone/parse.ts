import { tidyPhone } from '#schemas/taiwan/phone.ts';

/** Digits, with `#` before an extension; what is neither stays, to be found wrong. */
export const parsePhone = (text: string): string | undefined => tidyPhone(text) || undefined;
