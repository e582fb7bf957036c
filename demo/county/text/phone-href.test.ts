import { expect } from '@open-wc/testing';
import { phoneHref } from './phone-href.ts';

describe('phone link', () => {
  it('dials the digits, and the extension after a pause', () => {
    expect(phoneHref('1999')).to.equal('tel:1999');
    expect(phoneHref('(05)362-0900')).to.equal('tel:053620900');
    expect(phoneHref('05-362-0900 #2106')).to.equal('tel:053620900,2106');
    expect(phoneHref('05-3620900 轉 2106')).to.equal('tel:053620900,2106');
  });
});
