import { waitUntil } from '@open-wc/testing';
import type { FieldElement } from '../../fields/field-element.ts';
import type { MydataForm } from '../form-element.ts';

/** Uses a form as a resident does. Tests only. */
export class FormDriver {
  constructor(readonly form: MydataForm) {}

  get root(): ParentNode {
    return this.form.renderRoot;
  }

  field(id: string): FieldElement {
    return this.root.querySelector<FieldElement>(`[data-field="${id}"]`)!;
  }

  /** Whether the question is on the page to be answered. */
  asks(id: string): boolean {
    const field = this.field(id);
    return !!field && !field.hidden && !field.closest('[hidden]');
  }

  get text(): string {
    const words = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .filter((element) => element.shadowRoot)
        .map((element) => element.shadowRoot!.textContent)
        .join(' ');
    return `${(this.root as HTMLElement).textContent} ${words(this.root)}`.replace(/\s+/g, ' ');
  }

  get title(): string {
    return this.root.querySelector('#title')?.textContent ?? '';
  }

  async settled(): Promise<void> {
    while (!(await this.form.updateComplete));
    await Promise.all(
      [...this.root.querySelectorAll<FieldElement>('[data-field]')].map((field) => field.updateComplete),
    );
  }

  async type(id: string, text: string): Promise<void> {
    await this.settled();
    const input = this.field(id).renderRoot.querySelector<HTMLInputElement>('input,textarea')!;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  async choose(id: string, value: string): Promise<void> {
    await this.settled();
    this.field(id).renderRoot.querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();
    await this.settled();
  }

  button(words: string): HTMLButtonElement | undefined {
    return [...this.root.querySelectorAll('button')].find((button) => button.textContent!.trim().includes(words));
  }

  /** Presses a button and waits until the form is ready again. */
  async press(words: string): Promise<void> {
    const button = this.button(words);
    if (!button)
      throw new Error(
        `no button ${words} among ${[...this.root.querySelectorAll('button')].map((one) => one.textContent!.trim()).join()}`,
      );
    button.click();
    await new Promise((next) => setTimeout(next));
    await waitUntil(() => !this.root.querySelector('button[aria-disabled="true"]'));
    await this.settled();
    await this.settled();
  }

  errors(): string[] {
    const summary = this.root.querySelector('mydata-error-summary')?.shadowRoot;
    return [...(summary?.querySelectorAll('a') ?? [])].map((link) => link.textContent!.trim());
  }
}
