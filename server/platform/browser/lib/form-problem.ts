/** Says in the form what went wrong, for eyes and screen readers; `role=alert` stands in the page already. */
export function tell(form: HTMLFormElement, text: string): void {
  const place = form.querySelector<HTMLElement>('[data-problem]');
  if (place) place.textContent = text;
}

/** Does nothing where the form has no such input. */
export function setValue(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}

/** The button can't be pressed twice while something runs. */
export async function whileBusy(form: HTMLFormElement, work: () => Promise<void>): Promise<void> {
  const button = form.querySelector('button');
  if (!button || button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  tell(form, '');
  await work().finally(() => button.removeAttribute('aria-disabled'));
}
