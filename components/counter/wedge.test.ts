import { expect } from '@open-wc/testing';
import { Wedge } from './wedge.ts';

const type = (wedge: Wedge, keys: readonly string[], gap: number, from = 1000) =>
  keys.map((key, index) => wedge.press(key, from + index * gap));

describe('Wedge', () => {
  const scan = [...'k7m2qx94', 'Enter'];

  it('takes a burst that ends with Enter or Tab for a scan', () => {
    expect(type(new Wedge(), scan, 5).at(-1)).to.equal('k7m2qx94');
    expect(type(new Wedge(), [...'k7m2qx94', 'Tab'], 50).at(-1)).to.equal('k7m2qx94');
  });
  it('takes capitals that a scanner types with Shift', () => {
    expect(
      type(new Wedge(), ['Shift', 'K', '7', 'Shift', 'M', '2', 'Shift', 'Q', 'X', '9', '4', 'Enter'], 8).at(-1),
    ).to.equal('K7M2QX94');
  });
  it('takes typing for typing', () => {
    expect(type(new Wedge(), scan, 51).at(-1)).to.equal(undefined);
    expect(type(new Wedge(), [...'12345', 'Enter'], 5).at(-1)).to.equal(undefined);
  });
  it('forgets what was typed before the burst', () => {
    const wedge = new Wedge();
    type(wedge, [...'abc'], 200, 0);
    expect(type(wedge, scan, 5, 5000).at(-1)).to.equal('k7m2qx94');
    expect(type(wedge, scan, 5, 9000).at(-1)).to.equal('k7m2qx94');
  });
  it('lets other keys end a burst', () => {
    expect(type(new Wedge(), [...'k7m2', 'ArrowLeft', ...'qx94', 'Enter'], 5).at(-1)).to.equal(undefined);
  });
});
