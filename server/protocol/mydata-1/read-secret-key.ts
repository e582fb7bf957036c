/** `secret_key` as the platform sends it, for whoever takes a package: online and at a counter. */
import { decodeBase64 } from './base64.ts';
import { ProtocolError, type SecretKeyFault } from './errors.ts';
import { decryptField, type ClientSecrets } from './fields.ts';
import { isSecretKey } from './secret-key.ts';

/** Throws `ProtocolError`, whose code is of `secretKeyFaults`: for the log, never for the answer. */
export function readSecretKey(secrets: ClientSecrets, field: unknown): string {
  if (typeof field !== 'string' || !field) throw fault('secret-key-missing');
  if (!decodeBase64(field)) throw fault('secret-key-base64');
  const key = opened(secrets, field);
  if (key === undefined) throw fault('secret-key-undecryptable');
  if (!isSecretKey(key)) throw fault('secret-key-malformed');
  return key;
}

function opened(secrets: ClientSecrets, field: string): string | undefined {
  try {
    return decryptField(secrets, field);
  } catch {
    return undefined;
  }
}

const fault = (code: SecretKeyFault): ProtocolError => new ProtocolError(code, 'secret_key cannot be read.');
