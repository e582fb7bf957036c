/** PKCS#7 over `data`, as a card's component makes it: RFC 5652 SignedData without attributes, the content apart. */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { der, integer, nothing, objectId, octets, sequence, setOf } from '#schemas/der.ts';
import { X509Certificate as Parsed } from '../../crypto/peculiar.ts';
import type { Resident } from './residents.ts';

/** → Base64 */
export function signData(data: string, { certificatePem, privateKeyPem }: Resident): string {
  const certificate = new X509Certificate(certificatePem).raw;
  const parsed = new Parsed(new Uint8Array(certificate));
  const serial = Buffer.from(
    parsed.serialNumber.padStart(parsed.serialNumber.length + (parsed.serialNumber.length % 2), '0'),
    'hex',
  );
  const signature = sign('sha256', Buffer.from(data, 'utf8'), createPrivateKey(privateKeyPem));
  const sha256 = sequence(objectId('2.16.840.1.101.3.4.2.1'), nothing);
  const signer = sequence(
    integer(1),
    sequence(
      new Uint8Array(parsed.issuerName.toArrayBuffer()),
      der(0x02, serial[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), serial]) : serial),
    ),
    sha256,
    sequence(objectId('1.2.840.113549.1.1.1'), nothing),
    octets(signature),
  );
  const signed = sequence(
    integer(1),
    setOf(sha256),
    sequence(objectId('1.2.840.113549.1.7.1')),
    der(0xa0, certificate),
    setOf(signer),
  );
  return Buffer.from(sequence(objectId('1.2.840.113549.1.7.2'), der(0xa0, signed))).toString('base64');
}
