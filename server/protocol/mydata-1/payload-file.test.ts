import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payloadFile, payloadOf } from './payload-file.ts';

const file = (name: string, content: string | Uint8Array = '{}') => ({ name, bytes: Buffer.from(content) });
const id = 'API.KvvyRZSc5K';

test('the file named after the dataset is the payload, whatever stands before it', () => {
  const files = [file('readme.json'), file(`${id}.PDF`), file(`${id}.JSON`)];
  assert.equal(payloadFile(files, id, 'json')?.name, `${id}.JSON`);
  assert.equal(payloadFile(files.slice(0, 2), id, 'json')?.name, 'readme.json');
  assert.equal(payloadFile(files, id, 'csv'), undefined);
});

test('JSON is read as UTF-8 only', () => {
  assert.deepEqual(payloadOf(file('a.json', '\uFEFF{"名":1}'), 'json'), { 名: 1 });
  assert.throws(() => payloadOf(file('a.json', Buffer.from([0x7b, 0xa6, 0x57])), 'json'), TypeError);
  assert.throws(() => payloadOf(file('a.json', '{'), 'json'), SyntaxError);
});

test('a CSV is its text, in UTF-8 or Big5', () => {
  assert.equal(payloadOf(file('a.csv', '\uFEFF地號,面積\r\n'), 'csv'), '地號,面積\r\n');
  assert.equal(payloadOf(file('a.csv', Buffer.from([0xa6, 0x61, 0xb8, 0xb9])), 'csv'), '地號');
  assert.throws(() => payloadOf(file('a.csv', Buffer.from([0xff, 0xff])), 'csv'), TypeError);
});

test('an office’s own characters in Big5 are marked, and the rest is kept', () => {
  // 王, a user-defined character, 明, then a line break and 嘉義縣
  const bytes = Uint8Array.of(0xa4, 0xfd, 0xfa, 0x40, 0xa9, 0xfa, 0x0a, 0xb9, 0xc5, 0xb8, 0x71, 0xbf, 0xa4);
  assert.equal(payloadOf({ name: 'x.csv', bytes }, 'csv'), '王\uFFFD明\n嘉義縣');
  const noise = Uint8Array.of(0xfa, 0x40, 0xfb, 0x41, 0xa4, 0xfd);
  assert.throws(() => payloadOf({ name: 'x.csv', bytes: noise }, 'csv'), TypeError);
});

test('UTF-16 is read by its mark, little and big endian', () => {
  const little = Buffer.from('\uFEFF姓名\t地址\n王\t嘉義縣', 'utf16le');
  assert.equal(payloadOf({ name: 'x.csv', bytes: little }, 'csv'), '姓名\t地址\n王\t嘉義縣');
  const big = Buffer.from(Buffer.from('\uFEFF{"a":1}', 'utf16le')).swap16();
  assert.deepEqual(payloadOf({ name: 'x.json', bytes: big }, 'json'), { a: 1 });
});
