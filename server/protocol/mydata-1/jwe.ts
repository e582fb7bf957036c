/**
 * Compact JWE of the interface. `jose` seals and opens; what is ours is which pairs of algorithms are let in, the IV that
 * clients of the interface expect, and the word for what was wrong, which `jose` does not tell.
 */
import { createDecipheriv } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { ProtocolError, type PayloadFault } from './errors.ts';
import { jweModes, type JweMode } from './jwe-modes.ts';
import { isObject } from '#schemas/json.ts';

export interface JweHeader {
  readonly alg?: string;
  readonly enc?: string;
}

interface Header extends JweHeader {
  readonly iv?: unknown;
  readonly tag?: unknown;
  readonly zip?: unknown;
  readonly crit?: unknown;
}

/** @param iv 16 bytes, for `A256KW`; the other mode has IVs of 12 bytes, always new ones */
export async function sealJwe(
  plaintext: Uint8Array,
  { key, mode, iv }: { readonly key: Uint8Array; readonly mode: JweMode; readonly iv?: Uint8Array },
): Promise<string> {
  const jwe = new CompactEncrypt(plaintext).setProtectedHeader(jweModes[mode]);
  // The key of each message is a fresh one, so that an IV which is always the same repeats nothing.
  if (iv && mode === 'A256KW') jwe.setInitializationVector(iv);
  return jwe.encrypt(key);
}

/** Throws `ProtocolError` with a `jwe-…` code; `about` names the algorithms, where they could be read. */
export async function openJwe(text: string, key: Uint8Array): Promise<{ plaintext: Uint8Array; header: JweHeader }> {
  const compact = text.trim();
  if (!compact) throw fault('jwe-empty');
  // jose accepts spaces and padding inside the parts; the JWE of this interface has neither.
  if (!/^[\w-]+(\.[\w-]*){4}$/.test(compact)) throw fault('jwe-shape');
  const parts = compact.split('.') as [string, string, string, string, string];
  const header = readHeader(parts[0]);
  if (!header) throw fault('jwe-header');
  const about: JweHeader = { alg: name(header.alg), enc: name(header.enc) };
  const mode = Object.values(jweModes).find(({ alg, enc }) => alg === header.alg && enc === header.enc);
  if (!mode) throw fault('jwe-algorithm', about);
  if (header.zip !== undefined) throw fault('jwe-compressed', about);
  if (header.crit !== undefined) throw fault('jwe-critical', about);
  try {
    const { plaintext } = await compactDecrypt(compact, key, {
      keyManagementAlgorithms: [mode.alg],
      contentEncryptionAlgorithms: [mode.enc],
      maxDecompressedLength: 0,
    });
    return { plaintext, header: about };
  } catch {
    throw fault(whyNot(parts, header, key), about);
  }
}

/** The names that a stranger gave the algorithms, as far as a log may repeat them. */
const name = (text: unknown): string | undefined =>
  typeof text === 'string' && /^[\w+-]{1,24}$/.test(text) ? text : undefined;

function readHeader(part: string): Header | undefined {
  try {
    const header: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')),
    );
    return isObject(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

/** A wrong key is found out where the message's own key is unwrapped; what is wrong later was changed on the way. */
function whyNot([, wrapped, iv]: readonly string[], header: Header, key: Uint8Array): PayloadFault {
  if (!unwraps(bytesOf(wrapped), header, key)) return 'jwe-key';
  return bytesOf(iv).length === (header.alg === 'A256KW' ? 16 : 12) ? 'jwe-decrypt' : 'jwe-iv';
}

function unwraps(wrapped: Buffer, { alg, iv, tag }: Header, key: Uint8Array): boolean {
  try {
    if (alg === 'A256KW') {
      const cipher = createDecipheriv('id-aes256-wrap', key, Buffer.alloc(8, 0xa6));
      return Buffer.concat([cipher.update(wrapped), cipher.final()]).length === 64;
    }
    const cipher = createDecipheriv('aes-256-gcm', key, bytesOf(iv), { authTagLength: 16 });
    cipher.setAuthTag(bytesOf(tag));
    return Buffer.concat([cipher.update(wrapped), cipher.final()]).length === 32;
  } catch {
    return false;
  }
}

const bytesOf = (text: unknown): Buffer => Buffer.from(typeof text === 'string' ? text : '', 'base64url');

const fault = (code: PayloadFault, about?: JweHeader): ProtocolError =>
  new ProtocolError(code, 'The payload cannot be opened.', { about });
