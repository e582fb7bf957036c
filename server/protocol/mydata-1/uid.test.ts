import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { newSecretKey } from './payload.ts';
import { decryptUid, encryptUid, uidText } from './uid.ts';

test('openssl reads a uid, and we read what openssl writes', () => {
  for (const secretKey of [newSecretKey(), 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY']) {
    const key = Buffer.from(secretKey, 'base64').toString('hex');
    const openssl = (input: Uint8Array, ...more: readonly string[]): Buffer =>
      execFileSync('openssl', ['enc', '-aes-192-ecb', '-K', key, ...more], { input });
    const uid = encryptUid(secretKey, 'A123456789')!;
    assert.match(uid, /^[\w-]{22}==$/);
    assert.equal(openssl(Buffer.from(uid, 'base64url'), '-d').toString(), 'A123456789');
    const theirs = openssl(Buffer.from('A123456789'));
    for (const text of [theirs.toString('base64url'), theirs.toString('base64')]) {
      assert.equal(decryptUid(secretKey, text), 'A123456789');
      assert.equal(uidText(text), uidText(uid));
    }
  }
});

test('what is no uid is undefined', () => {
  const key = newSecretKey();
  for (const bad of ['', '%%%', 'AAAA', 'A123456789']) {
    assert.equal(decryptUid(key, bad), undefined);
    assert.equal(uidText(bad), undefined);
  }
  assert.equal(decryptUid(newSecretKey(), encryptUid(key, 'A123456789')!), undefined);
  assert.equal(encryptUid('a key with spaces, 32 characters', 'A123456789'), undefined);
});
