import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import { writeDocument } from '../../model/document.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { Designer, FormsCounty, memoryCopies, staffOf } from '../../testing/forms-county.ts';
import { palette } from '../../testing/palette.ts';
import { set, text } from '../../testing/two-designers.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';
import { FormStore } from '../store/form-store.ts';

const open = async (roles: Parameters<typeof staffOf>[1] = ['designer']) => {
  const county = new FormsCounty(reliefDocument);
  const ann = await new Designer(county, '王怡君').opened();
  await ann.does(set('field/email', 'label', text('甲')));
  county.discard('蔡宗翰');
  await ann.opened();
  await ann.does(set('field/phone', 'label', text('乙')));
  const store = new FormStore('emergency-relief', {
    ...{ api: county.as('蔡宗翰'), copies: memoryCopies(), staff: staffOf('蔡宗翰', roles) },
    times: { copy: 0, save: 1e6, again: 1e6 },
  });
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder
      style="block-size: 800px"
      .catalogue=${palette}
      .store=${store}
      @mydata-document-changed=${() => store.changed()}
    ></mydata-form-builder>`,
  );
  await store.load(builder);
  builder.view = 'kept';
  await builder.updateComplete;
  const panel = builder.shadowRoot!.querySelector('mydata-builder-kept')!;
  const root = panel.shadowRoot!;
  await waitUntil(() => root.querySelector('article'));
  const press = async (words: string): Promise<void> => {
    [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
    await nextFrame();
    await panel.updateComplete;
    await nextFrame();
  };
  const ask = () => root.querySelector('mydata-builder-restore')!.shadowRoot!;
  return { county, store, builder, panel, root, press, ask };
};

before(async () => setViewport({ width: 1280, height: 900 }));
after(async () => setViewport({ width: 800, height: 600 }));

it('says whose, when and why, and how much is kept', async () => {
  const { root } = await open();
  const said = root.textContent!.replace(/\s+/g, ' ');
  expect(said).to.contain('蔡宗翰捨棄了草稿').and.to.contain('最多留 10 份、共 32 MB');
  await expect(root.host).to.be.accessible();
});

it('compares with the draft as it is now, and shows it as residents would see it', async () => {
  const { root, press } = await open();
  await press('和目前的草稿比較');
  const said = () => root.querySelector('#shown')!.textContent!;
  expect(said()).to.contain('2 項不同').and.to.contain('「甲」');
  expect(root.activeElement).to.equal(root.querySelector('#shown'));
  await press('看看內容');
  const preview = root.querySelector('mydata-builder-preview')!;
  await waitUntil(() => preview.shadowRoot!.querySelector('mydata-form'));
  expect(said()).to.contain('只能看');
});

it('asks before it restores; undone, the draft is what it was, byte for byte', async () => {
  const { root, press, ask, builder, county, store } = await open();
  const before = writeDocument(builder.document!);
  await press('還原');
  await waitUntil(() => ask().querySelector('dialog')!.open);
  expect(ask().textContent).to.contain('草稿會有 2 項改變').and.to.contain('保留的內容');
  await sendKeys({ press: 'Escape' });
  await nextFrame();
  expect(writeDocument(builder.document!)).to.equal(before);
  await press('還原');
  await waitUntil(() => ask().querySelector('dialog')!.open);
  ask().querySelector<HTMLElement>('.main')!.click();
  await waitUntil(() => root.querySelector('#news'));
  expect(root.activeElement).to.equal(root.querySelector('#news'));
  expect(JSON.stringify(county.draft.document)).to.contain('甲').and.not.to.contain('「乙」');
  expect(county.kept[0]).to.include({ by: '蔡宗翰', of: '王怡君', why: 'restored' });
  expect(builder.history!.done.at(-1)!.words['zh-Hant']).to.contain('還原成');
  builder.builder!.session.undo();
  expect(writeDocument(builder.document!)).to.equal(before);
  await store.save();
  expect(writeDocument(county.draft.document)).to.equal(before);
});

it('who can only look restores nothing', async () => {
  const { root } = await open(['approver']);
  expect(root.textContent).not.to.contain('還原\n');
  expect([...root.querySelectorAll('button')].some((one) => one.textContent.trim() === '還原')).to.equal(false);
});
