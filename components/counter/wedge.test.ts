import { expect } from '@open-wc/testing';
import { end, readKey, unreadable } from './read-key.ts';
import { Wedge } from './wedge.ts';

const type = (wedge: Wedge, keys: readonly string[], gap: number, from = 1000) =>
  keys.map((key, index) => wedge.press(key, from + index * gap));
const key = (of: KeyboardEventInit) => readKey(new KeyboardEvent('keydown', of));

describe('Wedge', () => {
  const scan = [...'k7m2qx94', end];

  it('takes a burst that ends for a scan, however slow the scanner', () => {
    expect(type(new Wedge(), scan, 5).at(-1)).to.equal('k7m2qx94');
    for (const gap of [0, 15, 60, 75]) expect(type(new Wedge(), scan, gap).at(-1)).to.equal('k7m2qx94');
  });
  it('takes capitals that a scanner types with Shift', () => {
    expect(type(new Wedge(), ['', 'K', '7', '', 'M', '2', '', 'Q', 'X', '9', '4', end], 8).at(-1)).to.equal('K7M2QX94');
  });
  it('takes typing for typing', () => {
    expect(type(new Wedge(), scan, 91).at(-1)).to.equal(undefined);
    expect(type(new Wedge(), [...'12345', end], 5).at(-1)).to.equal(undefined);
  });
  it('forgets what was typed before the burst', () => {
    const wedge = new Wedge();
    type(wedge, [...'abc'], 200, 0);
    expect(type(wedge, scan, 5, 5000).at(-1)).to.equal('k7m2qx94');
    expect(type(wedge, scan, 5, 9000).at(-1)).to.equal('k7m2qx94');
  });
  it('takes what ends with nothing, where no hand is that fast', () => {
    const resting = (gap: number) => {
      const wedge = new Wedge();
      type(wedge, [...'k7m2qx94'], gap);
      return [wedge.rest(), wedge.rest()];
    };
    expect(resting(5)).to.deep.equal(['k7m2qx94', undefined]);
    expect(resting(60)).to.deep.equal(['k7m2qx94', undefined]);
    expect(resting(80)).to.deep.equal([undefined, undefined]);
  });
});

describe('readKey', () => {
  it('reads the place of a key that an input method has taken', () => {
    const taken = (code: string, shiftKey = false) => key({ key: 'Process', keyCode: 229, code, shiftKey });
    const codes = ['KeyK', 'Digit7', 'Numpad7', 'Minus', 'Slash', 'BracketRight', 'Enter', 'NumpadEnter', 'Tab'];
    expect(codes.map((code) => taken(code))).to.deep.equal(['k', '7', '7', '-', '/', ']', end, end, end]);
    expect(taken('Digit8', true)).to.equal('*');
    expect(taken('ShiftLeft')).to.equal('');
    expect(taken('ArrowLeft')).to.equal(undefined);
    expect(key({ key: 'ㄎ', code: 'KeyD', isComposing: true })).to.equal('d');
    expect(key({ key: 'ㄎ', code: 'KeyD' })).to.equal('d');
    expect(key({ key: 'Enter', code: 'Enter', isComposing: true })).to.equal(end);
  });
  it('reads what a key says by itself, wherever it is', () => {
    expect(key({ key: 'K', code: 'KeyT' })).to.equal('K');
    expect(key({ key: 'Ｋ', code: 'KeyK' })).to.equal('K');
    expect(key({ key: 'k' })).to.equal('k');
    expect(key({ key: 'Shift', code: 'ShiftLeft' })).to.equal('');
    expect(key({ key: 'F5', code: 'F5' })).to.equal(undefined);
    expect(key({ key: 'ArrowLeft', code: 'ArrowLeft' })).to.equal(undefined);
  });
  it('takes the line feed of a scanner for an end, and no other key with Ctrl or Alt for anything', () => {
    expect(key({ key: 'j', code: 'KeyJ', ctrlKey: true })).to.equal(end);
    expect(key({ key: 'Control', code: 'ControlLeft', ctrlKey: true })).to.equal('');
    expect(key({ key: 'v', code: 'KeyV', ctrlKey: true })).to.equal(undefined);
    expect(key({ key: 'v', code: 'KeyV', altKey: true })).to.equal(undefined);
  });
  it('knows what tells nothing', () => {
    expect(key({ key: 'Process', keyCode: 229 })).to.equal(unreadable);
    expect(key({ key: 'Unidentified', keyCode: 229, code: '' })).to.equal(unreadable);
  });
});
