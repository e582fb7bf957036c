/**
 * The `uid` of `GET /service/uid_valid`: Base64URL(AES-192-ECB, PKCS#7, of the national id) under the 32 characters of the
 * transaction's `secret_key`, read as Base64. Weak like the fields (`fields.ts`), and used nowhere else.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { decodeBase64, decodeBase64Url } from './base64.ts';

/** → Base64URL with padding, as the payload is; undefined where the key is no Base64 of 24 bytes */
export function encryptUid(secretKey: string, nationalId: string): string | undefined {
  const key = keyOf(secretKey);
  if (!key) return undefined;
  const cipher = createCipheriv('aes-192-ecb', key, null);
  const bytes = Buffer.concat([cipher.update(nationalId, 'utf8'), cipher.final()]);
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** → undefined where it cannot be read */
export function decryptUid(secretKey: string, uid: string): string | undefined {
  const [key, bytes] = [keyOf(secretKey), decodeBase64Url(uid)];
  if (!key || !bytes?.length) return undefined;
  try {
    const decipher = createDecipheriv('aes-192-ecb', key, null);
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The one way to write a `uid`, of the several that are read; undefined where it is no ciphertext. */
export function uidText(uid: string): string | undefined {
  const bytes = decodeBase64Url(uid);
  return bytes?.length && bytes.length % 16 === 0 ? bytes.toString('base64url') : undefined;
}

function keyOf(secretKey: string): Buffer | undefined {
  const key = decodeBase64(secretKey);
  return key?.length === 24 ? key : undefined;
}
