/**
 * What `GET /service/data` answers: a compact JWE around `{filename, data}`. The key is the 32 ASCII characters of
 * `secret_key` as raw bytes, not hex-decoded.
 */
import { decodeBase64Url } from './base64.ts';
import { ProtocolError, type PayloadFault } from './errors.ts';
import { openJwe, sealJwe, type JweHeader } from './jwe.ts';
import { usualJweMode, type JweMode } from './jwe-modes.ts';
import { keyBytes } from './secret-key.ts';
import { isObject } from '#schemas/json.ts';

export { newSecretKey } from './secret-key.ts';

/** As clients of the interface send and compare it, in capitals and without a space less. */
export const payloadType = 'application/jwe; charset=UTF-8';

const prefix = 'application/zip;data:';

export interface Envelope {
  readonly filename: string;
  readonly zip: Uint8Array;
}

/**
 * → the compact JWE. `zip`: bytes of the outer zip. Throws `secret-key-malformed`; `cbcIv` is of use for `A256KW` only.
 */
export async function sealPayload(input: {
  readonly clientId: string;
  readonly zip: Uint8Array;
  readonly secretKey: string;
  /** The service's: its IV of `A256KW`, which some clients compare. Absent: one is made up. */
  readonly cbcIv?: string;
  /** What the service has chosen. */
  readonly mode?: JweMode;
}): Promise<string> {
  const { clientId, zip, secretKey, cbcIv, mode = usualJweMode } = input;
  const data = prefix + padded(Buffer.from(zip).toString('base64url'));
  const plaintext = Buffer.from(JSON.stringify({ filename: `${clientId}.zip`, data }), 'utf8');
  return sealJwe(plaintext, {
    key: keyBytes(secretKey),
    mode,
    ...(cbcIv !== undefined && { iv: Buffer.from(cbcIv, 'utf8') }),
  });
}

/** There are clients that cannot read it without. */
const padded = (base64: string): string => base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');

/**
 * Throws `ProtocolError`, whose code is of `payloadFaults`: each thing that can be wrong has its own.
 * @returns the algorithms too, for a log
 */
export async function openPayload(jwe: string, secretKey: string): Promise<Envelope & { readonly header: JweHeader }> {
  const { plaintext, header } = await openJwe(jwe, keyBytes(secretKey));
  const fault = (code: PayloadFault): ProtocolError =>
    new ProtocolError(code, 'The payload cannot be opened.', { about: header });
  const { filename, data } = objectIn(textOf(plaintext, fault), fault);
  if (typeof filename !== 'string' || !/^[\w.-]{1,100}\.zip$/.test(filename)) throw fault('envelope-filename');
  if (typeof data !== 'string') throw fault('envelope-data');
  if (!data.startsWith(prefix)) throw fault('envelope-prefix');
  if (data.length === prefix.length) throw fault('envelope-empty');
  const zip = decodeBase64Url(data.slice(prefix.length));
  if (!zip?.length) throw fault('envelope-base64');
  return { filename, zip, header };
}

type Fault = (code: PayloadFault) => ProtocolError;

function textOf(bytes: Uint8Array, fault: Fault): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fault('envelope-utf8');
  }
}

function objectIn(text: string, fault: Fault): { readonly filename?: unknown; readonly data?: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault('envelope-json');
  }
  if (!isObject(value)) throw fault('envelope-object');
  return value;
}
