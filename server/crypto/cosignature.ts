/** Cosignatures of witnesses (c2sp.org/tlog-cosignature), the kind with Ed25519: cosignature/v1. */
import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { publicKeyOf } from './signed-note.ts';

const kind = Buffer.from([4]);

const keyIdOf = (name: string, raw: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(kind).update(raw).digest().subarray(0, 4);

/** `name+hex of the key's id+Base64(4 ‖ public key)` */
export const witnessKey = (name: string, raw: Uint8Array): string =>
  `${name}+${keyIdOf(name, raw).toString('hex')}+${Buffer.concat([kind, raw]).toString('base64')}`;

const message = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');

/** @param text of the checkpoint, ends with a newline → a signature line of the note */
export function cosign(
  text: string,
  name: string,
  key: { readonly privateKey: KeyObject; readonly raw: Uint8Array },
  at: Date,
): string {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const signature = sign(null, message(text, seconds), key.privateKey);
  return `— ${name} ${Buffer.concat([keyIdOf(name, key.raw), time, signature]).toString('base64')}\n`;
}

/** → when it was made, if it is by that witness and over that text */
export function cosignedAt(text: string, line: string, verifierKey: string): Date | undefined {
  const [, name = '', base64 = ''] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line.trimEnd()) ?? [];
  const [, known, id, encoded] = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(verifierKey) ?? [];
  const key = Buffer.from(encoded ?? '', 'base64');
  const bytes = Buffer.from(base64, 'base64');
  if (name !== known || key.length !== 33 || key[0] !== kind[0] || bytes.length !== 76) return undefined;
  const raw = key.subarray(1);
  if (keyIdOf(name, raw).toString('hex') !== id || bytes.subarray(0, 4).toString('hex') !== id) return undefined;
  const seconds = bytes.readBigUInt64BE(4);
  if (seconds > 8_640_000_000_000n) return undefined;
  if (!verify(null, message(text, seconds), publicKeyOf(raw), bytes.subarray(12))) return undefined;
  return new Date(Number(seconds) * 1000);
}
