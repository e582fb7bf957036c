import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../define/mydata-form-builder.ts';
import { setProperty } from '../../commands/set-property.ts';
import { partsOf, type Ref } from '../../model/locate.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';

const frames = async (): Promise<void> => {
  for (let n = 0; n < 3; n += 1) await nextFrame();
};

const open = async (): Promise<MydataFormBuilder> => {
  const element = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder
      style="block-size: 880px"
      .document=${reliefDocument}
      .catalogue=${palette}
    ></mydata-form-builder>`,
  );
  await element.updateComplete;
  await frames();
  return element;
};

const canvas = (element: Element) => element.shadowRoot!.querySelector('mydata-builder-canvas')!;
const boxes = (element: Element): Record<string, string> => {
  const root = canvas(element).shadowRoot!;
  const paper = root.querySelector('.paper')!.getBoundingClientRect();
  return Object.fromEntries(
    [...root.querySelectorAll<HTMLElement>('[data-ref]')].map((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return [node.dataset['ref'], [left - paper.left, top - paper.top, width, height].map(Math.round).join()];
    }),
  );
};
const long = { 'zh-Hant': '目前實際居住的地方和戶籍地址是不是一樣'.repeat(6), en: 'Where you live'.repeat(20) };

after(async () => setViewport({ width: 800, height: 600 }));

for (const width of [1280, 480])
  it(`moves nothing while a text is edited in its place, ${width} px wide`, async () => {
    await setViewport({ width, height: 900 });
    const element = await open();
    const { builder } = element;
    const refs = [...partsOf(element.document!).values()].filter(
      ({ ref, part }, index, all) =>
        !ref.includes('.') &&
        all.findIndex(
          (one) =>
            one.ref.split('/')[0] === ref.split('/')[0] &&
            ('type' in one.part ? one.part.type : '') === ('type' in part ? part.type : ''),
        ) === index,
    );
    builder!.run(setProperty, { of: 'field/email', key: 'label', value: long });
    builder!.run(setProperty, { of: 'field/email', key: 'hint', value: long });
    expect(refs.length).to.be.greaterThan(8);
    for (const ref of ['field/email' as Ref, ...refs.map((one) => one.ref)]) {
      await canvas(element).focusOn(ref);
      await frames();
      const before = boxes(element);
      await sendKeys({ press: 'Enter' });
      await frames();
      const input = canvas(element).shadowRoot!.querySelector<HTMLInputElement>('.edit')!;
      expect(input, ref).to.exist;
      expect(boxes(element), `${ref}, its label`).to.deep.equal(before);
      const [there, card] = [input.getBoundingClientRect(), input.closest('.card, .step')!.getBoundingClientRect()];
      expect(there.top, `${ref}: nothing of it is cut off`).to.be.at.least(card.top);
      expect(there.right).to.be.at.most(card.right + 1);
      expect(there.width, `${ref}: there is room to type`).to.be.greaterThan(120);
      await sendKeys({ press: 'Tab' });
      await frames();
      if (canvas(element).shadowRoot!.querySelector('.edit'))
        expect(boxes(element), `${ref}, its hint`).to.deep.equal(before);
      await sendKeys({ press: 'Escape' });
      await frames();
      expect(boxes(element), `${ref}, afterwards`).to.deep.equal(before);
    }
  });

it('keeps the room of a label that is emptied to be typed anew', async () => {
  await setViewport({ width: 1280, height: 900 });
  const element = await open();
  for (const ref of ['field/email', 'field/maritalStatus'] as const) {
    await canvas(element).focusOn(ref);
    await frames();
    const before = boxes(element);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Backspace' });
    await frames();
    expect(boxes(element), ref).to.deep.equal(before);
    await sendKeys({ type: 'x' });
    await frames();
    expect(boxes(element), ref).to.deep.equal(before);
    await sendKeys({ press: 'Enter' });
  }
});

it('tells the history the last letter, and takes all of it back right after it was typed', async () => {
  const element = await open();
  await canvas(element).focusOn('field/email');
  await frames();
  await sendKeys({ press: 'Enter' });
  await sendKeys({ type: 'Your mail' });
  expect(element.history!.done.at(-1)!.words['zh-Hant']).to.contain('「Your mail」');
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'z' });
  await sendKeys({ up: 'Control' });
  await frames();
  expect(element.history!.done).to.have.length(0);
  expect(canvas(element).shadowRoot!.querySelector('.edit'), 'nothing stale is left to type in').to.not.exist;
});
