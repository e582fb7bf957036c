/** Random secrets of ours, for cookies and links. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether it could be one. */
export const isSecret = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);

/** There is nothing to guess, so no key is needed. → hex */
export const secretHash = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');
