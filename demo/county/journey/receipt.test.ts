import { expect } from '@open-wc/testing';
import { keepReceipt, readReceipt } from './receipt.ts';

const result = { applicationNo: 'CY-1151123-0001', submittedAt: '2026-11-23T10:00:00+08:00', processingDays: 7 };

describe('receipt', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it('comes back as it was kept', () => {
    keepReceipt('emergency-relief', result);
    expect(readReceipt()).to.deep.equal({ service: 'emergency-relief', ...result });
  });

  it('keeps nothing beyond its own members', () => {
    keepReceipt('emergency-relief', { ...result, answers: { nationalId: 'A123456789' } } as never);
    expect(JSON.stringify(sessionStorage)).to.not.contain('A123456789');
  });

  it('is absent when there is none, or when it is not a receipt', () => {
    expect(readReceipt()).to.equal(undefined);
    for (const text of ['{', '1', '{"service":"x"}']) {
      sessionStorage.setItem('county.receipt', text);
      expect(readReceipt(), text).to.equal(undefined);
    }
  });
});
