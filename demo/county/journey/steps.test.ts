import { expect } from '@open-wc/testing';
import { stations } from './steps.ts';

const links = (here: Parameters<typeof stations>[0]) => stations(here, 'senior-card').map(({ href }) => href ?? '-');

describe('stations of the journey', () => {
  it('marks what is past, here and ahead', () => {
    expect(stations('notice', 'senior-card').map(({ state }) => state)).to.deep.equal([
      'past',
      'past',
      'here',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });

  it('links only stations that are past', () => {
    expect(links('description')).to.deep.equal(['/', '-', '-', '-', '-', '-']);
    expect(links('fill')).to.deep.equal(['/', '/services/senior-card', '/services/senior-card/consent', '-', '-', '-']);
  });

  it('leads from a finished application to the list only', () => {
    expect(links('done')).to.deep.equal(['/', '-', '-', '-', '-', '-']);
  });
});
