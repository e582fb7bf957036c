import { expect } from '@open-wc/testing';
import { isPressed } from './pressed.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const is = (keys: string, event: Partial<KeyboardEvent>): boolean =>
  isPressed(keys, { ...none, key: '', code: '', ...event });

it('knows the keys as they are written', () => {
  expect(is('Alt+L', { key: 'l', code: 'KeyL', altKey: true })).to.be.true;
  expect(is('Alt+L', { key: '¬', code: 'KeyL', altKey: true }), 'a letter that Alt has changed').to.be.true;
  expect(is('Ctrl+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true }), 'caps lock').to.be.true;
  expect(is('Ctrl+Z', { key: 'ㄈ', code: 'KeyZ', ctrlKey: true }), 'another alphabet').to.be.true;
  expect(is('Ctrl+Z', { key: 'z', code: 'Slash', metaKey: true }), 'another layout').to.be.true;
  expect(is('Ctrl+Y / Ctrl+Shift+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true })).to.be.true;
  expect(is('?', { key: '?', code: 'Slash', shiftKey: true })).to.be.true;
  expect(is('?', { key: '？', code: 'Slash', shiftKey: true }), 'full width').to.be.true;
  expect(is('Alt+↑', { key: 'ArrowUp', code: 'ArrowUp', altKey: true })).to.be.true;
});

it('knows other keys from them', () => {
  expect(is('Alt+L', { key: 'l', code: 'KeyL' })).to.be.false;
  expect(is('Ctrl+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true })).to.be.false;
  expect(is('Alt+L', { key: 'l', code: 'KeyL', altKey: true, ctrlKey: true }), 'AltGr types a letter').to.be.false;
  expect(is('F6', { key: 'F6', code: 'F6', shiftKey: true })).to.be.false;
});
