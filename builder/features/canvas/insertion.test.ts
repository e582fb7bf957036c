import { expect } from '@open-wc/testing';
import { indexAt, isOnto } from './insertion.ts';

const boxes = [0, 100, 200].map((top) => ({ top, bottom: top + 90 }));

it('means the place before the first box whose middle lies below', () => {
  expect([-5, 44, 46, 144, 146, 244, 246, 900].map((y) => indexAt(boxes, y))).to.deep.equal([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(indexAt([], 10)).to.equal(0);
});

it('means the question itself in its inner part', () => {
  expect([5, 20, 70, 80].map((y) => isOnto({ top: 0, bottom: 90 }, y))).to.deep.equal([false, true, true, false]);
});
