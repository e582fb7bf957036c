import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import type { MydataForm } from '#components/form/form-element.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import type { BuilderApi } from '../builder-api.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';
import { holdsOn } from './shown-as.ts';

const module = `data:text/javascript,${encodeURIComponent('export default () => true')}`;
const api: BuilderApi = {
  residents: async () => [{ slug: 'chen', name: '陳大同', note: { 'zh-Hant': '一般', en: 'Ordinary' } }],
  mapped: async () => ({
    resident: 'chen',
    values: {
      applicantName: {
        value: '陳大同',
        policy: 'locked',
        source: 0,
        datasetName: { 'zh-Hant': '個人戶籍資料', en: 'P' },
      },
    },
    rows: {},
    missing: { applicantBirthDate: 'empty' },
    noRecord: [],
    sources: { applicantName: [{ dataset: 'API.7QovE2Gev6', path: '$.person_name', after: [], fits: true }] },
  }),
  validator: async () => module,
};

const open = async (county = api) => {
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder .document=${reliefDocument} .catalogue=${palette} .api=${county}></mydata-form-builder>`,
  );
  builder.view = 'preview';
  await builder.updateComplete;
  const root = builder.shadowRoot!.querySelector('mydata-builder-preview')!.shadowRoot!;
  const form = () => root.querySelector<MydataForm>('mydata-form')!;
  await waitUntil(() => form()?.answers['applicantName'] === '陳大同');
  await nextFrame();
  await nextFrame();
  return { builder, root, form };
};
const press = async (root: ShadowRoot, words: string) => {
  [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
  await nextFrame();
  await nextFrame();
  await nextFrame();
};

before(async () => setViewport({ width: 1400, height: 900 }));
after(async () => setViewport({ width: 800, height: 600 }));

it('keeps what is tried in it when the same resident is looked up again', async () => {
  let asked = 0;
  const { builder } = await open({ ...api, mapped: async (body) => ((asked += 1), api.mapped!(body)) });
  builder.view = 'mapping';
  await builder.updateComplete;
  builder.view = 'preview';
  await builder.updateComplete;
  const root = builder.shadowRoot!.querySelector('mydata-builder-preview')!.shadowRoot!;
  const shown = root.querySelector('mydata-form');
  const before = asked;
  await waitUntil(() => asked > before, 'looked up again', { timeout: 3000 });
  await nextFrame();
  await nextFrame();
  expect(root.querySelector('mydata-form')).to.equal(shown);
});

it('draws the draft with the real form, as a test resident', async () => {
  const { builder, form } = await open();
  expect(form().definition).to.equal(builder.builder!.session.document.form);
  expect(form().renderRoot.textContent).to.contain('MyData');
  expect(form().official!['applicantName']!.provenance.agency).to.contain('戶政');
});

it('shows a phone as a phone in a wide window, and a desktop as one', async () => {
  const { root, form } = await open();
  const name = () => getComputedStyle(form().renderRoot.querySelector('.progress .name')!).position;
  expect(name()).to.equal('absolute');
  expect(root.querySelector('.frame')!.getBoundingClientRect().width).to.equal(390);
  await press(root, '電腦');
  expect(name()).to.equal('static');
  await press(root, '列印');
  expect(getComputedStyle(form().renderRoot.querySelector('.acts')!).display).to.equal('none');
});

it('changes the resident, the language, and begins anew', async () => {
  const { root, form } = await open();
  const [resident, language] = root.querySelectorAll('select');
  language!.value = 'en';
  language!.dispatchEvent(new Event('change'));
  await nextFrame();
  await nextFrame();
  expect(form().renderRoot.textContent).to.contain('Next');
  resident!.value = '';
  resident!.dispatchEvent(new Event('change'));
  await nextFrame();
  await nextFrame();
  expect(form().answers['applicantName']).to.equal(undefined);
  const old = form();
  await press(root, '重新開始');
  expect(form()).not.to.equal(old);
});

it('knows the media that the stylesheets use', () => {
  const phone = { width: 390, print: false };
  expect(holdsOn('(max-width: 36em)', phone)).to.equal(true);
  expect(holdsOn('(max-width: 36em)', { width: 820, print: false })).to.equal(false);
  expect(holdsOn('(width < 40rem)', phone)).to.equal(true);
  expect(holdsOn('print', phone)).to.equal(false);
  expect(holdsOn('(forced-colors: active)', phone)).to.equal(false);
});

it('is accessible', async () => {
  const { builder } = await open();
  await expect(builder).to.be.accessible();
});
