/**
 * What `GET /service/data` answers: a compact JWE (A256KW, A256CBC-HS512) around `{filename, data}`. The key is the 32
 * ASCII characters of `secret_key` as raw bytes, not hex-decoded.
 */
import { randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { decodeBase64Url } from './base64.ts';
import { ProtocolError } from './errors.ts';

const prefix = 'application/zip;data:';

/** 32 hex characters. */
export const newSecretKey = (): string => randomBytes(16).toString('hex');

export async function sealPayload(input: {
  readonly clientId: string;
  readonly zip: Uint8Array;
  readonly secretKey: string;
}): Promise<string> {
  const data = prefix + Buffer.from(input.zip).toString('base64url');
  const plaintext = Buffer.from(JSON.stringify({ filename: `${input.clientId}.zip`, data }), 'utf8');
  return new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: 'A256KW', enc: 'A256CBC-HS512' })
    .encrypt(keyBytes(input.secretKey));
}

/** Throws `payload-unreadable` for a wrong key, another algorithm, or a plaintext of another shape. */
export async function openPayload(jwe: string, secretKey: string): Promise<{ filename: string; zip: Uint8Array }> {
  const key = keyBytes(secretKey);
  const compact = jwe.trim();
  // jose accepts spaces and padding inside the parts; the JWE of this interface has neither.
  if (!/^[\w-]+(\.[\w-]+){4}$/.test(compact)) throw unreadable();
  try {
    const { plaintext } = await compactDecrypt(compact, key, {
      keyManagementAlgorithms: ['A256KW'],
      contentEncryptionAlgorithms: ['A256CBC-HS512'],
      maxDecompressedLength: 0,
    });
    return parsed(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch (error) {
    throw error instanceof ProtocolError ? error : unreadable();
  }
}

function parsed(text: string): { filename: string; zip: Uint8Array } {
  const { filename, data } = JSON.parse(text) as { filename?: unknown; data?: unknown };
  if (typeof filename !== 'string' || !/^[\w.-]{1,100}\.zip$/.test(filename)) throw unreadable();
  if (typeof data !== 'string' || !data.startsWith(prefix)) throw unreadable();
  const zip = decodeBase64Url(data.slice(prefix.length));
  if (!zip?.length) throw unreadable();
  return { filename, zip };
}

/** 32 ASCII characters that nobody parses: platforms send hexadecimal, or letters and digits of both cases. */
export const isSecretKey = (text: string): boolean => /^[\x20-\x7e]{32}$/.test(text);

function keyBytes(secretKey: string): Uint8Array {
  if (!isSecretKey(secretKey)) {
    throw new ProtocolError('secret-key-malformed', 'secret_key must be 32 ASCII characters.');
  }
  return new TextEncoder().encode(secretKey);
}

const unreadable = (): ProtocolError => new ProtocolError('payload-unreadable', 'The payload cannot be opened.');
