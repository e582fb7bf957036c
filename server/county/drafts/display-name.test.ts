import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayName } from './display-name.ts';

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
