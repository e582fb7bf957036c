/** The second factor of the staff: time-based codes (RFC 6238; SHA-1, six digits, 30 seconds, as every authenticator knows them). */
import { hkdfSync, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { readDigitCode } from '#schemas/taiwan/digit-code.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { open, seal } from '../crypto/seal.ts';

export const codeDigits = 6;
const periodSeconds = 30;
/** One step before and after: clocks of telephones differ. */
const window = 1;

/** The party's own key, from which the one that seals is derived. */
export interface HashKey {
  readonly hashKey: Uint8Array;
}

/** 160 bits, as RFC 4226 section 4 recommends. */
export const newTotpSecret = (): Uint8Array => new Uint8Array(randomBytes(20));

/** @param owner account id or invitation hash; the sealed secret opens for no other */
export const sealTotp = (keys: HashKey, secret: Uint8Array, owner: string): Uint8Array =>
  new Uint8Array(seal(sealingKey(keys), secret, `totp ${owner}`));

/** @param owner of the seal: the account's id, of an invitation its hash → the secret's bytes, which make every code */
export const openTotp = (keys: HashKey, sealed: Uint8Array, owner: string): Uint8Array =>
  new Uint8Array(open(sealingKey(keys), sealed, `totp ${owner}`));

const sealingKey = ({ hashKey }: HashKey): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', hashKey, new Uint8Array(), 'staff second factor', 32));

/** → the time step whose code this is, undefined for a wrong one. Whether that step was used before is the storage's guard. */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | undefined {
  const digits = valueOf(readDigitCode(code, codeDigits));
  if (digits === undefined) return undefined;
  const delta = totp(secret).validate({ token: digits, timestamp: at.getTime(), window });
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / periodSeconds) + delta;
}

/** For tests and the sandbox. */
export const codeAt = (secret: Uint8Array, at: Date): string => totp(secret).generate({ timestamp: at.getTime() });

/**
 * What the authenticator of somebody shows who has used the step `used`: the code of now, and half a minute later the next.
 * An earlier one would be taken too, but perhaps for no longer than a second.
 */
export const nextCode = (secret: Uint8Array, at: Date, used: number): string | undefined => {
  const now = Math.floor(at.getTime() / 1000 / periodSeconds);
  const step = Math.max(now, used + 1);
  return step > now + window ? undefined : codeAt(secret, new Date(step * periodSeconds * 1000));
};

/** As authenticators take it by hand (RFC 4648). */
export const base32Of = (secret: Uint8Array): string => secretOf(secret).base32;

/** The way back, of secrets that are written down: those of invented staff. */
export const bytesOfBase32 = (text: string): Uint8Array => new Uint8Array(Secret.fromBase32(text).buffer);

/** `otpauth://totp/…`, for the QR code. */
export const otpauthUri = (secret: Uint8Array, label: string, issuer = 'MyData 參考平臺'): string =>
  totp(secret, label, issuer).toString();

const secretOf = (bytes: Uint8Array): Secret =>
  new Secret({ buffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer });

const totp = (secret: Uint8Array, label = '', issuer = ''): TOTP =>
  new TOTP({ issuer, label, secret: secretOf(secret), digits: codeDigits, period: periodSeconds });
