/** A P-256 public key as COSE (RFC 9053, 7.1), the form in which WebAuthn keeps it. */
import type { KeyObject } from 'node:crypto';

/** CBOR map {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}, with 32 bytes announced for each coordinate. */
export function coseKey(publicKey: KeyObject): Buffer {
  const { crv, x, y } = publicKey.export({ format: 'jwk' });
  if (crv !== 'P-256' || !x || !y) throw new TypeError('only P-256 keys');
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
  return Buffer.concat([
    head,
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ]);
}
