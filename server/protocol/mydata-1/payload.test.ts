import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import fc from 'fast-check';
import { payloadFaults, ProtocolError, type PayloadFault } from './errors.ts';
import { jweModes, type JweMode } from './jwe-modes.ts';
import { newSecretKey, openPayload, sealPayload } from './payload.ts';

const secretKey = '00112233445566778899aabbccddeeff';
const clientId = 'CLI.abc123DEF0';

const sealed = (
  plain: unknown,
  header: Record<string, string> = { alg: 'A256KW', enc: 'A256CBC-HS512' },
): Promise<string> =>
  new CompactEncrypt(
    plain instanceof Uint8Array ? plain : Buffer.from(typeof plain === 'string' ? plain : JSON.stringify(plain)),
  )
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

const cbcIv = 'fedcba9876543210';

test('is a compact JWE of the algorithms that the service has chosen', async () => {
  for (const [mode, header] of Object.entries(jweModes)) {
    const jwe = await sealPayload({ clientId, zip: Buffer.from('x'), secretKey, cbcIv, mode: mode as JweMode });
    const { alg, enc } = decodeProtectedHeader(jwe);
    assert.deepEqual({ alg, enc }, header);
    assert.equal(Buffer.from((await openPayload(jwe, secretKey)).zip).toString(), 'x');
  }
  assert.equal(decodeProtectedHeader(await sealPayload({ clientId, zip: Buffer.from('x'), secretKey })).alg, 'A256KW');
});

test('its IV is the service’s, and the key under it never the same', async () => {
  const parts = async (mode: JweMode) =>
    (await sealPayload({ clientId, zip: Buffer.from('x'), secretKey, cbcIv, mode })).split('.');
  const [one, two] = [await parts('A256KW'), await parts('A256KW')];
  assert.deepEqual(
    [one, two].map(([, , iv]) => Buffer.from(iv!, 'base64url').toString()),
    [cbcIv, cbcIv],
  );
  assert.notEqual(one[1], two[1]);
  assert.notEqual(one[3], two[3]);
  const [three, four] = [await parts('A256GCMKW'), await parts('A256GCMKW')];
  for (const [, , iv] of [three, four]) assert.equal(Buffer.from(iv!, 'base64url').length, 12);
  assert.notEqual(three[2], four[2]);
});

test('the envelope’s data is Base64URL with padding', async () => {
  const key = new TextEncoder().encode(secretKey);
  for (const [bytes, ending] of [
    [1, '=='],
    [2, '='],
    [3, ''],
  ] as const) {
    const jwe = await sealPayload({ clientId, zip: new Uint8Array(bytes).fill(0xff), secretKey, cbcIv });
    const { plaintext } = await compactDecrypt(jwe, key);
    const { filename, data } = JSON.parse(new TextDecoder().decode(plaintext)) as { filename: string; data: string };
    assert.equal(filename, `${clientId}.zip`);
    assert.match(data, /^application\/zip;data:[\w-]+=*$/);
    assert.equal(data.length % 4, 'application/zip;data:'.length % 4);
    assert.ok(data.endsWith(ending) && !data.endsWith(`${ending}=`), data);
  }
});

test('a JWE that another library made is opened, in either mode', async () => {
  for (const name of ['jwcrypto.jwe', 'jwcrypto-gcm.jwe']) {
    const jwe = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
    assert.equal(Buffer.from((await openPayload(jwe, secretKey)).zip).toString(), 'made by another library');
  }
});

test('data may be Base64URL with or without padding, or in the standard alphabet', async () => {
  const zip = Buffer.from([0xfb, 0xff, 0xfe, 0x01]);
  for (const data of ['-__-AQ', '-__-AQ==', '+//+AQ==']) {
    const jwe = await sealed({ filename: `${clientId}.zip`, data: `application/zip;data:${data}` });
    assert.deepEqual(Buffer.from((await openPayload(jwe, secretKey)).zip), zip, data);
  }
});

interface Refused {
  readonly what: string;
  readonly code: PayloadFault;
  readonly jwe: () => Promise<string> | string;
}

