import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../define/mydata-form-builder.ts';
import { reliefDocument } from '../../testing/documents.ts';
import { palette } from '../../testing/palette.ts';
import { findField, type Ref } from '../../model/locate.ts';
import { setProperty } from '../../commands/set-property.ts';
import type { TextField } from '#schemas/form/definition.ts';
import type { MydataFormBuilder } from '../shell/form-builder.ts';

const open = async (...selected: Ref[]) => {
  const builder = await fixture<MydataFormBuilder>(
    html`<mydata-form-builder .document=${reliefDocument} .catalogue=${palette}></mydata-form-builder>`,
  );
  builder.builder!.session.select(selected);
  await nextFrame();
  await nextFrame();
  return { builder, root: builder.shadowRoot!.querySelector('mydata-builder-properties')!.shadowRoot! };
};

const input = (root: ShadowRoot, label: string, nth = 0) => {
  const found = [...root.querySelectorAll('label')].filter((one) => one.textContent.includes(label))[nth];
  return found!.querySelector<HTMLInputElement & HTMLSelectElement>('input, select, textarea')!;
};
const type = async (control: HTMLInputElement, value: string, event = 'input') => {
  control.value = value;
  control.dispatchEvent(new Event(event, { bubbles: true }));
  await nextFrame();
};
const fieldOf = (builder: MydataFormBuilder, id: string) => findField(builder.document!, `field/${id}`)!.part;

it('sets label, requirement and type of a question, each to be undone', async () => {
  const { builder, root } = await open('field/email');
  await type(input(root, '中文'), '您的電子郵件');
  expect(fieldOf(builder, 'email').label['zh-Hant']).to.equal('您的電子郵件');
  input(root, '一定要填').click();
  await nextFrame();
  expect(fieldOf(builder, 'email').required).to.equal(true);
  await type(input(root, '題型'), 'phone', 'change');
  expect(fieldOf(builder, 'email').type).to.equal('phone');
  const { session } = builder.builder!;
  for (let n = 0; n < 3; n += 1) session.undo();
  expect(builder.document!.form).to.deep.equal(reliefDocument.form);
});

it('builds a condition as a sentence', async () => {
  const { builder, root } = await open('field/email');
  await type(input(root, '什麼時候才問'), 'if', 'change');
  await type(input(root, '題目'), 'maritalStatus', 'change');
  await type(input(root, '值'), '離婚', 'change');
  expect(fieldOf(builder, 'email').show).to.deep.equal({ '==': [{ var: 'maritalStatus' }, '離婚'] });
});

it('offers formats by name, with an example for residents, each choice undone as one', async () => {
  const { builder, root } = await open('field/email');
  await type(input(root, '題型'), 'text', 'change');
  const { hint } = fieldOf(builder, 'email');
  const { session } = builder.builder!;
  if (hint) session.run(setProperty, { of: 'field/email', key: 'hint', value: undefined });
  await nextFrame();
  const shape = () => {
    const { pattern, hint: now } = fieldOf(builder, 'email') as TextField;
    return { pattern, hint: now?.['zh-Hant'] };
  };
  await type(input(root, '格式'), 'plate', 'change');
  expect(shape().hint).to.equal('例如 ABC-1234');
  expect('ABC-1234').to.match(new RegExp(`^(?:${shape().pattern})$`, 'u'));
  session.undo();
  expect(shape()).to.deep.equal({ pattern: undefined, hint: undefined });
  await nextFrame();
  await type(input(root, '格式'), 'letters-digits', 'change');
  await type(input(root, '幾碼'), '10', 'change');
  expect(shape()).to.deep.equal({ pattern: '[A-Za-z0-9]{10}', hint: '例如 AB12345678' });
  await type(input(root, '格式'), 'own', 'change');
  await type(input(root, '格式規則'), '[A-Z]+', 'input');
  expect(shape()).to.deep.equal({ pattern: '[A-Z]+', hint: undefined });
  expect(root.textContent).to.contain('民眾不會看到規則');
  await type(input(root, '格式'), '', 'change');
  expect(shape()).to.deep.equal({ pattern: undefined, hint: undefined });
});

it('renames a question, and the conditions that speak of it', async () => {
  const { builder, root } = await open('field/maritalStatus');
  await type(root.querySelector<HTMLInputElement>('.id')!, 'marriage', 'change');
  expect(fieldOf(builder, 'spouseName').show).to.deep.equal({ '==': [{ var: 'marriage' }, '有偶'] });
  await type(root.querySelector<HTMLInputElement>('.id')!, '不行', 'change');
  expect(root.querySelector<HTMLInputElement>('.id')!.value).to.equal('marriage');
});

it('shows only what applies, and is accessible', async () => {
  const { root, builder } = await open('field/applicantId');
  expect(root.textContent).to.contain('只收國民身分證').and.not.to.contain('選項');
  await expect(builder).to.be.accessible();
  builder.builder!.session.select([]);
  await nextFrame();
  expect(root.textContent).to.contain('整份表單');
});
