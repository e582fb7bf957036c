import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayName, isAccepted, sniffType } from './file-type.ts';

test('a file is what its bytes say', () => {
  assert.equal(sniffType(Buffer.from('%PDF-1.7 …')), 'application/pdf');
  assert.equal(sniffType(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg');
  assert.equal(sniffType(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])), 'image/png');
  assert.equal(sniffType(Buffer.from('<html>')), undefined);
  assert.equal(sniffType(Buffer.alloc(0)), undefined);
});

test('a field accepts media types, families and endings', () => {
  assert.ok(isAccepted('application/pdf', ['application/pdf']));
  assert.ok(isAccepted('image/jpeg', ['.JPG', '.pdf']));
  assert.ok(isAccepted('image/png', ['image/*']));
  assert.equal(isAccepted('application/pdf', ['image/*', '.png']), false);
});

test('a name is shown without path, tricks and other endings', () => {
  assert.equal(displayName('../../etc/passwd', 'application/pdf'), 'passwd.pdf');
  assert.equal(displayName('C:\\temp\\診斷書.PDF', 'application/pdf'), '診斷書.pdf');
  assert.equal(displayName('photo.jpeg', 'image/jpeg'), 'photo.jpeg');
  assert.equal(displayName('invoice\u202Efdp.exe', 'application/pdf'), 'invoicefdp.exe.pdf');
  assert.equal(displayName('', 'image/png'), '附件.png');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const shown = displayName(name, 'application/pdf');
      assert.match(shown, /^[^/\\<>:"|?*]+\.pdf$/u);
      assert.ok([...shown].length <= 100);
    }),
  );
});
