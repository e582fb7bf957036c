/** What a serial looks like as scanners send it and people write it: one reader for desks, counties and platform. */
import { withoutSpaces } from '../taiwan/plain-text.ts';
import { isSerial } from './serial.ts';

/** Code 39 begins and ends with `*`, which some scanners send; `]C0`, `]A0` and the like name the symbology (ISO/IEC 15424). */
const marked = /^(?:\][a-z][a-z0-9])?\*?(.*?)\*?$/;

/** Capitals (Code 39 has no others), full-width letters, blanks, dashes of all kinds, what cannot be seen. */
const tidy = (text: string): string => withoutSpaces(text).toLowerCase().replaceAll('-', '');

/** What a scanner or a hand made of a serial. → undefined when it is none */
export function readSerial(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const [, serial = ''] = marked.exec(tidy(text)) ?? [];
  return isSerial(serial) ? serial : undefined;
}

/** 8 digits are a verification code that somebody types fast, unless what stands around them says that a scanner sent them. */
export function readScan(text: string): string | undefined {
  const serial = readSerial(text);
  return serial !== undefined && /^\d+$/.test(tidy(text)) ? undefined : serial;
}
