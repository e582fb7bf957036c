import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { say, chooseLanguage } from './language.ts';
import { showPage } from './page.ts';
import { text } from '../text/text.ts';
import type { OrganisationView } from '#schemas/wire/organisation.ts';

const title = text('標題', 'Title');
/** As the server writes it into the page. */
const hualien: OrganisationView = {
  id: 'hualien',
  name: text('花蓮縣政府', 'Hualien County Government'),
  environment: 'test',
  site: {
    name: text('花蓮縣線上申辦服務網', 'Hualien County Online Services'),
    emblem: 'coast',
    badge: text('示範', 'Demo'),
    notice: text('示範網站', 'Demo site'),
  },
  contact: { phone: '1999', line: text('撥 1999', 'Dial 1999'), counter: text('到公所', 'At the township') },
};
const button = (label: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('.site-header button')].find((one) =>
    one.textContent?.includes(label),
  )!;

describe('page', () => {
  const site = document.createElement('div');
  const written = document.createElement('script');

  before(() => {
    localStorage.clear();
    written.type = 'application/json';
    written.id = 'organisation';
    written.textContent = JSON.stringify(hualien);
    site.id = 'site';
    document.body.append(written);
    document.body.append(site);
    showPage({ title: () => title, content: () => html`<h1>${say(title)}</h1>` });
  });

  after(() => {
    site.remove();
    written.remove();
    chooseLanguage('zh-Hant');
    delete document.documentElement.dataset['textSize'];
    localStorage.clear();
  });

  it('names the document and its language', () => {
    expect(document.title).to.equal('標題 - 花蓮縣線上申辦服務網（示範）');
    expect(document.documentElement.lang).to.equal('zh-Hant-TW');
  });

  it('shows whose site it is, and nobody else’s', () => {
    expect(site.querySelector('.brand-name')?.textContent).to.contain('花蓮縣線上申辦服務網');
    expect(site.querySelector('.demo-notice')?.textContent).to.contain('示範網站');
    expect(site.querySelector('.disclaimer'), 'none is set').to.equal(null);
    expect(site.querySelector('.site-footer a[href^="tel:"]')?.getAttribute('href')).to.equal('tel:1999');
  });

  it('has the three landmarks with their keys', () => {
    const keys = [...site.querySelectorAll('.landmark')].map((link) => link.getAttribute('accesskey'));
    expect(keys).to.deep.equal(['U', 'C', 'Z']);
  });

  it('changes language without a reload and remembers it', () => {
    button('English').click();
    expect(site.querySelector('h1')?.textContent).to.equal('Title');
    expect(document.title).to.equal('Title - Hualien County Online Services (demo)');
    expect(document.documentElement.lang).to.equal('en');
    expect(localStorage.getItem('county.language')).to.equal('en');
    button('中文').click();
    expect(site.querySelector('h1')?.textContent).to.equal('標題');
  });

  it('changes the text size and remembers it', () => {
    button('大').click();
    expect(document.documentElement.dataset['textSize']).to.equal('largest');
    expect(button('大').getAttribute('aria-pressed')).to.equal('true');
    expect(localStorage.getItem('county.text-size')).to.equal('largest');
  });

  it('is accessible', async () => {
    await expect(site).to.be.accessible();
  });
});
