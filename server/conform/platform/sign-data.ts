/** PKCS#7 over `data`, as a card's component makes it: RFC 5652 SignedData without attributes, the content apart. */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { X509Certificate as Parsed } from '../../crypto/peculiar.ts';
import type { Resident } from './residents.ts';

const sequence = 0x30;
const set = 0x31;

/** → Base64 */
export function signData(data: string, { certificatePem, privateKeyPem }: Resident): string {
  const certificate = new X509Certificate(certificatePem).raw;
  const parsed = new Parsed(new Uint8Array(certificate));
  const serial = Buffer.from(
    parsed.serialNumber.padStart(parsed.serialNumber.length + (parsed.serialNumber.length % 2), '0'),
    'hex',
  );
  const signature = sign('sha256', Buffer.from(data, 'utf8'), createPrivateKey(privateKeyPem));
  const sha256 = der(sequence, oid('608648016503040201'), der(0x05));
  const signer = der(
    sequence,
    der(0x02, Buffer.from([1])),
    der(
      sequence,
      Buffer.from(parsed.issuerName.toArrayBuffer()),
      der(0x02, serial[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), serial]) : serial),
    ),
    sha256,
    der(sequence, oid('2a864886f70d010101'), der(0x05)),
    der(0x04, signature),
  );
  const signed = der(
    sequence,
    der(0x02, Buffer.from([1])),
    der(set, sha256),
    der(sequence, oid('2a864886f70d010701')),
    der(0xa0, certificate),
    der(set, signer),
  );
  return der(sequence, oid('2a864886f70d010702'), der(0xa0, signed)).toString('base64');
}

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
