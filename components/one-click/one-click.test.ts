import { expect, fixture, html } from '@open-wc/testing';
import '../define/mydata-one-click.ts';
import { counterAddress } from './one-click-address.ts';
import type { MydataOneClick } from './one-click-element.ts';

describe('<mydata-one-click>', () => {
  const shown = (platform = 'https://platform.example/') =>
    fixture<MydataOneClick>(
      html`<mydata-one-click service="敬老卡" platform=${platform} client="CLI.abc" lang="zh-Hant"></mydata-one-click>`,
    );
  const link = (element: MydataOneClick) => element.renderRoot.querySelector('a');

  it('is accessible', async () => {
    await expect(await shown()).to.be.accessible();
  });

  it('leads the whole tab to the platform’s own page, and says so', async () => {
    const element = await shown();
    expect(link(element)!.href).to.equal('https://platform.example/service/counter/CLI.abc');
    expect(link(element)!.target).to.equal('_top');
    expect(element.renderRoot.textContent).to.contain('敬老卡').and.contain('platform.example');
  });

  it('refuses addresses that are none', async () => {
    expect(link(await shown('javascript:alert(1)'))).to.equal(null);
    expect(counterAddress('https://platform.example', '')).to.equal(undefined);
    expect(counterAddress('https://platform.example/x?y', 'a/../b')).to.equal(
      'https://platform.example/service/counter/a%2F..%2Fb',
    );
  });

  it('speaks English, and the county’s own words', async () => {
    const element = await shown();
    element.lang = 'en';
    await element.updateComplete;
    expect(link(element)!.textContent).to.equal('Get all data and a barcode for the counter');
    const own = await fixture<MydataOneClick>(
      html`<mydata-one-click platform="https://p.example" client="CLI.a"><p>我們的說明</p></mydata-one-click>`,
    );
    expect(own.renderRoot.querySelector('slot')!.assignedElements()).to.have.length(1);
  });

  it('can be held back by the page', async () => {
    const element = await shown();
    let asked: unknown;
    element.addEventListener('mydata-counter-started', (event) => {
      asked = (event as CustomEvent).detail;
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link(element)!.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal({ service: '敬老卡' });
  });
});
