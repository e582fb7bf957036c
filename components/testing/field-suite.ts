/**
 * The contract that every field element keeps. A field's own test calls `createFieldTests` and adds what is its own.
 */
import { aTimeout, expect, fixtureCleanup } from '@open-wc/testing';
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { OfficialValue, Policy } from '#schemas/mapping/types.ts';
import type { FieldElement } from '../fields/field-element.ts';

export interface FieldCase<F extends Field> {
  readonly tag: string;
  /** Required, with a hint. */
  readonly field: F;
  /** An answer, and another one (or none). */
  readonly value: AnswerValue;
  readonly other: AnswerValue | undefined;
  /** Edits as a resident does, by the native controls, until the answer is `value`. */
  readonly answer: (element: FieldElement) => void | Promise<void>;
  /** What a plain `<form>` sends for `value`. */
  readonly sent: string | readonly string[];
  /** What an official `value` reads as. */
  readonly shown: string;
  /** Sets what the form would give besides, e.g. the list of towns. */
  readonly prepare?: (element: FieldElement) => void;
}

const controlsIn = 'input,select,textarea';
const provenance = {
  dataset: 'API.0000000000',
  datasetName: '個人戶籍資料',
  agency: '內政部戶政司',
  issuedAt: '2026-11-23T06:05:00+00:00',
  packageDigest: '0'.repeat(64),
};
export const officialOf = (policy: Policy, value?: AnswerValue): OfficialValue => ({
  policy,
  provenance,
  ...(value === undefined ? {} : { value }),
});

const controls = (element: FieldElement): HTMLInputElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLInputElement>(controlsIn),
];

/** What a keyboard does to a native control: the text, one `input`, and one `change` on leaving. */
export const type = (element: FieldElement, selector: string, text: string): void => {
  const control = element.renderRoot.querySelector<HTMLInputElement>(selector)!;
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
};

const describedBy = (control: Element): string => {
  const owner = control.closest('fieldset[aria-describedby]');
  const root = control.getRootNode() as ShadowRoot;
  return [control, ...(owner ? [owner] : [])]
    .flatMap((part) => (part.getAttribute('aria-describedby') ?? '').split(/\s+/))
    .map((id) => (id && root.getElementById(id)?.textContent) || '')
    .join(' ');
};

