/** AES-256-GCM for what the project itself keeps at rest. (The interface's own AES-CBC lives in `protocol/mydata-1` only.) */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes. Said outright, because Node takes a tag of four bytes for good. */
const authTagLength = 16;

/** 32 random bytes, for `seal`. */
export const newKey = (): Buffer => randomBytes(32);

/** → iv (12 bytes) + tag (16) + ciphertext. `context` is bound to it, not stored: the same must be given to open. */
export function seal(key: Uint8Array, plaintext: Uint8Array, context: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength }).setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when key, context or a byte differs. */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength }).setAAD(
    Buffer.from(context, 'utf8'),
  );
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
