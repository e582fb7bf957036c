import { expect } from '@open-wc/testing';
import { dateText, dateTimeText, timeText } from './dates.ts';

const iso = '2026-11-23T16:30:00Z';

describe('dates for people', () => {
  it('counts years of the Republic in Chinese, in the time of Taiwan', () => {
    expect(dateText('zh-Hant', iso)).to.equal('115年11月24日');
    expect(timeText('zh-Hant', iso)).to.match(/^(上午|凌晨)12:30$/);
  });

  it('writes the Gregorian date in English', () => {
    expect(dateTimeText('en', iso)).to.equal('24 November 2026 00:30');
  });

  it('shows nothing for what is no date', () => {
    expect(dateTimeText('en', 'soon')).to.equal('');
  });
});
