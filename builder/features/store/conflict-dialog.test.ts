import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import { findField } from '../../model/locate.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { Designer, FormsCounty, memoryCopies, staffOf } from '../../testing/forms-county.ts';
import { palette } from '../../testing/palette.ts';
import { all, options, set, take, text, type Work } from '../../testing/two-designers.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';
import { FormStore } from './form-store.ts';

const open = async (mine: Work, theirs: Work) => {
  const county = new FormsCounty(reliefDocument);
  const ann = await new Designer(county, '王怡君').opened();
  const store = new FormStore('emergency-relief', {
    ...{ api: county.as('蔡宗翰'), copies: memoryCopies(), staff: staffOf('蔡宗翰') },
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
  await ann.does(theirs);
  mine(builder.builder!.session);
  await store.save();
  await builder.updateComplete;
  const element = builder.shadowRoot!.querySelector('mydata-builder-conflict')!;
  await element.updateComplete;
  await nextFrame();
  const root = element.shadowRoot!;
  const news = () => builder.shadowRoot!.querySelector('mydata-builder-news')!.shadowRoot!;
  const press = async (words: string): Promise<void> => {
    [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
    await element.updateComplete;
    await nextFrame();
  };
  const label = (id: string) => findField(builder.document!, `field/${id}`)?.part.label['zh-Hant'];
  return { county, store, builder, element, root, news, press, label, dialog: () => root.querySelector('dialog')! };
};

before(async () => setViewport({ width: 1280, height: 900 }));
after(async () => setViewport({ width: 800, height: 600 }));

const apart: readonly [Work, Work] = [set('field/phone', 'label', text('乙')), set('field/email', 'label', text('甲'))];
const twice: readonly [Work, Work] = [
  all(set('field/email', 'label', text('乙')), set('field/hospital', 'hint', text('乙的說明'))),
  all(set('field/email', 'label', text('甲')), take('field/hospital')),
];

it('says what comes together by itself, and one press does it', async () => {
  const { root, press, label, dialog, news, builder, store } = await open(...apart);
  expect(dialog().open).to.equal(true);
  expect(root.activeElement).to.equal(root.querySelector('h2'));
  const said = root.textContent!;
  expect(said).to.contain('王怡君').and.to.contain('聯絡電話').and.to.contain('「甲」');
  expect(root.querySelector('input[type=radio]')).to.equal(null);
  await press('合併並繼續');
  await waitUntil(() => store.state.what === 'saved');
  expect([label('email'), label('phone')]).to.deep.equal(['甲', '乙']);
  await builder.updateComplete;
  await nextFrame();
  expect(dialog().open).to.equal(false);
  expect(news().querySelector('[role=status]')!.textContent).to.contain('合在一起');
  expect(news().activeElement).to.equal(news().querySelector('.dismiss'));
  expect(builder.history!.done.at(-1)!.words['zh-Hant']).to.contain('合併');
});

it('shows what both changed side by side, chosen from the keyboard', async () => {
  const { root, press, label, store, county, dialog } = await open(...twice);
  const fields = [...root.querySelectorAll('fieldset')];
  expect(fields).to.have.length(2);
  const email = fields[0]!;
  expect(email.textContent).to.contain('原來').and.to.contain('甲').and.to.contain('乙');
  // Nothing is chosen for anybody: what is left is named, and the focus is there.
  await press('合併並繼續');
  expect(dialog().open).to.equal(true);
  expect(root.querySelector('[role=alert]')!.textContent).to.contain('還有 2 項');
  const focused = root.activeElement as HTMLInputElement;
  expect(focused.closest('fieldset')).to.equal(email);
  await sendKeys({ press: 'Space' });
  await sendKeys({ press: 'ArrowDown' });
  expect((root.activeElement as HTMLInputElement).value).to.equal('theirs');
  await press('合併並繼續');
  const other = root.activeElement as HTMLInputElement;
  expect(other.closest('fieldset')).to.equal(fields[1]);
  await sendKeys({ press: 'Space' });
  expect(other.value).to.equal('mine');
  await press('合併並繼續');
  await waitUntil(() => store.state.what === 'saved');
  expect(label('email')).to.equal('甲');
  expect(label('hospital')).to.be.a('string');
  expect(county.kept.length).to.be.greaterThan(1);
});

it('all of one side at once, and what goes with a choice is named before', async () => {
  const { root, press } = await open(
    all(
      set('field/situation', 'show', { '==': [{ var: 'reason' }, 'frozen'] }),
      set('field/email', 'label', text('乙')),
    ),
    all(
      options('field/reason', (list) => list.filter(({ value }) => value !== 'frozen')),
      set('field/email', 'label', text('甲')),
    ),
  );
  await press('全部用王怡君的');
  expect(root.querySelectorAll('input[value=theirs]:checked')).to.have.length(2);
  expect(root.textContent).to.contain('會一起拿掉').and.to.contain('顯示條件');
  await press('全部用我的');
  expect(root.querySelectorAll('input[value=mine]:checked')).to.have.length(2);
  expect(root.textContent).not.to.contain('會一起拿掉');
});

it('can be put off: the form is there to look at, nothing is sent, and the bar leads back', async () => {
  const { builder, dialog, store, element } = await open(...apart);
  await sendKeys({ press: 'Escape' });
  await element.updateComplete;
  expect(dialog().open).to.equal(false);
  expect(store.state.what).to.equal('conflict');
  const saved = builder.shadowRoot!.querySelector('mydata-builder-saved')!.shadowRoot!;
  expect(saved.textContent).to.contain('還沒合併');
  saved.querySelector('button')!.click();
  await element.updateComplete;
  await nextFrame();
  expect(dialog().open).to.equal(true);
});

it('theirs alone: said, and mine is among the kept', async () => {
  const { press, label, store, news, county, builder } = await open(...apart);
  await press('只採用');
  await waitUntil(() => store.state.what === 'saved');
  await builder.updateComplete;
  await nextFrame();
  expect(label('phone')).not.to.equal('乙');
  expect(JSON.stringify(county.kept[0]!.document)).to.contain('乙');
  expect(news().textContent).to.contain('我的留在「保留的內容」');
  [...news().querySelectorAll('button')].find((one) => one.textContent.includes('看保留的內容'))!.click();
  await builder.updateComplete;
  const kept = builder.shadowRoot!.querySelector('mydata-builder-kept')!.shadowRoot!;
  await waitUntil(() => kept.querySelector('article'));
  expect(kept.textContent).to.contain('蔡宗翰的內容');
});

it('is accessible, with everything in it', async () => {
  const { root, builder } = await open(...twice);
  root.querySelector('details')!.open = true;
  await expect(builder).to.be.accessible();
});

it('in English too', async () => {
  const { builder, element, root } = await open(...twice);
  builder.setAttribute('lang', 'en');
  await builder.updateComplete;
  await element.updateComplete;
  expect(root.querySelector('.main')!.textContent).to.contain('Merge and go on');
});
