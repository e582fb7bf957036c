/**
 * What a platform hands out, by hand: every layer can be made in another observed form, or broken in one place. Apart from
 * the packing of `protocol/mydata-1`, or the kit would believe what the product believes.
 */
import { createHash, sign } from 'node:crypto';
import { zipSync } from 'fflate';
import { CompactEncrypt } from 'jose';
import type { Signer } from './trust.ts';

export interface PayloadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DatasetRow {
  readonly resourceId: string;
  readonly name: string;
  /** Absent: no record is held, code 204. */
  readonly files?: readonly PayloadFile[];
}

export interface Form {
  readonly clientId: string;
  readonly cbcIv: string;
  readonly secretKey: string;
  readonly rows: readonly DatasetRow[];
  readonly signer: Signer;
  /** Base64URL of the envelope. */
  readonly padded?: boolean;
  readonly mode?: 'cbc' | 'gcm';
  readonly iv?: 'client' | 'random';
  /** One place that is wrong. */
  readonly broken?:
    | 'signature'
    | 'signature-missing'
    | 'file-changed'
    | 'file-added'
    | 'file-missing'
    | 'certificate-missing'
    | 'inner-missing'
    | 'envelope'
    | 'other-key';
}

const encoder = new TextEncoder();
const xml = (rows: readonly Readonly<Record<string, string>>[]): Uint8Array => {
  const files = rows.map((row) => {
    const children = Object.entries(row).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`);
    return `<file>${children.join('')}</file>`;
  });
  return encoder.encode(`<?xml version="1.0" encoding="UTF-8"?>\n<files>${files.join('')}</files>\n`);
};
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function inner(files: readonly PayloadFile[], { signer, broken }: Form): Uint8Array {
  const manifest = xml(
    files.map(({ name, bytes }) => ({ filename: name, digest: createHash('sha256').update(bytes).digest('hex') })),
  );
  const signature = sign('RSA-SHA256', manifest, signer.key);
  if (broken === 'signature') signature[40]! ^= 1;
  const entries: Record<string, Uint8Array> = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  const [first] = files;
  // A blank more: what it says is the same, and the bytes are not.
  if (broken === 'file-changed' && first) entries[first.name] = Buffer.concat([first.bytes, Buffer.from(' ')]);
  if (broken === 'file-missing' && first) delete entries[first.name];
  if (broken === 'file-added') entries['added.json'] = encoder.encode('{}');
  entries['META-INFO/manifest.xml'] = manifest;
  if (broken !== 'signature-missing') entries['META-INFO/manifest.sha256withrsa'] = signature;
  if (broken !== 'certificate-missing') entries['META-INFO/certificate.cer'] = signer.certificate;
  return zipSync(entries);
}

/** → the body of `GET /service/data` */
export async function makePackage(form: Form): Promise<string> {
  const { clientId, rows, broken, padded = true, mode = 'cbc', iv = 'client' } = form;
  const held = rows.filter(({ files }) => files);
  const outer: Record<string, Uint8Array> = {
    'META-INFO/manifest.xml': xml(
      rows.map(({ resourceId, name, files }) => ({
        filename: `${resourceId}.zip`,
        resource_id: resourceId,
        resource_name: name,
        code: files ? '200' : '204',
      })),
    ),
  };
  for (const { resourceId, files } of held)
    if (broken !== 'inner-missing') outer[`${resourceId}.zip`] = inner(files!, form);
  const base64 = Buffer.from(zipSync(outer)).toString('base64url');
  const data = padded ? base64.padEnd(Math.ceil(base64.length / 4) * 4, '=') : base64;
  const envelope =
    broken === 'envelope'
      ? JSON.stringify({ filename: `${clientId}.zip` })
      : JSON.stringify({ filename: `${clientId}.zip`, data: `application/zip;data:${data}` });
  const key = broken === 'other-key' ? 'f'.repeat(32) : form.secretKey;
  const encrypting = new CompactEncrypt(encoder.encode(envelope)).setProtectedHeader(
    mode === 'cbc' ? { alg: 'A256KW', enc: 'A256CBC-HS512' } : { alg: 'A256GCMKW', enc: 'A256GCM' },
  );
  // Each message has a fresh key of its own, so the interface's fixed IV repeats nothing.
  if (mode === 'cbc' && iv === 'client') encrypting.setInitializationVector(encoder.encode(form.cbcIv));
  return encrypting.encrypt(encoder.encode(key));
}