export function createFieldTests<F extends Field>(test: FieldCase<F>): void {
  const events: string[] = [];
  const parent = document.createElement('div');
  for (const name of ['input', 'change', 'mydata-claim-changed'])
    parent.addEventListener(name, (event) => events.push(`${name}:${event.bubbles}:${event.composed}`));

  async function mount(properties: Partial<FieldElement> = {}): Promise<FieldElement> {
    const element = document.createElement(test.tag) as unknown as FieldElement;
    Object.assign(element, { field: test.field }, properties);
    test.prepare?.(element);
    parent.replaceChildren(element);
    document.body.append(parent);
    await element.updateComplete;
    events.length = 0;
    return element;
  }
  const text = (element: FieldElement) => element.renderRoot.textContent!.replace(/\s+/g, ' ');
  afterEach(() => {
    parent.remove();
    fixtureCleanup();
  });

  describe(`${test.tag}: the contract of a field`, () => {
    it('is accessible, plain, with an error, and in English', async () => {
      const element = await mount();
      await expect(element).to.be.accessible();
      element.error = '請填寫';
      element.language = 'en';
      await element.updateComplete;
      await expect(element).to.be.accessible();
      expect(text(element)).to.contain(test.field.label.en);
    });

    it('labels each control and describes it by hint and error, all in one root', async () => {
      const element = await mount({ error: '請先填寫這一題' });
      expect(controls(element).length).to.be.greaterThan(0);
      for (const control of controls(element)) {
        expect(control.labels?.[0]?.textContent?.trim() ?? '', control.id).not.to.equal('');
        const described = describedBy(control);
        expect(described).to.contain(test.field.hint!['zh-Hant']);
        expect(described).to.contain('請先填寫這一題');
        expect(control.getAttribute('aria-invalid')).to.equal('true');
      }
      expect(text(element)).to.contain(test.field.label['zh-Hant']);
      expect(element.matches(':state(invalid)')).to.equal(true);
      element.error = undefined;
      await element.updateComplete;
      expect(element.matches(':state(invalid)')).to.equal(false);
      for (const control of controls(element)) expect(control.getAttribute('aria-invalid')).not.to.equal('true');
    });

    it('marks an optional question in words, and no required one', async () => {
      const element = await mount();
      const label = () => element.renderRoot.querySelector('[part~="label"]')!.textContent!;
      expect(label()).not.to.contain('選填');
      element.field = { ...test.field, required: false };
      await element.updateComplete;
      expect(label()).to.contain('選填');
    });

    it('answers to a resident with input and change, bubbling and composed', async () => {
      const element = await mount();
      expect(element.value).to.equal(undefined);
      await test.answer(element);
      expect(element.value).to.deep.equal(test.value);
      expect(new Set(events)).to.deep.equal(new Set(['input:true:true', 'change:true:true']));
    });

    it('keeps silent when it is set by the page', async () => {
      const element = await mount({ value: test.value });
      element.value = test.other;
      await element.updateComplete;
      element.official = officialOf('editable', test.value);
      element.claim = { kind: 'changed', text: '因為' };
      element.error = '錯';
      await element.updateComplete;
      element.value = undefined;
      await element.updateComplete;
      await aTimeout(0);
      expect(events).to.deep.equal([]);
    });

    it('shows what it is given, before and after the first render, and empties again', async () => {
      const early = await mount({ value: test.value });
      const state = (element: FieldElement) => controls(element).map((control) => [control.value, control.checked]);
      const late = early.shadowRoot && state(early);
      const element = await mount();
      const empty = state(element);
      element.value = test.value;
      await element.updateComplete;
      expect(state(element)).to.deep.equal(late);
      element.value = undefined;
      await element.updateComplete;
      expect(state(element)).to.deep.equal(empty);
    });

    it('is a control of a form: sends, resets, is disabled', async () => {
      const element = await mount({ value: test.value });
      const form = document.createElement('form');
      form.noValidate = true;
      parent.replaceChildren(form);
      form.append(element);
      await element.updateComplete;
      const all = new FormData(form).getAll(test.field.id);
      expect(all).to.deep.equal([test.sent].flat());
      expect(element.form).to.equal(form);
      form.reset();
      await element.updateComplete;
      expect(element.value).to.equal(undefined);
      expect(new FormData(form).getAll(test.field.id)).to.deep.equal([]);
      element.disabled = true;
      await element.updateComplete;
      for (const control of controls(element)) expect(control.matches(':disabled')).to.equal(true);
    });

    it('is invalid in a form that validates, as long as it is required and empty, or has an error', async () => {
      const element = await mount();
      expect(element.checkValidity()).to.equal(false);
      expect(element.validity.valueMissing).to.equal(true);
      element.value = test.value;
      await element.updateComplete;
      expect(element.checkValidity()).to.equal(true);
      element.error = '錯';
      await element.updateComplete;
      expect(element.validity.customError).to.equal(true);
      expect(element.validationMessage).to.equal('錯');
    });

    it('focuses its first control', async () => {
      const element = await mount();
      element.focus();
      expect(element.shadowRoot!.activeElement).to.equal(controls(element)[0]);
    });

    it('locked: shows the official value as text, says its source, and takes a claim', async () => {
      const element = await mount({ official: officialOf('locked', test.value), value: test.value });
      expect(text(element))
        .to.contain(test.shown)
        .and.to.contain('內政部戶政司')
        .and.to.contain('民國115年11月23日 14:05');
      expect(element.renderRoot.querySelector('.badge')!.textContent).to.contain('官方資料');
      expect(controls(element).map(({ id }) => id)).to.deep.equal(['c']);
      await expect(element).to.be.accessible();
      element.renderRoot.querySelector('details')!.open = true;
      type(element, '#c', '名字寫錯了');
      expect(element.claim).to.deep.equal({ kind: 'wrong', text: '名字寫錯了' });
      expect(events).to.include('mydata-claim-changed:true:true');
      expect(events.filter((event) => event.startsWith('input'))).to.deep.equal([]);
      expect(element.value).to.deep.equal(test.value);
      type(element, '#c', '');
      await element.updateComplete;
      expect(element.claim).to.equal(undefined);
      expect(element.renderRoot.querySelector('details')!.open, 'stays open under the hands').to.equal(true);
    });

    it('confirm: is answered by saying whether the value is correct', async () => {
      const element = await mount({ official: officialOf('confirm', test.value) });
      expect(element.value).to.equal(undefined);
      const [correct, wrong] = controls(element);
      wrong!.click();
      await element.updateComplete;
      expect(element.value).to.deep.equal(test.value);
      expect(element.claim).to.deep.equal({ kind: 'wrong', text: '' });
      type(element, '#c', '不是這樣');
      await element.updateComplete;
      expect(element.claim).to.deep.equal({ kind: 'wrong', text: '不是這樣' });
      await expect(element).to.be.accessible();
      correct!.click();
      await element.updateComplete;
      expect(element.claim).to.equal(undefined);
      expect(element.renderRoot.querySelector('#c')).to.equal(null);
      expect(events).to.include('input:true:true').and.to.include('change:true:true');
    });

    it('editable: begins with the official value, asks why it is changed, and restores it', async () => {
      const element = await mount({ official: officialOf('editable', test.value) });
      expect(element.value).to.deep.equal(test.value);
      expect(text(element)).to.contain('內政部戶政司');
      expect(element.renderRoot.querySelector('#c')).to.equal(null);
      element.value = test.other;
      await element.updateComplete;
      expect(text(element)).to.contain(test.shown);
      type(element, '#c', '搬家了');
      expect(element.claim).to.deep.equal({ kind: 'changed', text: '搬家了' });
      await expect(element).to.be.accessible();
      element.renderRoot.querySelector<HTMLElement>('.changed button')!.click();
      await element.updateComplete;
      expect(element.value).to.deep.equal(test.value);
      expect(element.claim).to.equal(undefined);
      expect(element.renderRoot.querySelector('#c')).to.equal(null);
    });

    it('compare: asks, and says that the answer will be compared', async () => {
      const element = await mount({ official: officialOf('compare') });
      expect(text(element)).to.contain('核對').and.to.contain('內政部戶政司');
      await test.answer(element);
      expect(element.value).to.deep.equal(test.value);
    });

    it('has no inline style', async () => {
      const element = await mount({ value: test.value, error: '錯', official: officialOf('editable', test.other) });
      expect(element.renderRoot.querySelector('[style]')).to.equal(null);
    });
  });
}
