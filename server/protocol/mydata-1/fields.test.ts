import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decryptField, encryptField } from './fields.ts';
import { ProtocolError } from './errors.ts';

const secrets = { clientSecret: 'abcdefghijklmnop', cbcIv: '0123456789abcdef' };
const undecryptable = (error: unknown): boolean =>
  error instanceof ProtocolError && error.code === 'field-undecryptable';

test('what was encrypted is decrypted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => decryptField(secrets, encryptField(secrets, text)) === text),
  );
});

test('the key is the secret twice, the IV the registered one (made with `openssl enc -aes-256-cbc`)', () => {
  assert.equal(encryptField(secrets, 'A123456789'), 'YHX9AR6q8Q63WbN9y8MF6Q==');
});

test('a plus sign that became a space is taken back', () => {
  const withPlus = Array.from({ length: 500 }, (_, i) => String(i)).find((text) =>
    encryptField(secrets, text).includes('+'),
  )!;
  assert.equal(decryptField(secrets, encryptField(secrets, withPlus).replaceAll('+', ' ')), withPlus);
});

test('every way of being unreadable is one error', () => {
  const good = encryptField(secrets, 'A123456789');
  const other = encryptField({ ...secrets, clientSecret: 'ponmlkjihgfedcba' }, 'A123456789');
  const notUtf8 = ['', '!!!!', good.slice(0, -1), good.slice(4), `${good}=`, other];
  for (const text of notUtf8) assert.throws(() => decryptField(secrets, text), undecryptable, text);
});

test('secrets of another length are refused, in bytes and not characters', () => {
  for (const clientSecret of ['short', 'abcdefghijklmnopq', '密碼密碼密碼密碼密碼密碼密碼密碼']) {
    assert.throws(() => encryptField({ ...secrets, clientSecret }, 'x'), { code: 'client-secrets-malformed' });
  }
  assert.throws(() => decryptField({ ...secrets, cbcIv: 'short' }, 'x'), { code: 'client-secrets-malformed' });
});
