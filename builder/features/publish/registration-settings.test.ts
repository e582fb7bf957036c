import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import type { PublishTask } from '#schemas/publish/task.ts';
import type { Service } from '#schemas/services/types.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { FormsCounty, memoryCopies, staffOf } from '../../testing/forms-county.ts';
import { palette } from '../../testing/palette.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';
import type { FormsApi } from '../store/forms-api.ts';
import { FormStore } from '../store/form-store.ts';

/** 身心障礙證明: a special category. */
const disability = 'API.nyhnLM1fve';
const [personal] = reliefDocument.service.datasets as readonly string[];

async function open(tasks: readonly PublishTask[] = [], service: Partial<Service> = {}, language = 'zh-Hant') {
  const county = new FormsCounty({ ...reliefDocument, service: { ...reliefDocument.service, ...service } });
  const api: FormsApi = {
    ...county.as('王怡君'),
    check: async () => ({ tasks, publishable: true, changes: [], approval: [] }),
    versions: async () => [],
  };
  const store = new FormStore('emergency-relief', { api, copies: memoryCopies(), staff: staffOf('王怡君') });
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder
      style="block-size: 800px"
      lang=${language}
      .catalogue=${palette}
      .store=${store}
    ></mydata-form-builder>`,
  );
  await store.load(builder);
  builder.view = 'publish';
  await builder.updateComplete;
  const panel = builder.shadowRoot!.querySelector('mydata-builder-publish')!;
  const root = panel.shadowRoot!;
  await waitUntil(() => root.querySelector('[data-key="centralService"]') && panel.result);
  const within = <T extends HTMLElement>(key: string, selector = 'input, select, textarea'): T =>
    root.querySelector<T>(`[data-key="${key}"] :is(${selector})`)!;
  const types = async (input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await panel.updateComplete;
  };
  const picks = async (select: HTMLSelectElement, value: string): Promise<void> => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await panel.updateComplete;
  };
  return { panel, root, within, types, picks, now: () => builder.document!.service };
}

it('what is left empty is not in the document, and what is emptied goes again', async () => {
  const { within, types, picks, now } = await open();
  const before = JSON.stringify(now());
  expect(before).not.to.match(/email|lookUp|centralService|special/);
  const email = within<HTMLInputElement>('contact.email');
  await types(email, 'social@example.gov.tw');
  const central = within<HTMLSelectElement>('centralService');
  await picks(central, 'none');
  const can = within<HTMLSelectElement>(`replaces.${personal}.lookUp`);
  await picks(can, 'in-part');
  const note = within<HTMLTextAreaElement>(`replaces.${personal}.lookUpNote`, 'textarea');
  await types(note, '只查得到本縣的');
  await types(within<HTMLTextAreaElement>('special.basis'), '個資法第 6 條第 1 項第 2 款');
  within<HTMLInputElement>('special.writtenConsent').click();
  expect(now().contact.email).to.equal('social@example.gov.tw');
  expect(now().centralService).to.equal('none');
  const proof = now().replaces.find(({ dataset }) => dataset === personal)!;
  expect(proof.lookUp).to.equal('in-part');
  expect(proof.lookUpNote).to.deep.equal({ 'zh-Hant': '只查得到本縣的', en: '' });
  expect(now().special).to.deep.equal({
    basis: { 'zh-Hant': '個資法第 6 條第 1 項第 2 款', en: '' },
    writtenConsent: true,
  });

  await types(email, ' ');
  await picks(central, '');
  await types(note, '');
  await picks(can, '');
  await types(within<HTMLTextAreaElement>('special.basis'), '');
  within<HTMLInputElement>('special.writtenConsent').click();
  expect(JSON.stringify(now())).to.equal(before);
});

it('each can be undone, and what was chosen stands there again', async () => {
  const { panel, within, types, picks, now } = await open();
  await types(within('contact.email'), 'social@example.gov.tw');
  await picks(within('centralService'), 'exists');
  panel.builder.session.undo();
  await panel.updateComplete;
  expect(now().centralService).to.equal(undefined);
  expect(within<HTMLSelectElement>('centralService').value).to.equal('');
  expect(now().contact.email).to.equal('social@example.gov.tw');
  panel.builder.session.undo();
  await panel.updateComplete;
  expect(now().contact).not.to.have.property('email');
  expect(within<HTMLInputElement>('contact.email').value).to.equal('');
});

it('says what is wrong with an address in words that belong to the input, and why it is asked for', async () => {
  const { root, within, types } = await open();
  const email = within<HTMLInputElement>('contact.email');
  const told = (input: HTMLElement): string =>
    root.getElementById(input.getAttribute('aria-describedby') ?? '')!.textContent.trim();
  expect(told(email)).to.contain('例如 social@example.gov.tw');
  await types(email, 'social@');
  expect(email.getAttribute('aria-invalid')).to.equal('true');
  expect(told(email)).to.match(/^電子郵件的寫法不對。/);
  await types(email, 'social@example.gov.tw');
  expect(email.hasAttribute('aria-invalid')).to.equal(false);
  expect(told(within(`replaces.${personal}.lookUp`))).to.contain('參-一-(一)');
  await expect(root.host).to.be.accessible();
});

it('says which dataset holds a special category', async () => {
  const { root } = await open([], { datasets: [personal!, disability] });
  const note = root.querySelector('[data-key="special.basis"]')!.parentElement!.querySelector('.note')!;
  expect(note.textContent).to.contain('身心障礙');
  const plain = await open();
  expect(plain.root.querySelector('[data-key="special.basis"]')!.parentElement!.textContent).to.contain('可以不填');
});

it('a finding leads to its input, from the keyboard too', async () => {
  const task = (code: string, ...service: readonly string[]): PublishTask => ({
    ...{ code, group: 'registration', level: 'warns', at: { service } },
    text: { 'zh-Hant': code, en: code },
  });
  const places = [
    ['contact', 'email'],
    ['replaces', personal!, 'lookUp'],
    ['centralService'],
    ['special', 'basis'],
    ['special', 'writtenConsent'],
    ['agentBasis'],
  ];
  const { root, within } = await open(places.map((keys, n) => task(`task ${n}`, ...keys)));
  for (const [n, keys] of places.entries()) {
    for (const details of root.querySelectorAll('details')) details.open = false;
    const button = [...root.querySelectorAll('button')].find(
      (one) => one.getAttribute('aria-label') === `前往：task ${n}`,
    )!;
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(root.activeElement).to.equal(within(keys.join('.')));
    expect(root.activeElement!.checkVisibility()).to.equal(true);
  }
  expect(root.querySelector('.warns li small')!.textContent).to.equal('MyData 登錄');
});

it('speaks English where the builder does', async () => {
  const { root } = await open([], {}, 'en');
  const own = ['contact.email', 'centralService', `replaces.${personal}.lookUp`, 'special.writtenConsent'];
  for (const key of own)
    expect(root.querySelector(`[data-key="${key}"]`)!.textContent.replace(/參-一-\(.\)/g, '')).not.to.match(
      /\p{Script=Han}/u,
    );
});
