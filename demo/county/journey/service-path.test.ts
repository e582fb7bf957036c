import { expect } from '@open-wc/testing';
import { parseServicePath, servicePath } from './service-path.ts';

describe('service path', () => {
  it('reads the service and the page', () => {
    expect(parseServicePath('/services/senior-card')).to.deep.equal({ service: 'senior-card', page: 'description' });
    expect(parseServicePath('/services/senior-card/')).to.deep.equal({ service: 'senior-card', page: 'description' });
    expect(parseServicePath('/services/emergency-relief/apply')).to.deep.equal({
      service: 'emergency-relief',
      page: 'apply',
    });
  });

  it('refuses what is not a service address', () => {
    for (const path of ['/', '/services/', '/services/A', '/services/a/b', '/services/../x', '/services/a%2Fb', '/x']) {
      expect(parseServicePath(path), path).to.equal(undefined);
    }
  });

  it('writes what it reads', () => {
    for (const page of ['description', 'consent', 'apply', 'done'] as const) {
      expect(parseServicePath(servicePath('long-term-care', page))).to.deep.equal({ service: 'long-term-care', page });
    }
  });
});
