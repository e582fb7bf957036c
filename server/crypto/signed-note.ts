/**
 * Signed notes (c2sp.org/signed-note) with Ed25519, and the checkpoint that a log signs (c2sp.org/tlog-checkpoint).
 * Any client of transparency logs reads them.
 */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

const ed25519 = Buffer.from([1]);
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** The other way from `rawPublicKey`: a key from its 32 bytes. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });

/** The 32 bytes of an Ed25519 key's public half. */
export const rawPublicKey = (key: KeyObject): Buffer =>
  createPublicKey(
    key.type === 'private' ? key.export({ format: 'pem', type: 'pkcs8' }) : key.export({ format: 'pem', type: 'spki' }),
  )
    .export({ format: 'der', type: 'spki' })
    .subarray(spkiHead.length);

const keyId = (name: string, raw: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(ed25519).update(raw).digest().subarray(0, 4);

/** → eight hexadecimal digits, of name and key together */
export const keyIdHex = (name: string, raw: Uint8Array): string => keyId(name, raw).toString('hex');

/** `name+hex of the key's id+Base64(1 ‖ public key)` */
export const verifierKey = (name: string, raw: Uint8Array): string =>
  `${name}+${keyIdHex(name, raw)}+${Buffer.concat([ed25519, raw]).toString('base64')}`;

/** @param text ends with a newline */
export function signNote(
  text: string,
  name: string,
  key: { readonly privateKey: KeyObject; readonly raw: Uint8Array },
) {
  const signature = sign(null, Buffer.from(text, 'utf8'), key.privateKey);
  return `${text}\n— ${name} ${Buffer.concat([keyId(name, key.raw), signature]).toString('base64')}\n`;
}

/** → the text, when one of the keys signed it and none of them signed it wrongly */
export function openNote(note: string, verifierKeys: readonly string[]): string | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, end + 1);
  let signed = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, base64] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
    if (!name || !base64) return undefined;
    const bytes = Buffer.from(base64, 'base64');
    const known = verifierKeys.find((key) => key.startsWith(`${name}+${bytes.subarray(0, 4).toString('hex')}+`));
    if (!known) continue;
    const raw = Buffer.from(known.slice(known.lastIndexOf('+', known.length - 45) + 1), 'base64').subarray(1);
    if (!verify(null, Buffer.from(text, 'utf8'), publicKeyOf(raw), bytes.subarray(4))) return undefined;
    signed = true;
  }
  return signed ? text : undefined;
}

/** → the three lines that are signed, with a newline at the end. `root`: 32 bytes */
export const checkpointText = (origin: string, size: number, root: Uint8Array): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
