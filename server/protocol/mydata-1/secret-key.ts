/**
 * `secret_key`: 32 characters whose bytes are the key of a package, for whoever makes one and for whoever takes it. Platforms
 * send the hexadecimal of a UUID, or letters and digits of both cases; nobody parses them.
 */
import { randomBytes } from 'node:crypto';
import { ProtocolError } from './errors.ts';

/** 128 random bits, as 32 hexadecimal digits. */
export const newSecretKey = (): string => randomBytes(16).toString('hex');

/** Whether it is 32 characters of printable ASCII, hexadecimal or not. */
export const isSecretKey = (text: string): boolean => /^[\x20-\x7e]{32}$/.test(text);

/** Throws `secret-key-malformed`. */
export function keyBytes(secretKey: string): Uint8Array {
  if (!isSecretKey(secretKey))
    throw new ProtocolError('secret-key-malformed', 'secret_key must be 32 ASCII characters.');
  return new TextEncoder().encode(secretKey);
}
