import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { checkpointText, keyIdHex, openNote, rawPublicKey, signNote, verifierKey } from './signed-note.ts';

// The known answer of the note format's first implementation.
const knownKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const knownNote =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n" +
  '\n' +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

test('the known note opens with the known key, and its key has the known id', () => {
  assert.equal(openNote(knownNote, [knownKey]), knownNote.slice(0, knownNote.indexOf('\n\n') + 1));
  const raw = Buffer.from(knownKey.split('+')[2] ?? '', 'base64').subarray(1);
  assert.equal(verifierKey('PeterNeumann', raw), knownKey);
  assert.equal(openNote(knownNote.replace('answer', 'question'), [knownKey]), undefined);
});

test('a checkpoint is what the log signed, by a key that is known, or nothing', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(privateKey);
  assert.deepEqual(raw, rawPublicKey(publicKey));
  const root = Buffer.alloc(32, 7);
  const text = checkpointText('example.test/log', 42, root);
  assert.equal(text, `example.test/log\n42\n${root.toString('base64')}\n`);
  const note = signNote(text, 'example.test/log', { privateKey, raw });
  const key = verifierKey('example.test/log', raw);
  assert.equal(openNote(note, [knownKey, key]), text);
  assert.equal(openNote(note, [knownKey]), undefined);
  assert.equal(openNote(note, []), undefined);
  assert.equal(openNote(note.replace('42', '43'), [key]), undefined);
  assert.equal(openNote(note.trimEnd(), [key]), undefined);
  assert.equal(openNote(text, [key]), undefined);
  assert.equal(openNote(`${note}not a signature\n`, [key]), undefined);
  assert.match(keyIdHex('a', raw), /^[0-9a-f]{8}$/);
});
