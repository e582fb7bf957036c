import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CompactEncrypt, decodeProtectedHeader } from 'jose';
import fc from 'fast-check';
import { newSecretKey, openPayload, sealPayload } from './payload.ts';

const secretKey = '00112233445566778899aabbccddeeff';
const clientId = 'CLI.abc123DEF0';
const unreadable = { code: 'payload-unreadable' };

const sealed = (
  plain: unknown,
  header: Record<string, string> = { alg: 'A256KW', enc: 'A256CBC-HS512' },
): Promise<string> =>
  new CompactEncrypt(Buffer.from(typeof plain === 'string' ? plain : JSON.stringify(plain)))
    .setProtectedHeader(header as { alg: string; enc: string })
    .encrypt(new TextEncoder().encode(secretKey));

test('a zip comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async (zip) => {
      const opened = await openPayload(await sealPayload({ clientId, zip, secretKey }), secretKey);
      assert.deepEqual([opened.filename, Buffer.from(opened.zip)], [`${clientId}.zip`, Buffer.from(zip)]);
    }),
  );
});

test('is a compact JWE of the algorithms that the interface names', async () => {
  const jwe = await sealPayload({ clientId, zip: Buffer.from('x'), secretKey });
  assert.deepEqual(decodeProtectedHeader(jwe), { alg: 'A256KW', enc: 'A256CBC-HS512' });
});

test('a JWE that another library made is opened', async () => {
  const jwe = readFileSync(new URL('fixtures/jwcrypto.jwe', import.meta.url), 'utf8');
  assert.equal(Buffer.from((await openPayload(jwe, secretKey)).zip).toString(), 'made by another library');
});

test('data may be Base64URL with or without padding, or in the standard alphabet', async () => {
  const zip = Buffer.from([0xfb, 0xff, 0xfe, 0x01]);
  for (const data of ['-__-AQ', '-__-AQ==', '+//+AQ==']) {
    const jwe = await sealed({ filename: `${clientId}.zip`, data: `application/zip;data:${data}` });
    assert.deepEqual(Buffer.from((await openPayload(jwe, secretKey)).zip), zip, data);
  }
});

test('another key, a changed character, spaces and padding are refused', async () => {
  const jwe = await sealPayload({ clientId, zip: Buffer.from('x'), secretKey });
  await assert.rejects(openPayload(jwe, newSecretKey()), unreadable);
  const parts = jwe.split('.');
  for (const [i, part] of parts.entries()) {
    const changed = parts.with(i, (part.startsWith('A') ? 'B' : 'A') + part.slice(1)).join('.');
    await assert.rejects(openPayload(changed, secretKey), unreadable, `part ${i}`);
    await assert.rejects(openPayload(parts.with(i, `${part}=`).join('.'), secretKey), unreadable);
    await assert.rejects(
      openPayload(parts.with(i, `${part.slice(0, 2)} ${part.slice(2)}`).join('.'), secretKey),
      unreadable,
    );
  }
  await assert.rejects(openPayload(parts.slice(1).join('.'), secretKey), unreadable);
});

test('another algorithm or a packed plaintext is refused', async () => {
  const plain = { filename: `${clientId}.zip`, data: 'application/zip;data:eA' };
  await assert.rejects(openPayload(await sealed(plain, { alg: 'A256KW', enc: 'A256GCM' }), secretKey), unreadable);
  await assert.rejects(openPayload(await sealed(plain, { alg: 'dir', enc: 'A128CBC-HS256' }), secretKey), unreadable);
  await assert.rejects(
    openPayload(await sealed(plain, { alg: 'A256KW', enc: 'A256CBC-HS512', zip: 'DEF' }), secretKey),
    unreadable,
  );
});

test('a plaintext of another shape is refused', async () => {
  const filename = `${clientId}.zip`;
  const data = 'application/zip;data:eA';
  for (const plain of [
    '',
    '[]',
    'null',
    { filename },
    { data },
    { filename: '../x.zip', data },
    { filename: 'x.exe', data },
    { filename, data: 'eA' },
    { filename, data: 'application/zip;data:' },
    { filename, data: 'application/zip;data:e A' },
    { filename, data: 'application/zip;data:e' },
  ]) {
    await assert.rejects(openPayload(await sealed(plain), secretKey), unreadable, JSON.stringify(plain));
  }
});

test('a secret key is 32 hex characters, and another length is refused', async () => {
  assert.match(newSecretKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newSecretKey(), newSecretKey());
  await assert.rejects(sealPayload({ clientId, zip: Buffer.from('x'), secretKey: 'short' }), {
    code: 'secret-key-malformed',
  });
  await assert.rejects(openPayload('a.b.c.d.e', '密'.repeat(32)), { code: 'secret-key-malformed' });
});
