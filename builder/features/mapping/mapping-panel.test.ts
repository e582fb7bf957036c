import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import { findField } from '../../model/locate.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import type { BuilderApi } from '../builder-api.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';

const api: BuilderApi = {
  residents: async () => [{ slug: 'chen', name: '陳大同', note: { 'zh-Hant': '一般', en: 'Ordinary' } }],
  mapped: async () => ({
    resident: 'chen',
    values: {},
    rows: {},
    missing: {},
    noRecord: [],
    sources: {
      applicantName: [{ dataset: 'API.7QovE2Gev6', path: '$.person_name', found: '陳大同', after: [], fits: true }],
      householdAddress: [
        {
          dataset: 'API.7QovE2Gev6',
          path: '$.household_address',
          found: { county: '嘉義縣' },
          after: [{ use: 'address-parts', value: { county: '嘉義縣' } }],
          fits: true,
        },
      ],
    },
  }),
  validator: async () => {
    throw new Error('none');
  },
};

const open = async () => {
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder .document=${reliefDocument} .catalogue=${palette} .api=${api}></mydata-form-builder>`,
  );
  builder.view = 'mapping';
  await builder.updateComplete;
  await nextFrame();
  const root = builder.shadowRoot!.querySelector('mydata-builder-mapping')!.shadowRoot!;
  await waitUntil(() => root.textContent.includes('陳大同'));
  return { builder, root };
};
const press = async (root: ShadowRoot, label: string) => {
  const button = [...root.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent).includes(label),
  )!;
  button.click();
  await nextFrame();
  await nextFrame();
};
const fieldOf = (builder: MydataFormBuilder, id: string) => findField(builder.document!, `field/${id}`)!.part;

before(async () => setViewport({ width: 1280, height: 900 }));
after(async () => setViewport({ width: 800, height: 600 }));

it('lists every question with its sources, its sample and its state', async () => {
  const { root } = await open();
  const row = [...root.querySelectorAll('tbody')].find((one) => one.textContent.includes('個人戶籍資料・姓名'))!;
  expect(row.textContent).to.contain('$.person_name').and.to.contain('陳大同').and.to.contain('成為一般題目');
  expect(root.querySelector('.counters')!.textContent).to.contain('已對應').and.to.contain('有疑義');
  expect(root.querySelector('#unused')!.textContent).to.match(/尚未使用的欄位 \d+/);
});

it('counts filter the table, and so does the search', async () => {
  const { root } = await open();
  const all = root.querySelectorAll('tbody').length;
  await press(root, '未對應');
  const openRows = root.querySelectorAll('tbody').length;
  expect(openRows).to.be.greaterThan(0).and.lessThan(all);
  await press(root, '全部');
  const search = root.querySelector<HTMLInputElement>('input[type=search]')!;
  search.value = '出生';
  search.dispatchEvent(new InputEvent('input'));
  await nextFrame();
  expect(root.querySelectorAll('tbody').length).to.be.lessThan(all);
});

it('removes a source and takes it back by undo; a transform that is needed is not removed, and the way out is named', async () => {
  const { builder, root } = await open();
  const before = fieldOf(builder, 'applicantName').fill;
  await press(root, '移除來源「個人戶籍資料・姓名」');
  expect(fieldOf(builder, 'applicantName').fill).to.equal(undefined);
  builder.builder!.session.undo();
  await nextFrame();
  expect(fieldOf(builder, 'applicantName').fill).to.deep.equal(before);
  const address = fieldOf(builder, 'householdAddress').fill;
  await press(root, '移除轉換「拆成縣市');
  expect(fieldOf(builder, 'householdAddress').fill).to.deep.equal(address);
  expect(builder.shadowRoot!.querySelector('.refused')!.textContent).to.contain('不合');
});

it('adds a source from a list of what fits', async () => {
  const { root } = await open();
  await press(root, '替「電子郵件」加一個來源');
  const [dataset] = root.querySelectorAll<HTMLSelectElement>('.adder select');
  dataset!.value = 'API.7QovE2Gev6';
  dataset!.dispatchEvent(new Event('change'));
  await nextFrame();
  const field = root.querySelectorAll<HTMLSelectElement>('.adder select')[1]!;
  const offered = [...field.options].map(({ textContent }) => textContent.trim());
  expect(offered).to.include('姓名').and.not.to.include('出生日期');
});

it('arrow keys lead through the cells, Enter goes in, Escape comes back', async () => {
  const { root } = await open();
  root.querySelector<HTMLElement>('tbody [data-column="1"]')!.focus();
  await sendKeys({ press: 'ArrowDown' });
  expect((root.activeElement as HTMLElement).dataset['column']).to.equal('1');
  await sendKeys({ press: 'ArrowRight' });
  expect((root.activeElement as HTMLElement).dataset['column']).to.equal('2');
  await sendKeys({ press: 'ArrowRight' });
  await sendKeys({ press: 'Enter' });
  expect(root.activeElement!.tagName).to.equal('SELECT');
  await sendKeys({ press: 'Escape' });
  expect((root.activeElement as HTMLElement).dataset['column']).to.equal('3');
});

it('draws lines between what is in view, those of what is selected stand out', async () => {
  const { builder } = await open();
  builder.view = 'edit';
  builder.lines = true;
  builder.builder!.session.select(['field/applicantName']);
  await builder.updateComplete;
  await nextFrame();
  const lines = builder.shadowRoot!.querySelector('mydata-builder-lines')!.shadowRoot!;
  await waitUntil(() => lines.querySelector('path.chosen'));
  expect(lines.querySelectorAll('path').length).to.be.greaterThan(1);
});

it('is accessible', async () => {
  const { builder } = await open();
  await expect(builder).to.be.accessible();
});
