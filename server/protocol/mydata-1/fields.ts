/**
 * Single encrypted fields (`pid`, returned `tx_id`, `secret_key`, `data`): AES-256-CBC with a fixed IV and a key made by
 * writing the secret twice, because the interface says so. Weak, hence used nowhere outside this profile.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { ProtocolError } from './errors.ts';

/** As registered: 16 characters each. */
export interface ClientSecrets {
  readonly clientSecret: string;
  readonly cbcIv: string;
}

/** → standard Base64 */
export function encryptField(secrets: ClientSecrets, text: string): string {
  const { key, iv } = keyOf(secrets);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** Throws `field-undecryptable`, one error for every cause: which one it was would help a forger. */
export function decryptField(secrets: ClientSecrets, base64: string): string {
  const { key, iv } = keyOf(secrets);
  const bytes = decodeBase64(base64);
  if (!bytes || !bytes.length) throw new ProtocolError('field-undecryptable', 'The encrypted field cannot be read.');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, iv);
    const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    throw new ProtocolError('field-undecryptable', 'The encrypted field cannot be read.');
  }
}

function keyOf(secrets: ClientSecrets): { key: Buffer; iv: Buffer } {
  const key = Buffer.from(secrets.clientSecret.repeat(2), 'utf8');
  const iv = Buffer.from(secrets.cbcIv, 'utf8');
  if (key.length !== 32 || iv.length !== 16) {
    throw new ProtocolError('client-secrets-malformed', 'client_secret and cbc_iv must be 16 bytes each.');
  }
  return { key, iv };
}