const good = () => sealPayload({ clientId, zip: Buffer.from('x'), secretKey, cbcIv });
const goodGcm = () => sealPayload({ clientId, zip: Buffer.from('x'), secretKey, mode: 'A256GCMKW' });
const flipped = (part = ''): string => (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
const part =
  (place: number, change: (text: string) => string, make = good) =>
  async (): Promise<string> => {
    const parts = (await make()).split('.');
    return parts.with(place, change(parts[place]!)).join('.');
  };
const headed = (header: object) => part(0, () => Buffer.from(JSON.stringify(header)).toString('base64url'));
const filename = `${clientId}.zip`;
const data = 'application/zip;data:eA';
const plain = (value: unknown) => () => sealed(value);

const refusals: readonly Refused[] = [
  { what: 'nothing', code: 'jwe-empty', jwe: () => ' \n' },
  { what: 'a part less', code: 'jwe-shape', jwe: async () => (await good()).split('.').slice(1).join('.') },
  { what: 'a JSON serialisation', code: 'jwe-shape', jwe: () => '{"ciphertext":"AAAA"}' },
  { what: 'padding inside', code: 'jwe-shape', jwe: part(3, (text) => `${text}=`) },
  { what: 'a space inside', code: 'jwe-shape', jwe: part(3, (text) => `${text.slice(0, 2)} ${text.slice(2)}`) },
  { what: 'a header that is no JSON', code: 'jwe-header', jwe: part(0, () => 'AAAA') },
  { what: 'a list as header', code: 'jwe-header', jwe: headed([]) },
  {
    what: 'pairs mixed',
    code: 'jwe-algorithm',
    jwe: () => sealed({ filename, data }, { alg: 'A256KW', enc: 'A256GCM' }),
  },
  {
    what: 'pairs mixed the other way',
    code: 'jwe-algorithm',
    jwe: () => sealed({ filename, data }, { alg: 'A256GCMKW', enc: 'A256CBC-HS512' }),
  },
  {
    what: 'the key itself as content key',
    code: 'jwe-algorithm',
    jwe: () => sealed({ filename, data }, { alg: 'dir', enc: 'A128CBC-HS256' }),
  },
  {
    what: 'a packed plaintext',
    code: 'jwe-compressed',
    jwe: () => sealed({ filename, data }, { alg: 'A256KW', enc: 'A256CBC-HS512', zip: 'DEF' }),
  },
  {
    what: 'a demand that nobody knows',
    code: 'jwe-critical',
    jwe: headed({ alg: 'A256KW', enc: 'A256CBC-HS512', crit: ['x'], x: 1 }),
  },
  {
    what: 'another key',
    code: 'jwe-key',
    jwe: () => sealPayload({ clientId, zip: Buffer.from('x'), secretKey: newSecretKey() }),
  },
  {
    what: 'another key, the other mode',
    code: 'jwe-key',
    jwe: () => sealPayload({ clientId, zip: Buffer.from('x'), secretKey: newSecretKey(), mode: 'A256GCMKW' }),
  },
  { what: 'a wrapped key that was changed', code: 'jwe-key', jwe: part(1, flipped) },
  { what: 'an IV of 12 bytes', code: 'jwe-iv', jwe: part(2, (text) => text.slice(0, 16)) },
  { what: 'an IV of 16 bytes in the other mode', code: 'jwe-iv', jwe: part(2, () => 'A'.repeat(22), goodGcm) },
  { what: 'another IV', code: 'jwe-decrypt', jwe: part(2, flipped) },
  { what: 'a changed text', code: 'jwe-decrypt', jwe: part(3, flipped) },
  { what: 'a changed tag', code: 'jwe-decrypt', jwe: part(4, flipped) },
  { what: 'a changed text, the other mode', code: 'jwe-decrypt', jwe: part(3, flipped, goodGcm) },
  {
    what: 'a header with one more member',
    code: 'jwe-decrypt',
    jwe: headed({ alg: 'A256KW', enc: 'A256CBC-HS512', a: 1 }),
  },
  { what: 'bytes that are no text', code: 'envelope-utf8', jwe: plain(Uint8Array.of(0x7b, 0xff)) },
  { what: 'an empty text', code: 'envelope-json', jwe: plain('') },
  { what: 'half a JSON', code: 'envelope-json', jwe: plain('{"filename":') },
  { what: 'a list', code: 'envelope-object', jwe: plain('[]') },
  { what: 'null', code: 'envelope-object', jwe: plain('null') },
  { what: 'no filename', code: 'envelope-filename', jwe: plain({ data }) },
  { what: 'a path', code: 'envelope-filename', jwe: plain({ filename: '../x.zip', data }) },
  { what: 'another ending', code: 'envelope-filename', jwe: plain({ filename: 'x.exe', data }) },
  { what: 'no data', code: 'envelope-data', jwe: plain({ filename }) },
  { what: 'data that is no text', code: 'envelope-data', jwe: plain({ filename, data: 1 }) },
  { what: 'no prefix', code: 'envelope-prefix', jwe: plain({ filename, data: 'eA' }) },
  {
    what: 'another prefix',
    code: 'envelope-prefix',
    jwe: plain({ filename, data: 'data:application/zip;base64,eA' }),
  },
  { what: 'nothing after the prefix', code: 'envelope-empty', jwe: plain({ filename, data: data.slice(0, -2) }) },
  {
    what: 'a space in the data',
    code: 'envelope-base64',
    jwe: plain({ filename, data: 'application/zip;data:e A' }),
  },
  { what: 'a lone sign', code: 'envelope-base64', jwe: plain({ filename, data: 'application/zip;data:e' }) },
  { what: 'padding only', code: 'envelope-base64', jwe: plain({ filename, data: 'application/zip;data:==' }) },
];
for (const { what, code, jwe } of refusals)
  test(`refused: ${what} (${code})`, async () => {
    await assert.rejects(openPayload(await jwe(), secretKey), (error) => {
      assert.ok(error instanceof ProtocolError);
      assert.equal(error.code, code);
      if (!['jwe-empty', 'jwe-shape', 'jwe-header'].includes(code)) assert.ok(error.about?.alg && error.about.enc);
      return true;
    });
  });

test('each word for what can be wrong is said of something', () => {
  assert.deepEqual([...new Set(refusals.map(({ code }) => code))].sort(), [...payloadFaults].sort());
});

test('space around it, and whatever else its header says, are nothing', async () => {
  const jwe = await sealed(
    { filename, data, more: 1 },
    { alg: 'A256KW', enc: 'A256CBC-HS512', kid: 'a', typ: 'JWE', cty: 'JSON' },
  );
  assert.equal((await openPayload(`\r\n ${jwe}\n`, secretKey)).filename, filename);
  assert.equal(
    (await openPayload(await sealed(`\uFEFF${JSON.stringify({ filename, data })}`), secretKey)).zip.length,
    1,
  );
});

test('what a stranger calls an algorithm is repeated only where it looks like one', async () => {
  const about = async (alg: unknown): Promise<unknown> => {
    const error: unknown = await openPayload(await headed({ alg, enc: 'x' })(), secretKey).catch((one: unknown) => one);
    return error instanceof ProtocolError ? error.about?.alg : error;
  };
  assert.equal(await about('RSA-OAEP'), 'RSA-OAEP');
  assert.equal(await about('A123456789 王小明'), undefined);
  assert.equal(await about({}), undefined);
});

test('a key of letters and digits is as good as hexadecimal', async () => {
  const key = 'aZ09'.repeat(8);
  const jwe = await sealPayload({ clientId, zip: Buffer.from('x'), secretKey: key, cbcIv });
  assert.equal((await openPayload(jwe, key)).filename, filename);
});

test('a secret key is 32 hex characters, and another length is refused', async () => {
  assert.match(newSecretKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newSecretKey(), newSecretKey());
  await assert.rejects(sealPayload({ clientId, zip: Buffer.from('x'), secretKey: 'short' }), {
    code: 'secret-key-malformed',
  });
  await assert.rejects(openPayload('a.b.c.d.e', '密'.repeat(32)), { code: 'secret-key-malformed' });
});
