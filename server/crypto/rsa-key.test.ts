import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { isStrongKey } from './rsa-key.ts';

const rsa = (modulusLength: number, publicExponent = 65537): KeyObject =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey;

const fromNumbers = (n: bigint, e: bigint): KeyObject => {
  const text = (value: bigint): string =>
    Buffer.from(value.toString(16).replace(/^(.(..)*)$/, '0$1'), 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'RSA', n: text(n), e: text(e) }, format: 'jwk' });
};

test('2048 bits with e = 65537 are enough, fewer or a smaller e are not', () => {
  assert.equal(isStrongKey(rsa(2048)), true);
  assert.equal(isStrongKey(rsa(1024)), false);
  assert.equal(isStrongKey(rsa(2048, 3)), false);
});

test('e = 1, e = 0x10000 and an endless e are refused', () => {
  const modulus = BigInt(`0x${Buffer.from(rsa(2048).export({ format: 'jwk' }).n!, 'base64url').toString('hex')}`);
  assert.equal(isStrongKey(fromNumbers(modulus, 65537n)), true);
  for (const e of [1n, 65536n, 2n ** 64n + 1n]) assert.equal(isStrongKey(fromNumbers(modulus, e)), false, String(e));
});

test('a modulus in the subgroup of 65537 is of the ROCA family', () => {
  const primes = [
    2n,
    3n,
    5n,
    7n,
    11n,
    13n,
    17n,
    19n,
    23n,
    29n,
    31n,
    37n,
    41n,
    43n,
    47n,
    53n,
    59n,
    61n,
    67n,
    71n,
    73n,
    79n,
    83n,
    89n,
    97n,
    101n,
    103n,
    107n,
    109n,
    113n,
    127n,
    131n,
    137n,
    139n,
    149n,
    151n,
    157n,
    163n,
    167n,
  ];
  const product = primes.reduce((a, b) => a * b);
  let power = 1n;
  for (let i = 0; i < 1234; i += 1) power = (power * 65537n) % product;
  const modulus = (2n ** 2047n / product + 7n) * product + power;
  assert.equal(isStrongKey(fromNumbers(modulus, 65537n)), false);
  assert.equal(isStrongKey(fromNumbers(modulus + 2n, 65537n)), true);
});

test('keys of other kinds: the usual curves and nothing else', () => {
  assert.equal(isStrongKey(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey), true);
  assert.equal(isStrongKey(generateKeyPairSync('ed25519').publicKey), true);
  assert.equal(isStrongKey(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey), false);
  assert.equal(isStrongKey(generateKeyPairSync('x25519').publicKey), false);
});
