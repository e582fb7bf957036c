import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { say, chooseLanguage } from './language.ts';
import { showPage } from './page.ts';
import { text } from '../text/text.ts';

const title = text('標題', 'Title');
const button = (label: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('.site-header button')].find((one) =>
    one.textContent?.includes(label),
  )!;

describe('page', () => {
  const site = document.createElement('div');

  before(() => {
    localStorage.clear();
    site.id = 'site';
    document.body.append(site);
    showPage({ title: () => title, content: () => html`<h1>${say(title)}</h1>` });
  });

  after(() => {
    site.remove();
    chooseLanguage('zh-Hant');
    delete document.documentElement.dataset['textSize'];
    localStorage.clear();
  });

  it('names the document and its language', () => {
    expect(document.title).to.match(/^標題 - 嘉義縣一站式服務網/u);
    expect(document.documentElement.lang).to.equal('zh-Hant-TW');
  });

  it('has the three landmarks with their keys', () => {
    const keys = [...site.querySelectorAll('.landmark')].map((link) => link.getAttribute('accesskey'));
    expect(keys).to.deep.equal(['U', 'C', 'Z']);
  });

  it('changes language without a reload and remembers it', () => {
    button('English').click();
    expect(site.querySelector('h1')?.textContent).to.equal('Title');
    expect(document.title).to.match(/^Title - Chiayi/);
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
