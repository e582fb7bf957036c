import { expect } from '@open-wc/testing';
import { filterServices, noFilter } from './filter.ts';
import type { ServiceSummary } from '#schemas/wire/county-api.ts';

const service = (id: string, zh: string, en: string, modes: ServiceSummary['modes']): ServiceSummary => ({
  id,
  name: { 'zh-Hant': zh, en },
  summary: { 'zh-Hant': '臺灣嘉義縣民可申請', en: 'For residents' },
  agency: { 'zh-Hant': '社會局', en: 'Social Affairs Bureau' },
  modes,
});

const services = [
  service('emergency-relief', '急難救助', 'Emergency relief', ['online', 'counter']),
  service('senior-card', '敬老卡或愛心卡', 'Senior card', ['online']),
  service('long-term-care', '長期照護', 'Long-term care', ['counter']),
];
const found = (words: string, mode: 'any' | 'online' | 'counter' = 'any') =>
  filterServices(services, { words, mode }).map(({ id }) => id);

describe('service filter', () => {
  it('shows all at first', () => {
    expect(filterServices(services, noFilter)).to.deep.equal(services);
  });

  it('finds words in either language, in any case and width', () => {
    expect(found('急難')).to.deep.equal(['emergency-relief']);
    expect(found('SENIOR')).to.deep.equal(['senior-card']);
    expect(found('card')).to.deep.equal(['senior-card']);
  });

  it('asks for all words', () => {
    expect(found('社會局 照護')).to.deep.equal(['long-term-care']);
    expect(found('急難、照護')).to.deep.equal([]);
  });

  it('takes 台 for 臺', () => {
    expect(found('台灣')).to.have.length(3);
  });

  it('narrows by the way it is done', () => {
    expect(found('', 'counter')).to.deep.equal(['emergency-relief', 'long-term-care']);
    expect(found('卡', 'counter')).to.deep.equal([]);
  });
});
