/** Serials 條碼序號, made by the system's cryptographic source, and verification codes 驗證密碼, made of the platform's key. */
import { createHmac, randomInt } from 'node:crypto';
import { serialAlphabet } from '#schemas/barcode/serial.ts';
import { readDigitCode } from '#schemas/taiwan/digit-code.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { keyedHash } from '../hashes.ts';
import type { PlatformKeys } from '../keys.ts';

type HashKey = Pick<PlatformKeys, 'hashKey'>;

/** Some of `serialAlphabet`, never digits alone: 8 digits are a verification code. About 40 bits. */
export function newSerial(): string {
  for (;;) {
    const serial = Array.from({ length: 8 }, () => serialAlphabet[randomInt(serialAlphabet.length)]).join('');
    if (/[a-z]/.test(serial)) return serial;
  }
}

export interface Sending {
  /** Of what it is sent for. */
  readonly of: string;
  readonly desk: string;
  readonly at: Date;
}

/**
 * 8 digits, of one sending. Made of it under our key and not of chance, so that every process can show what was sent, though
 * nobody keeps it.
 */
export function codeOf({ hashKey }: HashKey, { of, desk, at }: Sending): string {
  const made = createHmac('sha256', hashKey).update(`code sent\n${of}\n${desk}\n${at.getTime()}`, 'utf8').digest();
  return String(made.readBigUInt64BE() % 100_000_000n).padStart(8, '0');
}

/** → undefined when it is none */
export function readCode(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined;
  return valueOf(readDigitCode(text, 8));
}

/** What the storage knows a barcode by; the serial itself is nowhere in it. */
export const serialHash = ({ hashKey }: HashKey, serial: string): string => keyedHash(hashKey, 'serial', serial);

/** @param of the barcode that it was sent for */
export const codeHash = ({ hashKey }: HashKey, of: string, code: string): string =>
  keyedHash(hashKey, 'code', `${of} ${code}`);

/** Desks, and clerks at them, are told apart by whose they are. */
export const deskKey = ({ hashKey }: HashKey, owner: string, deskId: string): string =>
  keyedHash(hashKey, 'desk', `${owner}\n${deskId}`);
