import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../define/mydata-form-builder.ts';
import { setProperty } from '../../commands/set-property.ts';
import { writeDocument } from '../../model/document.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';

it('leads back to any point and forward again, the point that stands marked', async () => {
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder .document=${reliefDocument} .catalogue=${palette}></mydata-form-builder>`,
  );
  const context = builder.builder!;
  for (const [n, id] of ['email', 'applicantName', 'maritalStatus'].entries())
    context.run(setProperty, { of: `field/${id}`, key: 'label', value: { 'zh-Hant': `題${n}`, en: `q${n}` } });
  const full = writeDocument(builder.document!);
  builder.view = 'history';
  await builder.updateComplete;
  await nextFrame();
  const root = builder.shadowRoot!.querySelector('mydata-builder-history')!.shadowRoot!;
  const points = () => [...root.querySelectorAll('button')];
  expect(points()).to.have.length(4);
  expect(points()[0]!.getAttribute('aria-current')).to.equal('step');
  expect(points()[0]!.textContent).to.contain('題目文字');
  points().at(-1)!.click();
  await nextFrame();
  expect(writeDocument(builder.document!)).to.equal(writeDocument(reliefDocument));
  expect(points().at(-1)!.getAttribute('aria-current')).to.equal('step');
  expect(root.querySelectorAll('.undone')).to.have.length(3);
  points()[0]!.click();
  await nextFrame();
  expect(writeDocument(builder.document!)).to.equal(full);
  await expect(builder).to.be.accessible();
});
